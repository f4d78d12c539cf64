import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { RUNS_LOOKED_INTO } from '../../../src/github/api/limits.ts';
import type { Report } from '../../../src/report/report.ts';
import { noticesOf, outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  MERGE_SHA,
  WORKFLOW,
  budgetOf,
  commentEvent,
  grownReport,
  pullRequestEvent,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import {
  BASE_SHA,
  HEAD_SHA,
  commit,
  labelEvent,
  pull,
  run,
} from '../../support/github/resources/fake-github-builders.ts';
import type { FakeLabelEvent } from '../../support/github/resources/fake-github-records.ts';
import { CREATED_AT, type FakeState } from '../../support/github/resources/fake-github-state.ts';
import { deltaWith, targetReport } from '../../support/report/report-builders.ts';

const bot = useBot();

/** The tip of the branch `old`, which has another merge with the head. */
const OLD_SHA = 'd'.repeat(40);
const OLD_MERGE = 'e'.repeat(40);
const LATER = '2026-01-01T00:10:00Z';
const STATUS = { status: 'commit-status' };

/** Measured against `old`, the head does not grow. */
function againstOld(overrides: Partial<Report> = {}): Report {
  return grownReport({
    base: { hash: OLD_SHA, origin: 'parent of the merge' },
    head: { hash: OLD_MERGE, origin: 'what is checked out' },
    baseRef: 'old',
    targets: [targetReport({ target: 'toy', delta: deltaWith({ metrics: { ram: [1500, 1500] } }) })],
    ...overrides,
  });
}

function change(event: FakeLabelEvent['event'] = 'base_ref_changed', at = LATER): FakeLabelEvent {
  return labelEvent({ event, at });
}

/** Pull request 7 was opened against `old`, measured by run 500, and is to be merged into main now. */
function retargeted(more: Partial<FakeState> = {}): Partial<FakeState> {
  const strict = budgetOf({ growth: { ram: 100 } });
  return {
    labelEvents: [change()],
    artifacts: [storedReport(againstOld())],
    commits: [
      commit({ sha: OLD_MERGE, parents: [OLD_SHA, HEAD_SHA] }),
      commit({ sha: MERGE_SHA, parents: [BASE_SHA, HEAD_SHA] }),
    ],
    mergeBases: { [`${OLD_SHA}...main`]: '9'.repeat(40) },
    files: { [`main:${BUDGET_FILE}`]: strict, [`${BASE_SHA}:${BUDGET_FILE}`]: strict },
    runs: [run({ path: WORKFLOW, createdAt: CREATED_AT })],
    ...more,
  };
}

const inBoth = { mergeBases: { [`${OLD_SHA}...main`]: OLD_SHA } };
const unnamed = { artifacts: [storedReport(againstOld({ baseRef: undefined }))] };
const lying = { artifacts: [storedReport(againstOld({ baseRef: 'main' }))] };

/** What tells that the report is of another base. */
const OTHERS: readonly (readonly [string, Partial<FakeState>, string])[] = [
  ['by all that there is', {}, 'measured against "old", not against main'],
  ['by its own word alone', { ...inBoth, labelEvents: [] }, 'measured against "old", not against main'],
  [
    'by the change of the base, without its word',
    { ...inBoth, ...unnamed },
    'given the base main after run 500',
  ],
  [
    'by the change of the base, against its word',
    { ...inBoth, ...lying },
    'given the base main after run 500',
  ],
  [
    'by a change that GitHub made when the old branch was merged',
    { ...inBoth, ...unnamed, labelEvents: [change('automatic_base_change_succeeded')] },
    'given the base main after run 500',
  ],
  [
    'by the commit, which main does not have',
    { ...unnamed, labelEvents: [] },
    `against ${OLD_SHA}, which main`,
  ],
];

describe.concurrent('a report of another base does not count, which is known', () => {
  test.for(OTHERS)('%s', async ([, more, why]) => {
    const state = retargeted(more);
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs: STATUS, state });
    expect(outcomeOf(result)).toEqual({
      exit: 0,
      verdict: undefined,
      comments: [],
      statuses: ['pending of aaaaaaa'],
    });
    expect(noticesOf(result)).toEqual([expect.stringContaining(why)]);
    expect(result.github.state.statuses.at(-1)?.description).toBe('main: waits for its measurement');
  });

  test.for(OTHERS)('%s, where it is to be judged again without a build', async ([, more]) => {
    const result = await bot.run({
      mode: 'report',
      event: pullRequestEvent('edited'),
      inputs: { 'stored-run': '500', comment: 'never' },
      state: retargeted(more),
    });
    expect(outcomeOf(result)).toMatchObject({ exit: 2, verdict: 'no-comparison', statuses: [] });
    expect(result.summary).toContain("expected a report of the pull request's base");
  });

  test.for(['/kernel-size', '/kernel-size accept toy ram +1 why', '/kernel-size explain big'])(
    'to the command %s, which has nothing to answer from',
    async (body) => {
      const event = commentEvent(body);
      const result = await bot.run({ mode: 'comment', event, inputs: STATUS, state: retargeted() });
      expect(outcomeOf(result)).toMatchObject({ exit: 2, verdict: 'no-comparison', statuses: [] });
      expect(result.github.state.comments.at(-1)?.body).toContain(
        `has a stored report of ${HEAD_SHA} against main`,
      );
    },
  );
});

