import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { SHARED_HEADS } from '../../../src/github/api/limits.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import {
  type BotResult,
  type BotRun,
  MERGE_SHA,
  WORKFLOW,
  botState,
  budgetOf,
  grownReport,
  pullRequestEvent,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import {
  BASE_SHA,
  FORK,
  HEAD_SHA,
  commit,
  pull,
  run,
} from '../../support/github/resources/fake-github-builders.ts';
import type { FakePull, FakeRun } from '../../support/github/resources/fake-github-records.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';

const bot = useBot();

const OLD_SHA = 'd'.repeat(40);
const OLD_MERGE = 'e'.repeat(40);

/** What budget file a branch has for growth by 500 bytes. */
const BUDGETS = { strict: budgetOf({ growth: { ram: 100 } }), lax: budgetOf({ growth: { ram: 1000 } }) };

interface Situation {
  readonly main?: keyof typeof BUDGETS | undefined;
  readonly old?: keyof typeof BUDGETS | undefined;
  /** What is different about pull request 8, which is into `old`. */
  readonly second?: Partial<FakePull>;
  /** What is different about its run, 501. */
  readonly secondRun?: Partial<FakeRun>;
  /** Whose runs have left a report. */
  readonly measured?: readonly number[];
}

/** Pull requests 7 into main and 8 into `old` have one head, and were measured by runs 500 and 501. */
function twoPulls({
  main,
  old,
  second = {},
  secondRun = {},
  measured = [7, 8],
}: Situation): Partial<FakeState> {
  const ofOld = grownReport({
    pullRequest: 8,
    baseRef: 'old',
    base: { hash: OLD_SHA, origin: 'parent of the merge' },
    head: { hash: OLD_MERGE, origin: 'what is checked out' },
  });
  const artifacts = [
    ...(measured.includes(7) ? [storedReport(grownReport())] : []),
    ...(measured.includes(8) ? [storedReport(ofOld, { id: 901, runId: 501 })] : []),
  ];
  return {
    pulls: [pull(), pull({ number: 8, baseRef: 'old', baseSha: OLD_SHA, ...second })],
    runs: [run({ path: WORKFLOW }), run({ id: 501, path: WORKFLOW, ...secondRun })],
    commits: [...botState().commits!, commit({ sha: OLD_MERGE, parents: [OLD_SHA, HEAD_SHA] })],
    files: {
      ...(main === undefined ? {} : { [`main:${BUDGET_FILE}`]: BUDGETS[main] }),
      ...(old === undefined ? {} : { [`old:${BUDGET_FILE}`]: BUDGETS[old] }),
    },
    artifacts,
  };
}

/** The last of each name, without what is only on its way to another: name, state and description. */
function statusesOf({ github }: BotResult): readonly string[] {
  const last = new Map(github.state.statuses.map((status) => [status.context, status]));
  return [...last.values()].map(({ context, state, description }) => `${context} ${state}: ${description}`);
}

const GROWN = 'toy is over its growth limit: ram +500 B (limit +100 B)';
const KEPT = 'toy is within its limits: flash 0 B, ram +500 B';
const NEW = 'toy is new and has no budgets: flash 0 B, ram +500 B';
const WAITS = 'waits for its measurement';
const NONE = 'kernel-size (no budget file)';

