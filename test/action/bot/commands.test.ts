import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { type Asked, answersOf, asked, reactionsOf } from '../../support/bot/bot-commands.ts';
import { earlierComment, outcomeOf } from '../../support/bot/bot-outcome.ts';
import { WORKFLOW, budgetOf, grownReport, storedReport, useBot } from '../../support/bot/bot.ts';
import { run } from '../../support/github/resources/fake-github-builders.ts';
import { deltaWith, ownerRow, targetReport } from '../../support/report/report-builders.ts';

const bot = useBot();

const ask = (body: string, more: Asked = {}) => bot.run(asked(body, more));

describe.concurrent('/kernel-size', () => {
  test('writes the comment anew at the end of the conversation, judged as things are now', async () => {
    const later = { id: 78, pullNumber: 7, author: 'alice', body: 'a later remark' };
    const comments = [
      earlierComment(),
      { id: 77, pullNumber: 7, author: 'alice', body: '/kernel-size' },
      later,
    ];
    const result = await ask('/kernel-size', { state: { comments } });
    expect(outcomeOf(result)).toMatchObject({ exit: 0, verdict: 'over-growth' });
    expect(result.github.state.comments.map(({ id }) => id)).toEqual([77, 78, 101]);
    expect(result.github.state.comments.at(-1)?.body).toContain(
      '### ❌ Kernel size: toy is over its growth limit',
    );
  });

  test('writes it where there was none, comments being off', async () => {
    const result = await ask('/kernel-size', { inputs: { comment: 'never' } });
    expect(outcomeOf(result).comments).toHaveLength(1);
  });
});

const rows = [ownerRow({ name: 'big', object: 'drivers/usb/core.o', base: undefined, head: 500 })];
const explained = grownReport({
  targets: [
    targetReport({
      target: 'toy',
      delta: deltaWith({
        metrics: { ram: [1000, 1500] },
        symbols: [['big', undefined, 500]],
        accounted: { rows, objects: [{ name: 'drivers/usb/core.o', base: 0, head: 500 }] },
        config: [{ name: 'USB', base: 'n', head: 'y', kind: 'changed', cause: undefined }],
      }),
    }),
  ],
});

describe.concurrent('/kernel-size explain answers in a comment of its own, and says', () => {
  test.for([
    ['a symbol', 'big', /^big +- +500 +\+500$/m],
    ['an object', 'drivers/usb/core.o', /drivers\/usb\/core\.o/],
    ['a folder', 'drivers/usb/', /drivers\/usb\/core\.o/],
    ['an option', 'CONFIG_USB', /USB/],
    ['an option without its prefix', 'USB', /USB/],
    ['what did not change', 'start_kernel', /The report has nothing on `start_kernel`/],
  ] as const)('%s', async ([, name, answer]) => {
    const result = await ask(`/kernel-size explain ${name}`, {
      state: { artifacts: [storedReport(explained)] },
    });
    expect(outcomeOf(result)).toMatchObject({ exit: 0, comments: [], statuses: [] });
    expect(answersOf(result)).toEqual([expect.stringMatching(answer)]);
    expect(answersOf(result)[0]).toMatch(
      /^About a{40}, as \[measured\]\(https:\S+\/actions\/runs\/500\)\.$/m,
    );
  });
});

describe.concurrent('/kernel-size accept', () => {
  test('turns the verdict without a build: comment, status, reaction, and the failed job', async () => {
    const result = await ask('/kernel-size accept toy ram +500 a driver');
    expect(outcomeOf(result)).toMatchObject({
      exit: 0,
      verdict: 'accepted',
      statuses: ['success of aaaaaaa'],
    });
    expect(outcomeOf(result).comments).toEqual([expect.stringContaining('accepted by alice')]);
    expect([reactionsOf(result), result.github.state.reruns]).toEqual([['+1'], [500]]);
  });

  test('starts nothing again where the run has not failed', async () => {
    const runs = [run({ path: WORKFLOW, conclusion: 'success' })];
    const result = await ask('/kernel-size accept toy ram +500 a driver', { state: { runs } });
    expect([outcomeOf(result).verdict, result.github.state.reruns]).toEqual(['accepted', []]);
  });

  test.for([
    ['of too few bytes leaves the verdict', 'toy ram +499 a driver', {}, 'over-growth'],
    ['of another metric leaves the verdict', 'toy flash +1M a driver', {}, 'over-growth'],
    [
      'lifts no budget',
      'toy ram +1M a driver',
      { growth: { ram: 100 }, budgets: { ram: 1400 } },
      'over-budget',
    ],
  ] as const)('%s', async ([, words, limits, verdict]) => {
    const files = {
      [`main:${BUDGET_FILE}`]: budgetOf('growth' in limits ? limits : { growth: { ram: 100 } }),
    };
    const result = await ask(`/kernel-size accept ${words}`, { state: { files } });
    expect(outcomeOf(result)).toMatchObject({ exit: 0, verdict, statuses: ['failure of aaaaaaa'] });
    expect([reactionsOf(result), result.github.state.reruns]).toEqual([['+1'], []]);
  });

  test('where nothing can be judged is no comparison', async () => {
    const files = { [`main:${BUDGET_FILE}`]: 'targets: [' };
    const result = await ask('/kernel-size accept toy ram +500 a driver', { state: { files } });
    expect(outcomeOf(result)).toMatchObject({
      exit: 2,
      verdict: 'no-comparison',
      statuses: ['error of aaaaaaa'],
    });
    expect(result.github.state.reruns).toEqual([]);
  });
});
