import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import { expectHonest, outcomeOf, writesOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotResult,
  type BotRun,
  MERGE_SHA,
  WORKFLOW,
  budgetOf,
  grownReport,
  pullRequestEvent,
  useBot,
} from '../../support/bot/bot.ts';
import {
  BASE_SHA,
  HEAD_SHA,
  commit,
  pull,
  run,
} from '../../support/github/resources/fake-github-builders.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';
import { budgetFile } from '../../support/kernel/toy-kernel.ts';
import { readable } from '../../support/report/readable.ts';
import { targetReport } from '../../support/report/report-builders.ts';

const bot = useBot('bundle');

const planned = { base: BASE_SHA, head: MERGE_SHA, targets: 'toy' };
const toy = renderJson(grownReport());
const board = renderJson(grownReport({ targets: [targetReport({ target: 'board' })] }));

function budgets(targets: Parameters<typeof budgetFile>[0]): Partial<FakeState> {
  return { files: { [`${BASE_SHA}:${BUDGET_FILE}`]: budgetFile(targets)[BUDGET_FILE]! } };
}

async function report(more: Partial<BotRun>): Promise<BotResult> {
  const result = await bot.run({
    mode: 'report',
    event: pullRequestEvent(),
    parts: { 'kernel-size-part-toy/part.json': toy },
    ...more,
    inputs: { ...planned, comment: 'never', ...more.inputs },
  });
  expectHonest(result);
  return result;
}

describe.concurrent('the parts of a run', () => {
  test('are joined, and judged by the budget file of base', async () => {
    const result = await report({
      inputs: { targets: 'toy board' },
      parts: { 'a/part.json': toy, 'b/part.json': board },
      state: budgets({ toy: { growth: { ram: 100 } }, board: {} }),
    });
    expect(outcomeOf(result)).toMatchObject({ exit: 1, verdict: 'over-growth', comments: [] });
    expect(readable(result.summary)).toContain('toy is over its growth limit: ram +500 B (limit +100 B)');
    expect(result.summary).toContain('| board ');
  });

  test('are complete, or the one that is missing is named', async () => {
    const result = await report({ inputs: { targets: 'toy board' }, state: budgets({ toy: {}, board: {} }) });
    expect(outcomeOf(result)).toMatchObject({ exit: 2, verdict: 'no-comparison' });
    expect(result.summary).toMatch(
      /^### ⛔ Kernel size: no comparison for board: `?no measurement of it arrived/,
    );
  });

  test('may be of a target that only head has', async () => {
    const targets = [
      ...grownReport().targets,
      targetReport({ target: 'board', status: 'new', budgets: { ram: 1 } }),
    ];
    const result = await report({
      inputs: { targets: 'toy board' },
      parts: { 'part.json': renderJson(grownReport({ targets })) },
    });
    expect(outcomeOf(result)).toMatchObject({ exit: 1, verdict: 'over-budget' });
    expect(result.summary).toContain('over budget (new)');
  });

  const REFUSED: readonly (readonly [string, Partial<BotRun>, string])[] = [
    ['none', { parts: {} }, 'no measurement of it arrived'],
    ['no plan', { inputs: { base: '', head: '', targets: '' } }, 'was given no base, head and targets'],
    ['another base', { inputs: { base: '9'.repeat(40) } }, 'the measurements are of'],
    ['one target twice', { parts: { 'a.json': toy, 'b.json': toy } }, 'two measurements of toy arrived'],
    [
      'two commits',
      {
        parts: { 'a.json': toy, 'b.json': board.replaceAll(MERGE_SHA, '8'.repeat(40)) },
        inputs: { targets: 'toy board' },
      },
      'of different commits',
    ],
    ['what is no report', { parts: { 'a.json': '{"version":1}' } }, 'is not a report of this version'],
    ['what is not JSON', { parts: { 'a.json': 'nothing' } }, 'is not JSON'],
  ];

  test.each(REFUSED)('are no comparison where they are %s', async (_, more, why) => {
    const result = await report(more);
    expect(outcomeOf(result)).toMatchObject({ exit: 2, verdict: 'no-comparison' });
    expect(result.summary).toContain(why);
    expect(result.summary).not.toMatch(/✅|❌/);
  });
});

describe.concurrent('a stored report', () => {
  const again = {
    event: pullRequestEvent('labeled'),
    inputs: { 'stored-run': '500', base: '', head: '', targets: '' },
    parts: {},
  };

  test('is judged again without a build, by the budget file that the base branch has now', async () => {
    const state = { files: { [`main:${BUDGET_FILE}`]: budgetOf({ growth: { ram: 100 } }) } };
    expect(outcomeOf(await report({ ...again, state }))).toMatchObject({ exit: 1, verdict: 'over-growth' });
  });

  test.each([
    ['another head', { runs: [run({ path: WORKFLOW, headSha: '9'.repeat(40) })] }],
    ['another workflow', { runs: [run({ path: '.github/workflows/other.yml' })] }],
    ['no run', { runs: [] }],
    ['an expired artifact', { artifacts: [] }],
  ])('of %s is no comparison', async (_, state) => {
    expect(outcomeOf(await report({ ...again, state }))).toMatchObject({ exit: 2, verdict: 'no-comparison' });
  });
});

