import { describe, expect, test } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import { earlierComment, outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  MERGE_SHA,
  botState,
  commentEvent,
  grownReport,
  pullRequestEvent,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import type { Fault } from '../../support/github/fake-github-faults.ts';
import type { Operation } from '../../support/github/fake-github-routes.ts';
import { BASE_SHA, HEAD_SHA } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';
import { WRONG_ANSWERS } from '../../support/wrong-answers.ts';

const bot = useBot('bundle');

const STATUS = { status: 'commit-status' };

/** An older verdict on the head, which nothing that goes wrong may leave as it is. */
const older = {
  sha: HEAD_SHA,
  context: 'kernel-size',
  state: 'success',
  description: 'main: fine',
  targetUrl: 'https://github.test/octo/linux/actions/runs/400',
};

function stateWith(more: Partial<FakeState> = {}): Partial<FakeState> {
  return { statuses: [{ ...older }], comments: [earlierComment()], ...more };
}

const ACCEPT = '/kernel-size accept toy ram +1K why';
const accepting = { comments: [{ id: 77, pullNumber: 7, author: 'alice', body: ACCEPT }] };

const USES: Readonly<Record<string, BotRun>> = {
  'the trusted job': { mode: 'comment', event: workflowRunEvent(), inputs: STATUS, state: stateWith() },
  'a command': { mode: 'comment', event: commentEvent(ACCEPT), inputs: STATUS, state: stateWith(accepting) },
  'a run that sets the status itself': {
    mode: 'report',
    event: pullRequestEvent(),
    inputs: { ...STATUS, base: BASE_SHA, head: MERGE_SHA, targets: 'toy' },
    parts: { 'toy/part.json': renderJson(grownReport()) },
    state: stateWith(),
  },
};

/** In each, what is asked of GitHub on the way from the pending status to the last one. */
const ON_THE_WAY: readonly (readonly [keyof typeof USES, Operation])[] = [
  ['the trusted job', 'actions/download-artifact'],
  ['the trusted job', 'issues/update-comment'],
  ['the trusted job', 'actions/list-workflow-runs'],
  ['a command', 'issues/create-comment'],
  ['a run that sets the status itself', 'issues/update-comment'],
];

describe.concurrent('killed in the middle, a status that passed before is pending:', () => {
  test.for(ON_THE_WAY)('%s at %s', async ([use, on]) => {
    const controller = new AbortController();
    const act = (): void => controller.abort('SIGKILL');
    const faults: Fault[] = [{ on, effect: { kind: 'interfere', act } }];
    const result = await bot.run({ ...USES[use]!, faults, signal: controller.signal });
    expect(result.exitCode).toBeNull();
    expect(outcomeOf(result).statuses).toEqual(['pending of aaaaaaa']);
  });
});

/** What ends a job, and what it leaves: nothing is green that was not judged. */
const FAILURES: readonly (readonly [string, BotRun, Fault['on']])[] = [
  ['that cannot list the pull requests', USES['the trusted job']!, 'pulls/list'],
  ['that cannot list the runs in the end', USES['the trusted job']!, 'actions/list-workflow-runs'],
  ['that cannot read commits', USES['the trusted job']!, 'git/get-commit'],
  ['that cannot read the budget file', USES['the trusted job']!, 'repos/get-content'],
];

describe.concurrent('a job that fails leaves an error where a status passed before:', () => {
  test.for(FAILURES)('one %s', async ([, use, on]) => {
    const faults = [{ on, effect: WRONG_ANSWERS["a proxy's page"] }];
    const result = await bot.run({ ...use, faults });
    expect(outcomeOf(result)).toMatchObject({
      exit: 2,
      verdict: 'no-comparison',
      statuses: ['error of aaaaaaa'],
    });
    expect(result.stdout + result.stderr).not.toContain('a bug in the action');
    expect(result.github.state.statuses.at(-1)?.description).toContain('nothing was compared: ');
  });

  test('one for a commit that no pull request has any more changes nothing', async () => {
    const pulls = botState().pulls!.map((pull) => Object.assign({}, pull, { headSha: MERGE_SHA }));
    const { statuses } = (await bot.run({ ...USES['the trusted job']!, state: stateWith({ pulls }) })).github
      .state;
    expect(statuses).toEqual([older]);
  });
});
