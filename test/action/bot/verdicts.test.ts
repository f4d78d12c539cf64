import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  botState,
  budgetOf,
  grownReport,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import { HEAD_SHA, pull } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';
import { budgetFile } from '../../support/kernel/toy-kernel.ts';
import { deltaWith, findingWith, targetReport, verdictWith } from '../../support/report/report-builders.ts';

const bot = useBot();

function commentOnRun(run: Partial<BotRun>) {
  const inputs = { status: 'commit-status', ...run.inputs };
  return bot.run({ mode: 'comment', event: workflowRunEvent(), ...run, inputs });
}

function filesOf(text: string): Partial<FakeState> {
  return { files: { [`main:${BUDGET_FILE}`]: text } };
}

function budgetsOf(targets: Parameters<typeof budgetFile>[0]): Partial<FakeState> {
  return filesOf(budgetFile(targets)[BUDGET_FILE]!);
}

const ACCEPTED = {
  ...filesOf(budgetOf({ growth: { ram: 100 } })),
  comments: [{ id: 60, pullNumber: 7, author: 'alice', body: '/kernel-size accept toy ram +500 a driver' }],
};

/** Limits of main's budget file, and what follows where RAM grows from 1,000 to 1,500 bytes. */
const LIMITS: readonly (readonly [string, Partial<FakeState>, string, string])[] = [
  ['no limit', filesOf(budgetOf({})), 'pass', 'success'],
  ['a growth limit that is kept', filesOf(budgetOf({ growth: { ram: 500 } })), 'pass', 'success'],
  ['a growth limit that is broken', filesOf(budgetOf({ growth: { ram: 499 } })), 'over-growth', 'failure'],
  ['a growth limit that is lifted', ACCEPTED, 'accepted', 'success'],
  ['a budget that is kept', filesOf(budgetOf({ budgets: { ram: 2000 } })), 'pass', 'success'],
  ['a budget that is used up', filesOf(budgetOf({ budgets: { ram: 1500 } })), 'near-limit', 'success'],
  ['a budget that is broken', filesOf(budgetOf({ budgets: { ram: 1499 } })), 'over-budget', 'failure'],
  [
    'a budget that was broken, and is more so',
    filesOf(budgetOf({ budgets: { ram: 900 } })),
    'over-budget',
    'failure',
  ],
  [
    'a limit on what was not measured',
    filesOf(budgetOf({ budgets: { image: 9000 } })),
    'no-comparison',
    'error',
  ],
  ['another target', budgetsOf({ other: {} }), 'no-comparison', 'error'],
  ['another target beside', budgetsOf({ toy: {}, other: {} }), 'no-comparison', 'error'],
];

describe.concurrent("main's budget file decides, not the report, which claims to pass without limits:", () => {
  test.for(LIMITS)('%s', async ([, state, verdict, status]) => {
    const outcome = outcomeOf(await commentOnRun({ state }));
    expect(outcome).toMatchObject({ exit: verdict === 'no-comparison' ? 2 : 0, verdict });
    expect(outcome.statuses).toEqual([`${status} of ${HEAD_SHA.slice(0, 7)}`]);
    expect(outcome.comments).toHaveLength(1);
  });

  test('a verdict that the report claims does not count either', async () => {
    const [toy] = grownReport().targets;
    const claimed = {
      ...toy!,
      budgets: { ram: 1 },
      verdict: verdictWith('over-budget', { findings: [findingWith()] }),
    };
    const artifacts = [storedReport(grownReport({ targets: [claimed], verdict: 'over-budget' }))];
    expect(outcomeOf(await commentOnRun({ state: { artifacts } }))).toMatchObject({
      exit: 0,
      verdict: 'pass',
    });
  });

  test('it is that of the branch that the pull request is to be merged into', async () => {
    const files = { ...botState().files, [`rpi:${BUDGET_FILE}`]: budgetOf({ growth: { ram: 100 } }) };
    const artifacts = [storedReport(grownReport({ baseRef: 'rpi' }))];
    const state = { pulls: [pull({ baseRef: 'rpi' })], files, artifacts };
    expect(outcomeOf(await commentOnRun({ state }))).toMatchObject({ exit: 0, verdict: 'over-growth' });
  });

  test('a target that has to be there by the inputs is missed', async () => {
    const outcome = outcomeOf(await commentOnRun({ inputs: { targets: 'toy gone' } }));
    expect(outcome).toMatchObject({ exit: 2, verdict: 'no-comparison' });
    expect(outcome.comments).toEqual([
      expect.stringContaining('no comparison for gone: `no measurement of it arrived'),
    ]);
  });

  test('a target that only the report has is new, and its own limits count', async () => {
    const mine = targetReport({ target: 'mine', budgets: { ram: 10 }, delta: deltaWith({ symbols: 'new' }) });
    const artifacts = [storedReport(grownReport({ targets: [...grownReport().targets, mine] }))];
    const outcome = outcomeOf(await commentOnRun({ state: { artifacts } }));
    expect(outcome).toMatchObject({ exit: 0, verdict: 'over-budget', statuses: ['failure of aaaaaaa'] });
  });

  test('a target that main has is not new because the report says so', async () => {
    const claimed = targetReport({ target: 'toy', status: 'new', delta: deltaWith({ symbols: 'new' }) });
    const artifacts = [storedReport(grownReport({ targets: [claimed] }))];
    expect(outcomeOf(await commentOnRun({ state: { artifacts } }))).toMatchObject({
      exit: 2,
      verdict: 'no-comparison',
    });
  });
});