describe.concurrent('a merge group', () => {
  const event = {
    name: 'merge_group',
    payload: {
      merge_group: { base_sha: BASE_SHA, head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${BASE_SHA}` },
    },
  };
  const tight = budgets({ toy: { growth: { ram: 100 } } });
  const range = { mergeBases: { [`${BASE_SHA}...${MERGE_SHA}`]: BASE_SHA } };

  test('is judged, without a comment', async () => {
    const result = await report({ event, state: { ...tight, ...range }, inputs: { comment: 'always' } });
    expect(outcomeOf(result)).toMatchObject({ exit: 1, verdict: 'over-growth', comments: [] });
  });

  test.each<[string, Partial<FakeState>]>([
    [
      'a trailer in its commits',
      { commits: [commit({ sha: MERGE_SHA, message: 'x\n\nSize-Growth: toy ram +500 why' })] },
    ],
    [
      'a command in its pull request',
      {
        pulls: [pull()],
        comments: [{ id: 60, pullNumber: 7, author: 'alice', body: '/kernel-size accept toy ram +500 why' }],
      },
    ],
  ])('counts %s', async (_, state) => {
    const result = await report({ event, state: { ...tight, ...range, ...state } });
    expect(outcomeOf(result)).toMatchObject({ exit: 0, verdict: 'accepted' });
    expect(writesOf(result)).toEqual([]);
  });
});

describe.concurrent('a push to a branch', () => {
  const push = (ref = 'refs/heads/main'): BotRun['event'] => ({
    name: 'push',
    payload: { before: BASE_SHA, forced: false, ref, repository: { default_branch: 'main' } },
  });
  const range = { mergeBases: { [`${BASE_SHA}...${MERGE_SHA}`]: BASE_SHA } };
  const open = { 'open-issue': 'true' };
  const limit = (ram: number): Partial<FakeState> => ({
    ...budgets({ toy: { budgets: { ram } } }),
    ...range,
  });

  test('that crosses a budget opens one issue, which names the commit, and keeps naming it', async () => {
    const first = await report({ event: push(), inputs: open, state: limit(1400) });
    expect(outcomeOf(first)).toMatchObject({ exit: 1, verdict: 'over-budget' });
    const [issue, ...more] = first.github.state.issues;
    expect(more).toEqual([]);
    expect(issue?.title).toBe('Kernel size: main is over its budget');
    expect(issue?.body).toContain(`- \`toy\` \`ram\`: 1,500 B of 1,400 B, since ${MERGE_SHA}`);
    // The next push adds nothing.
    const same = grownReport({
      base: { hash: MERGE_SHA, origin: 'before' },
      head: { hash: HEAD_SHA, origin: 'after' },
    });
    const still = renderJson(same).replaceAll('"base": 1000', '"base": 1500');
    const state = { ...limit(1400), issues: [issue!] };
    state.files![`${MERGE_SHA}:${BUDGET_FILE}`] = state.files![`${BASE_SHA}:${BUDGET_FILE}`]!;
    const inputs = { ...open, base: MERGE_SHA, head: HEAD_SHA };
    const second = await report({ event: push(), inputs, state, parts: { 'part.json': still } });
    expect(outcomeOf(second)).toMatchObject({ exit: 0, verdict: 'inherited' });
    expect(second.github.state.issues).toHaveLength(1);
    expect(second.github.state.issues[0]?.body).toContain(`1,500 B of 1,400 B, since ${MERGE_SHA}`);
    // Then there is room again.
    const third = await report({
      event: push(),
      inputs: open,
      state: { ...limit(2000), issues: second.github.state.issues },
    });
    expect(third.exitCode).toBe(0);
    expect(third.github.state.issues.map(({ state: word }) => word)).toEqual(['closed']);
    expect(third.github.state.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining(`\`main\` is within its budgets again at ${MERGE_SHA}`),
    ]);
  });

  test.each<[string, Partial<BotRun>]>([
    ['where none is asked for', { event: push(), state: limit(1400) }],
    [
      'where only growth is over',
      { event: push(), inputs: open, state: { ...budgets({ toy: { growth: { ram: 1 } } }), ...range } },
    ],
    ['of a tag', { event: push('refs/tags/v1'), inputs: open, state: limit(1400) }],
    ['where nothing was compared', { event: push(), inputs: open, state: limit(1400), parts: {} }],
  ])('opens no issue %s', async (_, more) => {
    const result = await report(more);
    expect(result.exitCode).not.toBe(0);
    expect(result.github.state.issues).toEqual([]);
  });
});
