import { beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../support/git/repository.ts';
import { FRAGMENT } from '../support/kernel/toy-build.ts';
import { budgetFile, variable } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult } from '../support/runner/toy-run.ts';

const toy = useToyAction();

describe('a pull request over its growth limit', () => {
  let pull: ToyPull;

  beforeAll(async () => {
    const budget = budgetFile({ toy: { growth: { ram: '1K' } } });
    pull = await toy.pullRequest({ budget, change: variable('added', 1024 + 16) });
  });

  test('fails the check, with the limit in the annotation', async () => {
    const { exitCode, errors, outputs } = await pull.run();
    expect([exitCode, outputs['verdict']]).toEqual([1, 'over-growth']);
    expect(errors).toEqual(['Kernel size: toy is over its growth limit: ram +1,040 B (limit +1,024 B)']);
  });

  test('passes with fail-on: over-budget, and is warned of', async () => {
    const { exitCode, errors, outputs, commands } = await pull.run({ inputs: { 'fail-on': 'over-budget' } });
    expect([exitCode, outputs['verdict'], errors]).toEqual([0, 'over-growth', []]);
    const warnings = commands.filter(({ name }) => name === 'warning');
    expect(warnings.map(({ data }) => data)).toEqual([expect.stringContaining('over its growth limit')]);
  });
});

describe('a pull request over a budget', () => {
  let pull: ToyPull;

  beforeAll(async () => {
    // The toy and what main has added since have more than 8 KiB and less than 10 KiB.
    const budget = budgetFile({ toy: { budgets: { ram: '10K' } } });
    pull = await toy.pullRequest({ budget, change: variable('added', 4096) });
  });

  test('fails the check, with the budget in the annotation', async () => {
    const { exitCode, errors, outputs } = await pull.run();
    expect([exitCode, outputs['verdict']]).toEqual([1, 'over-budget']);
    expect(errors).toEqual([expect.stringMatching(/^Kernel size: toy is over its budget: .* of 10 KiB/)]);
  });

  test('passes with fail-on: none', async () => {
    const { exitCode, outputs } = await pull.run({ inputs: { 'fail-on': 'none' } });
    expect([exitCode, outputs['verdict']]).toEqual([0, 'over-budget']);
  });
});

/** Each ends without a comparison, for the reason that its first line gives. */
const WITHOUT_COMPARISON: readonly (readonly [string, { budget?: Files; change: Files }, string])[] = [
  [
    'whose head does not compile',
    { change: { 'drivers/broken.c': 'int broken = gone;\n' } },
    'no comparison for toy: `toy: building head failed: drivers/broken.c:1:14: error: ',
  ],
  [
    'without a budget file',
    { budget: {}, change: {} },
    'nothing was compared: `there is no budget file .github/kernel-size-budget.yml at base or head; ',
  ],
  [
    'whose fragment requests an option that does not take',
    {
      budget: { ...budgetFile({ toy: { fragments: [FRAGMENT] } }), [FRAGMENT]: 'CONFIG_NET=y\n' },
      change: { [FRAGMENT]: 'CONFIG_NET=y\nCONFIG_TOY_NIC=y\n' },
    },
    'no comparison for toy: `toy: 1 requested option did not take at head: CONFIG_TOY_NIC; ',
  ],
];

describe.each(WITHOUT_COMPARISON)('a pull request %s', (_what, options, reason) => {
  let pull: ToyPull;
  let result: ToyResult;

  beforeAll(async () => {
    pull = await toy.pullRequest(options);
    result = await pull.run({ inputs: { 'fail-on': 'none' } });
  });

  test('is never a pass: exit code 2, whatever fail-on says', () => {
    expect([result.exitCode, result.outputs['verdict']]).toEqual([2, 'no-comparison']);
    expect(result.errors).toHaveLength(1);
  });

  test('says why in the first line of its comment and of the summary', () => {
    const [comment] = pull.github.state.comments;
    for (const markdown of [comment?.body.split('\n').slice(2).join('\n'), result.summary]) {
      expect(markdown?.split('\n')[0]?.replaceAll('``', '`')).toContain(`### ⛔ Kernel size: ${reason}`);
    }
  });
});
