import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import type { Report } from '../../../src/report/report.ts';
import { outcomeOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  MERGE_SHA,
  WORKFLOW,
  budgetOf,
  grownReport,
  pullRequestEvent,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import {
  BASE_SHA,
  FORK,
  HEAD_SHA,
  commit,
  labelEvent,
  pull,
  run,
} from '../../support/github/resources/fake-github-builders.ts';
import type { FakePull } from '../../support/github/resources/fake-github-records.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';

const bot = useBot();

const budget = budgetOf({ growth: { ram: 100 } });
const files = { [`main:${BUDGET_FILE}`]: budget, [`${BASE_SHA}:${BUDGET_FILE}`]: budget };
const LABEL = 'size-growth-accepted';
const body = 'Why\n\nSize-Growth: toy ram +500 a driver\n';

function trailer(text: string): Partial<FakeState> {
  return { pulls: [pull({ commits: [commit({ message: `a driver\n\nSize-Growth: ${text}` })] })] };
}

function label(overrides: Partial<FakePull>, events: FakeState['labelEvents'] = [put()]): Partial<FakeState> {
  return { pulls: [pull({ body, labels: [LABEL], ...overrides })], labelEvents: events };
}

function put(overrides: Parameters<typeof labelEvent>[0] = {}) {
  return labelEvent({ label: LABEL, at: '2026-02-02T00:00:00Z', ...overrides });
}

function command(text: string, author = 'alice'): Partial<FakeState> {
  return { comments: [{ id: 60, pullNumber: 7, author, body: `/kernel-size accept ${text}` }] };
}

/** What people have said of growth by 500 bytes where 100 are allowed; the note where it is not understood. */
const CASES: readonly (readonly [string, Partial<FakeState>, 'accepted' | 'over-growth', string?])[] = [
  ['nothing', {}, 'over-growth'],
  ['a trailer', trailer('toy ram +500 a driver'), 'accepted'],
  ['a trailer of too little', trailer('toy ram +499 a driver'), 'over-growth'],
  [
    'a trailer for another target',
    trailer('other ram +500 a driver'),
    'over-growth',
    'there is no target "other"; there is toy',
  ],
  [
    'a trailer for another metric',
    trailer('toy flash +500 a driver'),
    'over-growth',
    'nothing limits the growth of toy',
  ],
  ['a comment for another target', command('toyy ram +500 a driver'), 'over-growth', 'did you mean "toy"?'],
  ['a trailer without a reason', trailer('toy ram +500'), 'over-growth', 'has no reason'],
  ['a label of a writer, and a line in the description', label({}), 'accepted'],
  ['a label in another case', label({ labels: [LABEL.toUpperCase()] }), 'accepted'],
  ['a description alone', label({ labels: [] }, []), 'over-growth', 'accept nothing without the label'],
  ['a label without a line', label({ body: 'Why' }), 'over-growth', 'the description has no line'],
  ['a label of a reader', label({}, [put({ actor: 'mallory' })]), 'over-growth', 'mallory may not write'],
  ['a label of a bot', label({}, [put({ actor: 'labeler[bot]' })]), 'over-growth', 'is a bot'],
  ['a label that was taken off', label({ labels: [] }, [put(), put({ event: 'unlabeled' })]), 'over-growth'],
  [
    'a label that a reader put on again',
    label({}, [put(), put({ event: 'unlabeled' }), put({ actor: 'mallory', at: '2026-03-03T00:00:00Z' })]),
    'over-growth',
    'mallory may not write',
  ],
  [
    'a description edited after the label',
    label({ bodyEditedAt: '2026-02-02T00:00:01Z' }),
    'over-growth',
    'edited after alice put it on',
  ],
  ['a description edited before the label', label({ bodyEditedAt: '2026-02-01T23:59:59Z' }), 'accepted'],
  ['a comment of a writer', command('toy ram +500 a driver'), 'accepted'],
  [
    'a comment of a reader',
    command('toy ram +500 a driver', 'mallory'),
    'over-growth',
    'mallory may not write',
  ],
  [
    'a comment of nobody known',
    command('toy ram +500 a driver', 'stranger'),
    'over-growth',
    'stranger may not',
  ],
  ['a comment that is not understood', command('toy ram 500'), 'over-growth', 'is not TARGET METRIC'],
];

const USES: readonly (readonly [string, Omit<BotRun, 'state'>])[] = [
  ['the trusted job', { mode: 'comment', event: workflowRunEvent() }],
  [
    "the fork's own run",
    {
      mode: 'report',
      event: pullRequestEvent('synchronize', FORK),
      inputs: { base: BASE_SHA, head: MERGE_SHA, targets: 'toy', comment: 'never' },
      parts: { 'toy/part.json': renderJson(grownReport()) },
    },
  ],
];

const MOVED = `for ${'f'.repeat(40)}, before the pull request moved on to ${HEAD_SHA}`;
/** Runs of two pushes, of which the later one is the head. */
const pushes = {
  runs: [
    run({ path: WORKFLOW, createdAt: '2026-02-02T01:00:00Z' }),
    run({ id: 400, path: WORKFLOW, headSha: 'f'.repeat(40), createdAt: '2026-02-01T00:00:00Z' }),
  ],
};
const at = (text: string, createdAt: string) => {
  const comments = command(text).comments!.map((comment) => Object.assign({}, comment, { createdAt }));
  return { ...pushes, comments };
};

/** What was accepted for one head, and what it means for the next. */
const EARLIER: readonly (readonly [
  string,
  Partial<FakeState>,
  'accepted' | 'over-growth',
  string | undefined,
])[] = [
  ['a comment before the last push', at('toy ram +500 why', '2026-02-02T00:59:59Z'), 'accepted', MOVED],
  ['a comment after the last push', at('toy ram +500 why', '2026-02-02T01:00:00Z'), 'accepted', undefined],
  [
    'a comment before the last push, of less',
    at('toy ram +499 why', '2026-02-02T00:59:59Z'),
    'over-growth',
    MOVED,
  ],
  ['a label before the last push', { ...label({}), ...pushes }, 'accepted', MOVED],
  [
    'a label after the last push',
    { ...label({}, [put({ at: '2026-02-03T00:00:00Z' })]), ...pushes },
    'accepted',
    undefined,
  ],
];

describe.concurrent('growth that was accepted counts for later heads up to its bytes, and its head is named:', () => {
  test.for(EARLIER)('%s', async ([, state, verdict, note]) => {
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), state: { files, ...state } });
    expect(outcomeOf(result).verdict).toBe(verdict);
    if (note === undefined) expect(result.summary).not.toContain('moved on to');
    else expect(result.summary).toContain(note);
    const report = JSON.parse(readFileSync(result.outputs['report']!, 'utf8')) as Report;
    const [acceptance] = report.targets
      .flatMap((target) => target.verdict.findings)
      .map((one) => one.acceptance);
    expect(acceptance?.head).toBe(note === undefined ? HEAD_SHA : 'f'.repeat(40));
  });
});

describe.concurrent.each(USES)('%s judges growth by', (_, use) => {
  const cases = CASES.map(([what, state, verdict, note]) => ({ what, state, verdict, note }));

  test.each(cases)('$what', async ({ state, verdict, note }) => {
    const result = await bot.run({ ...use, state: { files, ...state } });
    expect(outcomeOf(result).verdict).toBe(verdict);
    expect(result.exitCode).toBe(use.mode === 'report' && verdict === 'over-growth' ? 1 : 0);
    expect(result.summary).toContain(
      verdict === 'accepted' ? 'grew as was accepted' : 'is over its growth limit',
    );
    if (note !== undefined) expect(result.summary).toContain(note);
  });
});