const HEADS: readonly (readonly [string, Situation, string])[] = [
  [
    'fails where one of them does',
    { main: 'strict', old: 'lax' },
    `kernel-size failure: #7 into main: ${GROWN}; #8 into old: ${KEPT}`,
  ],
  [
    'fails where the other one does',
    { main: 'lax', old: 'strict' },
    `kernel-size failure: #8 into old: ${GROWN}; #7 into main: ${KEPT}`,
  ],
  [
    'passes where both do',
    { main: 'lax', old: 'lax' },
    `kernel-size success: #7 into main: ${KEPT}; #8 into old: ${KEPT}`,
  ],
  [
    'waits for one that has no report yet',
    { main: 'lax', old: 'lax', measured: [8] },
    `kernel-size pending: #7 into main: ${WAITS}; #8 into old: ${KEPT}`,
  ],
  [
    'is that of the one whose base has a budget file',
    { main: 'strict' },
    `kernel-size failure: main: ${GROWN}`,
  ],
  ['is not that of one whose base has none', { main: 'lax' }, `kernel-size success: main: ${KEPT}`],
  [
    'has another name where no base has a budget file',
    {},
    `${NONE} success: #7 into main: ${NEW}; #8 into old: ${NEW}`,
  ],
  [
    'is that of the open one alone',
    { main: 'lax', old: 'strict', second: { state: 'closed' } },
    `kernel-size success: main: ${KEPT}`,
  ],
  [
    'fails where another branch is at the commit',
    { main: 'lax', old: 'strict', second: { headRef: 'other' }, secondRun: { headBranch: 'other' } },
    `kernel-size failure: #8 into old: ${GROWN}; #7 into main: ${KEPT}`,
  ],
  [
    'fails where a fork has the commit in a branch of the same name',
    { main: 'lax', old: 'strict', second: { headRepo: FORK }, secondRun: { headRepo: FORK } },
    `kernel-size failure: #8 into old: ${GROWN}; #7 into main: ${KEPT}`,
  ],
  [
    'waits for one whose fork is deleted: no run can be known as its own',
    { main: 'lax', old: 'lax', second: { headRepo: null }, secondRun: { headRepo: null } },
    `kernel-size pending: #8 into old: ${WAITS}; #7 into main: ${KEPT}`,
  ],
];

describe.concurrent('the status of a commit that is the head of two pull requests', () => {
  test.for(HEADS)('%s', async ([, situation, status]) => {
    const { secondRun = {} } = situation;
    // Whichever of the two runs ends, its job looks at both; that of a deleted fork, or of a closed one, has no pull request.
    const isOrphan = secondRun.headRepo === null || situation.second?.state === 'closed';
    const fields = isOrphan ? {} : { id: 501, head_branch: secondRun.headBranch ?? 'topic' };
    const event = workflowRunEvent(fields, secondRun.headRepo ?? undefined);
    const inputs = { status: 'commit-status' };
    const result = await bot.run({ mode: 'comment', event, inputs, state: twoPulls(situation) });
    expect(statusesOf(result)).toEqual([cut(status)]);
  });

  test('is the same whichever run ends last', async () => {
    const inputs = { status: 'commit-status' };
    const state = twoPulls({ main: 'strict', old: 'lax' });
    const event = workflowRunEvent({ id: 501 });
    const { github } = await bot.run({ mode: 'comment', event, inputs, state });
    const last = await bot.run({ mode: 'comment', event: workflowRunEvent(), inputs, github });
    expect(statusesOf(last)).toEqual([
      cut(`kernel-size failure: #7 into main: ${GROWN}; #8 into old: ${KEPT}`),
    ]);
  });

  test('is set when a run begins: what passed before another pull request was opened passes no more', async () => {
    const inputs = { status: 'commit-status' };
    const state = twoPulls({ main: 'lax', old: 'lax', measured: [7] });
    const [first, second] = state.pulls!;
    const alone = await bot.run({
      mode: 'comment',
      event: workflowRunEvent(),
      inputs,
      state: { ...state, pulls: [first!] },
    });
    expect(statusesOf(alone)).toEqual([`kernel-size success: main: ${KEPT}`]);
    const { github } = alone;
    github.state.pulls.push(second!);
    const begun = workflowRunEvent({ id: 501, conclusion: null });
    const event = { ...begun, payload: { ...(begun.payload as object), action: 'requested' } };
    const after = await bot.run({ mode: 'comment', event, inputs, github });
    expect(after).toMatchObject({ exitCode: 0, outputs: {} });
    expect(statusesOf(after)).toEqual([
      cut(`kernel-size pending: #8 into old: ${WAITS}; #7 into main: ${KEPT}`),
    ]);
  });

  test('passes for none where more have it than are judged, whose comments are written all the same', async () => {
    const others = Array.from({ length: SHARED_HEADS }, (_, index) =>
      pull({ number: 20 + index, baseRef: `b${index}` }),
    );
    const state = { ...botState(), pulls: [pull(), ...others] };
    const inputs = { status: 'commit-status' };
    const artifacts = [storedReport(grownReport())];
    const result = await bot.run({
      mode: 'comment',
      event: workflowRunEvent(),
      inputs,
      state: { ...state, artifacts },
    });
    expect(result.github.state.comments.map(({ pullNumber }) => pullNumber)).toEqual([7]);
    expect(statusesOf(result)).toEqual([
      'kernel-size error: 11 pull requests have this head, and 10 at most are judged: close the others',
    ]);
  });

  test('is a check run in the same way', async () => {
    const state = twoPulls({ main: 'strict', old: 'lax' });
    const event = workflowRunEvent({ id: 501 });
    const { github } = await bot.run({ mode: 'comment', event, inputs: { status: 'check-run' }, state });
    expect(github.state.checks).toEqual([
      expect.objectContaining({
        name: 'kernel-size',
        status: 'completed',
        conclusion: 'failure',
        title: `#7 into main: ${GROWN}; #8 into old: ${KEPT}`,
      }),
    ]);
  });
});

