import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { earlierComment, noticesOf, outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  WORKFLOW,
  budgetOf,
  grownReport,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import { run } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';
import { deltaWith, targetReport } from '../../support/report/report-builders.ts';

const bot = useBot('bundle');

function commentOnRun(inputs: BotRun['inputs'], state: Partial<FakeState>) {
  return bot.run({ mode: 'comment', event: workflowRunEvent(), inputs: inputs ?? {}, state });
}

const BROKEN = { files: { [`main:${BUDGET_FILE}`]: budgetOf({ growth: { ram: 100 } }) } };
const KEPT = {};
const UNREADABLE = { artifacts: [] };
const UNCHANGED = { artifacts: [storedReport(grownReport({ targets: [targetReport({ target: 'toy' })] }))] };
const UNMEASURED = {
  ...UNCHANGED,
  files: { [`main:${BUDGET_FILE}`]: budgetOf({ budgets: { image: 1000 } }) },
};

describe.concurrent('the status of the head says', () => {
  test.for([
    ['nothing, where none is asked for', {}, KEPT, []],
    ['success', { status: 'commit-status' }, KEPT, ['success of aaaaaaa']],
    ['failure', { status: 'commit-status' }, BROKEN, ['failure of aaaaaaa']],
    ['error, where nothing was compared', { status: 'commit-status' }, UNREADABLE, ['error of aaaaaaa']],
    [
      'success, where the broken limit is not to fail',
      { status: 'commit-status', 'fail-on': 'over-budget' },
      BROKEN,
      ['success of aaaaaaa'],
    ],
    [
      'error, where no limit is to fail',
      { status: 'commit-status', 'fail-on': 'none' },
      UNREADABLE,
      ['error of aaaaaaa'],
    ],
    ['success, by a check run', { status: 'check-run' }, KEPT, ['success of aaaaaaa']],
    ['failure, by a check run', { status: 'check-run' }, BROKEN, ['failure of aaaaaaa']],
    [
      'failure, by a check run, where nothing was compared',
      { status: 'check-run' },
      UNREADABLE,
      ['failure of aaaaaaa'],
    ],
  ] as const)('%s', async ([, inputs, state, statuses]) => {
    const outcome = outcomeOf(await commentOnRun(inputs, state));
    expect(outcome.statuses).toEqual(statuses);
    expect(outcome.exit).toBe(state === UNREADABLE ? 2 : 0);
  });

  test('the base branch and the headline, under a name that the comment key tells apart, and leads to the run', async () => {
    const { github } = await commentOnRun({ status: 'commit-status', 'comment-key': 'nightly' }, BROKEN);
    expect(github.state.statuses.map(({ context }) => context)).toEqual([
      'kernel-size (nightly)',
      'kernel-size (nightly)',
    ]);
    expect(github.state.statuses.slice(1)).toEqual([
      expect.objectContaining({
        state: 'failure',
        description: 'main: toy is over its growth limit: ram +500 B (limit +100 B)',
        targetUrl: 'https://github.test/octo/linux/actions/runs/500',
      }),
    ]);
  });

  test('the whole report, by a check run', async () => {
    const { github } = await commentOnRun({ status: 'check-run' }, BROKEN);
    const [check] = github.state.checks;
    expect(check).toMatchObject({ name: 'kernel-size', status: 'completed' });
    expect(check?.title).toBe('main: toy is over its growth limit: ram +500 B (limit +100 B)');
    expect(check?.summary).toMatch(/^### ❌ Kernel size: toy is over its growth limit/);
  });
});

const EARLIER = ['#7 ### an earlier verdict'];
const written = (start: string) => [expect.stringMatching(new RegExp(`^#7 ### ${start} Kernel size: `))];

describe.concurrent('comment:', () => {
  test.for([
    ['always', 'where nothing changed', UNCHANGED, [], written('✅')],
    ['always', 'where something changed', KEPT, [], written('✅')],
    ['on-change', 'where nothing changed', UNCHANGED, [], []],
    ['on-change', 'where nothing changed any more', UNCHANGED, [earlierComment()], written('✅')],
    ['on-change', 'where something changed', KEPT, [], written('✅')],
    ['on-change', 'where a limit is broken', BROKEN, [], written('❌')],
    ['on-change', 'where nothing was compared', UNREADABLE, [], written('⛔')],
    ['on-change', 'where nothing changed, but a limit could not be judged', UNMEASURED, [], written('⛔')],
    ['never', 'where a limit is broken', BROKEN, [], []],
    ['never', 'where a limit is broken, beside a comment', BROKEN, [earlierComment()], EARLIER],
    ['never', 'where nothing was compared', UNREADABLE, [], []],
  ] as const)('%s, %s', async ([comment, , state, comments, expected]) => {
    const result = await commentOnRun({ comment }, { ...state, comments: [...comments] });
    expect(outcomeOf(result).comments).toEqual(expected);
    expect(result.exitCode).toBe(state === UNREADABLE || state === UNMEASURED ? 2 : 0);
  });
});

describe.concurrent('a comment that somebody has minimised', () => {
  test.for([
    ['stays so while the limits are kept', KEPT, true, []],
    [
      'is shown again where a limit is broken',
      BROKEN,
      false,
      ['somebody had minimised the comment, and it is shown again'],
    ],
    [
      'is shown again where nothing was compared',
      UNREADABLE,
      false,
      ['somebody had minimised the comment, and it is shown again'],
    ],
  ] as const)('%s', async ([, state, isMinimized, notices]) => {
    const comments = [{ ...earlierComment(), isMinimized: true }];
    const result = await commentOnRun({}, { ...state, comments });
    expect(result.github.state.comments).toHaveLength(1);
    expect(result.github.state.comments[0]?.isMinimized).toBe(isMinimized);
    expect(noticesOf(result)).toEqual(notices);
  });
});

describe.concurrent('two runs at once', () => {
  /** Run 501 has measured more than run 500. */
  function twoRuns(): Partial<FakeState> {
    const delta = deltaWith({ metrics: { ram: [1000, 1600] } });
    const later = grownReport({ targets: [targetReport({ target: 'toy', delta })] });
    return {
      runs: [500, 501].map((id) => run({ id, path: WORKFLOW })),
      artifacts: [storedReport(grownReport()), storedReport(later, { runId: 501, id: 901 })],
    };
  }

  test.for([
    ['of one workflow run', [500, 500], '+500 B'],
    ['of two workflow runs', [500, 501], '+600 B'],
    ['of two workflow runs, the newer one first', [501, 500], '+600 B'],
  ] as const)('%s leave one comment, which is that of the newer', async ([, ids, ram]) => {
    // Starts the local GitHub and does nothing with it.
    const event = { ...workflowRunEvent(), name: 'push' };
    const { github } = await bot.run({ mode: 'comment', event, state: twoRuns() });
    const runs = ids.map((id) => bot.run({ mode: 'comment', event: workflowRunEvent({ id }), github }));
    const results = await Promise.all(runs);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(outcomeOf(results[0]!).comments).toEqual([
      `#7 ### ✅ Kernel size: toy has no limits: flash 0 B, ram ${ram}`,
    ]);
  });
});
