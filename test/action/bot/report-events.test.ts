import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import { noticesOf, outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  MERGE_SHA,
  budgetOf,
  grownReport,
  pullRequestEvent,
  useBot,
} from '../../support/bot/bot.ts';
import { withoutPermission } from '../../support/github/fake-github-faults.ts';
import { BASE_SHA, FORK } from '../../support/github/resources/fake-github-builders.ts';

const bot = useBot();

const repository = { default_branch: 'main' };
const branch = { ref: 'refs/heads/main', before: BASE_SHA, forced: false, repository };
const group = { base_sha: BASE_SHA, head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-aaaaaaa' };

/** All events that have commits to judge, and how many comments their runs write. */
const EVENTS: readonly (readonly [string, BotRun['event'], number])[] = [
  ['a pull request of the repository itself', pullRequestEvent(), 1],
  ['a pull request of a fork', pullRequestEvent('opened', FORK), 0],
  ['a pull request of a fork that is deleted', pullRequestEvent('reopened', null), 0],
  ['a push', { name: 'push', payload: branch }, 0],
  ['a forced push', { name: 'push', payload: { ...branch, forced: true } }, 0],
  ['the push of a new branch', { name: 'push', payload: { ...branch, before: '0'.repeat(40) } }, 0],
  ['the push of a tag', { name: 'push', payload: { ...branch, ref: 'refs/tags/v1' } }, 0],
  ['a merge group', { name: 'merge_group', payload: { merge_group: group } }, 0],
  ['workflow_dispatch', { name: 'workflow_dispatch', payload: { inputs: null } }, 0],
  ['a schedule', { name: 'schedule', payload: { schedule: '0 0 * * *' } }, 0],
];

const part = { 'toy/part.json': renderJson(grownReport({ pullRequest: undefined })) };

/** What base allows, what was measured, and what follows. */
const JUDGEMENTS = [
  ['within the limits', { growth: { ram: 500 } }, part, 0, 'pass'],
  ['over a limit', { growth: { ram: 499 } }, part, 1, 'over-growth'],
  ['without a measurement', {}, {}, 2, 'no-comparison'],
] as const;

describe.concurrent.each(EVENTS)('%s', (_what, event, comments) => {
  test.for(JUDGEMENTS)('%s', async ([, limits, parts, exit, verdict]) => {
    const isForeign = event.name === 'pull_request' && comments === 0;
    const result = await bot.run({
      mode: 'report',
      event,
      inputs: { base: BASE_SHA, head: MERGE_SHA, targets: 'toy', comment: 'always' },
      state: { files: { [`${BASE_SHA}:${BUDGET_FILE}`]: budgetOf(limits) } },
      parts,
      faults: isForeign ? [{ on: 'issues/create-comment', effect: withoutPermission() }] : [],
    });
    expect(outcomeOf(result)).toMatchObject({ exit, verdict, statuses: [] });
    expect(result.github.state.comments).toHaveLength(comments);
    const fromFork = 'no comment was written: the pull request comes from a fork, so its token may only read';
    expect(noticesOf(result).filter((notice) => notice.startsWith(fromFork))).toHaveLength(isForeign ? 1 : 0);
  });
});
