import { describe, expect, test } from 'vitest';
import { type Asked, answersOf, asked, reactionsOf } from '../../support/bot/bot-commands.ts';
import { outcomeOf, writesOf } from '../../support/bot/bot-outcome.ts';
import { WORKFLOW, commentEvent, grownReport, storedReport, useBot } from '../../support/bot/bot.ts';
import { FORK, pull, run } from '../../support/github/resources/fake-github-builders.ts';
import { BOT_LOGIN, type FakeState } from '../../support/github/resources/fake-github-state.ts';
import { targetReport } from '../../support/report/report-builders.ts';

const bot = useBot();

const ask = (body: string, more: Asked = {}) => bot.run(asked(body, more));

const OTHER_SHA = 'e'.repeat(40);

const REFUSED = { exit: 2, verdict: 'no-comparison', comments: [], statuses: [] };

describe.concurrent('a command that is not understood is answered, and changes nothing:', () => {
  test.for([
    ['another word', 'frobnicate', '`frobnicate` is no command'],
    ['a word of markdown', '`@everyone`<img>', 'is no command'],
    ['explain without a name', 'explain', '`explain` is no command'],
    ['accept without anything', 'accept', 'Nothing is accepted: '],
    ['accept of a metric that there is none of', 'accept toy rom +1K a driver', 'Nothing is accepted: '],
    ['accept without a plus', 'accept toy ram 1K a driver', 'Nothing is accepted: '],
    ['accept of a share', 'accept toy ram +10% a driver', 'Nothing is accepted: '],
    ['accept without a reason', 'accept toy ram +1K', 'has no reason'],
    ['accept for another target', 'accept other ram +1K a driver', 'there is no target `other`, only `toy`.'],
  ] as const)('%s', async ([, words, answer]) => {
    const result = await ask(`/kernel-size ${words}`);
    expect(outcomeOf(result)).toEqual(REFUSED);
    expect(answersOf(result)).toEqual([expect.stringContaining(answer)]);
    expect([reactionsOf(result), result.github.state.reruns]).toEqual([['confused'], []]);
  });
});

describe.concurrent('a command counts for nothing, and is not answered, of', () => {
  test.for([
    ['somebody who may read', 'mallory', 'mallory may not write'],
    ['a stranger', 'stranger', 'stranger may not write'],
    ['a bot that may write', 'dependabot[bot]', 'dependabot[bot] is a bot'],
    ['the bot itself', BOT_LOGIN, 'github-actions[bot] is a bot'],
  ] as const)('%s', async ([, author, reason]) => {
    const result = await ask('/kernel-size accept toy ram +500 a driver', { author });
    expect(outcomeOf(result)).toEqual(REFUSED);
    expect([reactionsOf(result), answersOf(result)]).toEqual([['-1'], []]);
    expect(result.commands.map(({ data }) => data)).toEqual([expect.stringContaining(reason)]);
  });
});

describe.concurrent('nothing is done for a comment', () => {
  const onIssue = {
    ...commentEvent('/kernel-size'),
    payload: { ...(commentEvent('/kernel-size').payload as object), issue: { number: 7 } },
  };

  test.for([
    ['without a command', commentEvent('Looks good to me')],
    ['with a command further down', commentEvent('Try this:\n/kernel-size')],
    ['with a quoted command', commentEvent('> /kernel-size')],
    ['with a longer word', commentEvent('/kernel-sizes')],
    ['of nothing', commentEvent('')],
    ['on an issue', onIssue],
  ] as const)('%s', async ([, event]) => {
    const result = await bot.run({ mode: 'comment', event, inputs: { status: 'commit-status' } });
    expect(outcomeOf(result)).toEqual({ exit: 0, verdict: undefined, comments: [], statuses: [] });
    expect(result.github.requests).toEqual([]);
  });
});

const passed = grownReport({ targets: [targetReport({ target: 'toy' })] });

describe.concurrent('a command is answered from', () => {
  test.for([
    [
      'the newest run that has a report',
      [run({ id: 502, path: WORKFLOW }), run({ id: 501, path: WORKFLOW }), run({ path: WORKFLOW })],
      [storedReport(grownReport()), storedReport(passed, { id: 901, runId: 501 })],
      'pass',
    ],
    [
      'a run of the fork itself, not of another with the same commit',
      [run({ id: 501, path: WORKFLOW, headRepo: FORK }), run({ path: WORKFLOW })],
      [storedReport(grownReport()), storedReport(passed, { id: 901, runId: 501 })],
      'over-growth',
    ],
    [
      'a report for the pull request itself, where the branch has two',
      [run({ id: 501, path: WORKFLOW }), run({ path: WORKFLOW })],
      [storedReport(grownReport()), storedReport({ ...passed, pullRequest: 8 }, { id: 901, runId: 501 })],
      'over-growth',
    ],
  ] as const)('%s', async ([, runs, artifacts, verdict]) => {
    const result = await ask('/kernel-size', { state: { runs: [...runs], artifacts: [...artifacts] } });
    expect(outcomeOf(result)).toMatchObject({ exit: 0, verdict });
  });

  const nothing: readonly (readonly [string, Partial<FakeState>])[] = [
    ['no run', { runs: [] }],
    ['no report', { artifacts: [] }],
    ['a report of another head', { pulls: [pull({ headSha: OTHER_SHA })] }],
    ['a run of another event', { runs: [run({ path: WORKFLOW, event: 'push' })] }],
    ['a run of another workflow', { runs: [run({ path: '.github/workflows/lint.yml' })] }],
    ['a report that cannot be read', { artifacts: [storedReport('{}')] }],
  ];

  test.for(nothing)('nothing, where there is %s, which is said', async ([, state]) => {
    const result = await ask('/kernel-size accept toy ram +500 a driver', { state });
    expect(outcomeOf(result)).toEqual(REFUSED);
    expect(answersOf(result)).toEqual([expect.stringMatching(/^There is no answer: `/)]);
    expect(writesOf(result)).toHaveLength(1);
  });
});
