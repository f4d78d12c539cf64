import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  botState,
  grownReport,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import { refusal } from '../../support/github/fake-github-faults.ts';
import { BASE_SHA, HEAD_SHA, commit } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';

const bot = useBot();

function commentOnRun(run: Partial<BotRun>) {
  const inputs = { status: 'commit-status', ...run.inputs };
  return bot.run({ mode: 'comment', event: workflowRunEvent(), ...run, inputs });
}

function filesOf(text: string): Partial<FakeState> {
  return { files: { [`main:${BUDGET_FILE}`]: text } };
}

const NOT_FOUND = refusal(404, 'Not Found');

/** What becomes of the budget file, and of a report whose own limits are kept. */
const BUDGET_FILES: readonly (readonly [string, Partial<BotRun>, number, string, string])[] = [
  [
    'is not there: the pull request brings it',
    { state: { files: {} } },
    0,
    'pass',
    'toy is new and has no budgets',
  ],
  ['is no YAML', { state: filesOf('targets: [') }, 2, 'no-comparison', 'nothing was compared: `'],
  ['is empty', { state: filesOf('') }, 2, 'no-comparison', 'nothing was compared: `'],
  ['names no target', { state: filesOf('targets: {}') }, 2, 'no-comparison', 'nothing was compared: `'],
  [
    'has an unknown key',
    { state: filesOf('{"targets": {"toy": {"extends": "x86-tiny", "budget": {}}}}') },
    2,
    'no-comparison',
    'nothing was compared: `',
  ],
  [
    'is too large for GitHub to show',
    { state: filesOf(`#${'x'.repeat(1024 * 1024)}`) },
    2,
    'no-comparison',
    'it has 1048577 bytes',
  ],
  [
    'is outside the repository',
    { inputs: { config: '../budget.yml' } },
    2,
    'no-comparison',
    'lies outside the repository',
  ],
  [
    'may not be read',
    { faults: [{ on: 'repos/get-content', effect: refusal(403, 'Resource not accessible by integration') }] },
    2,
    'no-comparison',
    'add `contents: read`',
  ],
  [
    'is not shown, as nothing of the repository is to a token that may not read contents',
    {
      faults: (['repos/get-content', 'repos/compare-commits'] as const).map((on) => ({
        on,
        effect: NOT_FOUND,
      })),
    },
    2,
    'no-comparison',
    'lack `contents: read`?',
  ],
];

describe.concurrent('a budget file that', () => {
  test.for(BUDGET_FILES)('%s', async ([, run, exit, verdict, line]) => {
    const outcome = outcomeOf(await commentOnRun(run));
    expect(outcome).toMatchObject({
      exit,
      verdict,
      statuses: [`${exit === 0 ? 'success' : 'error'} of aaaaaaa`],
    });
    expect(outcome.comments.map((comment) => comment.replaceAll('``', '`'))).toEqual([
      expect.stringContaining(line),
    ]);
  });
});

const OTHER = 'd'.repeat(40);

describe.concurrent('a report compares nothing where it', () => {
  test.for([
    ['is of a commit that GitHub does not know', { head: { hash: OTHER, origin: '' } }, []],
    [
      'is of a merge of another commit',
      { head: { hash: OTHER, origin: '' } },
      [commit({ sha: OTHER, parents: [BASE_SHA, OTHER] })],
    ],
    [
      "is of the merge, but of another base than the merge's",
      { base: { hash: OTHER, origin: '' } },
      botState().commits!,
    ],
    ['names no commit', { base: undefined, head: undefined }, botState().commits!],
    ['has no targets, where main has no budget file', { targets: [] }, botState().commits!, { files: {} }],
    ['failed', { failure: { reason: 'no base', details: [] }, verdict: 'pass' }, botState().commits!],
  ] as const)('%s', async ([, overrides, commits, more = {}]) => {
    const state = { artifacts: [storedReport(grownReport(overrides))], commits: [...commits], ...more };
    const outcome = outcomeOf(await commentOnRun({ state }));
    expect(outcome).toMatchObject({ exit: 2, verdict: 'no-comparison', statuses: ['error of aaaaaaa'] });
    expect(outcome.comments).toEqual([
      expect.stringMatching(/^#7 ### ⛔ Kernel size: nothing was compared: `/),
    ]);
  });

  test('is of the head itself and not of a merge, it is judged', async () => {
    const artifacts = [storedReport(grownReport({ head: { hash: HEAD_SHA, origin: '' } }))];
    expect(outcomeOf(await commentOnRun({ state: { artifacts, commits: [] } }))).toMatchObject({
      exit: 0,
      verdict: 'pass',
    });
  });
});