/** GitHub takes 140 characters for a description. */
function cut(status: string): string {
  const [, name = '', description = ''] = /^(.*?: )(.*)$/.exec(status) ?? [];
  return name + (description.length > 140 ? `${description.slice(0, 139)}…` : description);
}

const parts = { 'toy/part.json': renderJson(grownReport()) };
const inputs = { base: BASE_SHA, head: MERGE_SHA, targets: 'toy', status: 'commit-status', comment: 'never' };

const budgets = { [`${BASE_SHA}:${BUDGET_FILE}`]: BUDGETS.lax };

function ownRun(event: BotRun['event'], state: Partial<FakeState>): Promise<BotResult> {
  const files = { ...state.files, ...budgets };
  return bot.run({ mode: 'report', event, inputs, parts, state: { ...state, files } });
}

describe.concurrent('a run that sets the status itself', () => {
  test.for([
    ['passes for its pull request', { main: 'lax', second: { state: 'closed' } }, `success: main: ${KEPT}`],
    [
      'does not pass for another one, which it knows nothing of',
      { main: 'lax', old: 'lax' },
      `pending: #8 into old has the same head, and is not judged here; main: ${KEPT}`,
    ],
    ['passes beside one into a branch without a budget file', { main: 'lax' }, `success: main: ${KEPT}`],
  ] as const)('%s', async ([, situation, status]) => {
    const result = await ownRun(pullRequestEvent(), twoPulls(situation));
    expect(statusesOf(result)).toEqual([cut(`kernel-size ${status}`)]);
    expect(result.github.state.statuses[0]).toMatchObject({
      state: 'pending',
      description: 'main: is being measured',
    });
  });

  test.for([
    ['its base has no budget file', {}, `${NONE} success: main: ${KEPT}`],
    [
      'its base has been changed meanwhile',
      { pulls: [pull({ baseRef: 'old' })] },
      `kernel-size pending: old: ${WAITS}`,
    ],
    [
      'its head has moved on',
      { pulls: [pull({ headSha: OLD_SHA })] },
      'kernel-size pending: main: is being measured',
    ],
  ] as const)('does not pass for main where %s', async ([, more, status]) => {
    const files =
      'pulls' in more ? { [`main:${BUDGET_FILE}`]: BUDGETS.lax, [`old:${BUDGET_FILE}`]: BUDGETS.lax } : {};
    const state = { pulls: [...('pulls' in more ? more.pulls : [pull()])], files };
    const result = await ownRun(pullRequestEvent(), state);
    expect(statusesOf(result).at(-1)).toBe(status);
    expect(
      result.github.state.statuses.filter(
        ({ context, state: word }) => context === 'kernel-size' && word === 'success',
      ),
    ).toEqual([]);
  });

  test.for([
    [
      'a push',
      { name: 'push', payload: { before: BASE_SHA, ref: 'refs/heads/topic' } },
      'kernel-size (push)',
    ],
    ['a schedule', { name: 'schedule', payload: {} }, 'kernel-size (schedule)'],
    [
      'a merge group, whose commit is its own',
      { name: 'merge_group', payload: { merge_group: { base_sha: BASE_SHA } } },
      'kernel-size',
    ],
  ] as const)('has a name for %s', async ([, event, name]) => {
    const result = await ownRun(event, {});
    expect(statusesOf(result)).toEqual([`${name} success: ${KEPT}`]);
  });
});