const measured = storedReport(grownReport(), { id: 901, runId: 501 });
const both = {
  runs: [run({ id: 501, path: WORKFLOW, createdAt: LATER }), run({ path: WORKFLOW })],
  artifacts: [storedReport(againstOld()), measured],
};

test('reports are looked for in the newest runs alone, however many a stranger has started', async () => {
  const runs = Array.from({ length: 60 }, (_, index) =>
    run({ id: 500 + index, path: WORKFLOW, createdAt: CREATED_AT }),
  );
  const artifacts = runs.map(({ id }) => storedReport(againstOld(), { id, runId: id }));
  const event = commentEvent('/kernel-size');
  const { github } = await bot.run({ mode: 'comment', event, state: retargeted({ runs, artifacts }) });
  const downloads = github.requests.filter(({ path }) => path.startsWith('/storage/'));
  expect(downloads).toHaveLength(RUNS_LOOKED_INTO);
});

describe.concurrent('once the new base is measured', () => {
  test.for([
    ['its run is judged, though it began in the second of the change', 501],
    ['the run of the old base leaves the status of the new one, however late it ends', 500],
  ])('%s', async ([, id]) => {
    const event = workflowRunEvent({ id, created_at: id === 501 ? LATER : CREATED_AT });
    const result = await bot.run({ mode: 'comment', event, inputs: STATUS, state: retargeted(both) });
    expect(outcomeOf(result)).toMatchObject({ exit: 0, statuses: ['failure of aaaaaaa'] });
    expect(outcomeOf(result).comments).toHaveLength(id === 501 ? 1 : 0);
  });

  test('a base that was changed and changed back needs a new run too', async () => {
    const state = retargeted({
      artifacts: [storedReport(grownReport())],
      labelEvents: [change(), change('base_ref_changed', '2026-01-01T00:20:00Z')],
    });
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs: STATUS, state });
    expect(outcomeOf(result)).toMatchObject({ comments: [], statuses: ['pending of aaaaaaa'] });
  });
});

describe.concurrent('a report of the same base counts', () => {
  const USES: readonly (readonly [string, Omit<BotRun, 'state'>])[] = [
    ['when its run has ended', { mode: 'comment', event: workflowRunEvent(), inputs: STATUS }],
    [
      'when it is judged again, as the plan says',
      {
        mode: 'report',
        event: pullRequestEvent('labeled'),
        inputs: { 'stored-run': '500', base: BASE_SHA, comment: 'never' },
      },
    ],
  ];

  test.for(USES)('%s, though the branch has gone on since', async ([, use]) => {
    const tip = '7'.repeat(40);
    const state = { pulls: [pull({ baseSha: tip })], mergeBases: { [`${BASE_SHA}...main`]: BASE_SHA } };
    expect(outcomeOf(await bot.run({ ...use, state }))).toMatchObject({ exit: 0, verdict: 'pass' });
  });

  test('not where the plan says another commit of it', async () => {
    const state = { mergeBases: { [`${BASE_SHA}...main`]: BASE_SHA } };
    const inputs = { 'stored-run': '500', base: '7'.repeat(40), comment: 'never' };
    const result = await bot.run({ mode: 'report', event: pullRequestEvent('labeled'), inputs, state });
    expect(outcomeOf(result)).toMatchObject({ exit: 2, verdict: 'no-comparison' });
    expect(result.summary).toContain(`run 500 measured against ${BASE_SHA}, not against 777`);
  });

  test('not where a forced push has dropped it from the branch', async () => {
    const state = {
      mergeBases: { [`${BASE_SHA}...main`]: '9'.repeat(40) },
      pulls: [pull({ baseSha: '7'.repeat(40) })],
    };
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs: STATUS, state });
    expect(outcomeOf(result)).toMatchObject({ comments: [], statuses: ['pending of aaaaaaa'] });
  });

  test('not where the base is changed while it is judged', async () => {
    const act = ({ pulls }: FakeState): void => void Object.assign(pulls[0]!, { baseRef: 'rpi' });
    const faults = [{ on: 'pulls/get', effect: { kind: 'interfere', act } }] as const;
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs: STATUS, faults });
    expect(outcomeOf(result).comments).toEqual([]);
    expect(result.github.state.statuses.at(-1)).toMatchObject({
      state: 'pending',
      description: 'rpi: waits for its measurement',
    });
  });
});
