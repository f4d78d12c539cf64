import { describe, expect, test } from 'vitest';
import { newestScript } from '../support/elf/bloat-o-meter.ts';
import type { Files } from '../support/git/repository.ts';
import { type ToyCheck, checkToy } from '../support/kernel/toy-check.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';

/** Checks one change to a toy with one target. */
async function checkChange(
  limits: object,
  change: Files,
  options: ToyCheck & { readonly before?: Files } = {},
) {
  const { before = {}, ...check } = options;
  await using kernel = await createToyKernel({ ...budgetFile({ toy: { ...limits } }), ...before });
  await kernel.commit(change);
  const result = await checkToy(kernel, check);
  return { ...result, target: result.report.targets[0]! };
}

describe('a verdict', () => {
  test('is a pass within the limits', async () => {
    const { exitCode, report, stdout } = await checkChange(
      { growth: { ram: '1K' } },
      variable('added', 1024),
    );
    expect([exitCode, report.verdict]).toEqual([0, 'pass']);
    expect(stdout.split('\n')[0]).toBe('Kernel size: toy is within its limits: flash 0 B, ram +1,024 B');
  });

  test('is over-growth one step over the growth limit', async () => {
    const { exitCode, report, stdout } = await checkChange(
      { growth: { ram: '1K' } },
      variable('added', 1040),
    );
    expect([exitCode, report.verdict]).toEqual([1, 'over-growth']);
    expect(stdout.split('\n')[0]).toBe(
      'Kernel size: toy is over its growth limit: ram +1,040 B (limit +1,024 B)',
    );
  });

  test('is over-budget where head is over and base was not', async () => {
    const { exitCode, report } = await checkChange({ budgets: { ram: '8K' } }, variable('added', 8192));
    expect([exitCode, report.verdict]).toEqual([1, 'over-budget']);
  });

  test('is inherited where base was over already and head adds nothing', async () => {
    const change = { 'drivers/toy.c': 'int toy_probe(void) { return 1; }\n' };
    const { exitCode, report } = await checkChange({ budgets: { ram: 16 } }, change);
    expect([exitCode, report.verdict]).toEqual([0, 'inherited']);
  });

  test('is shrunk where something was removed', async () => {
    const options = { before: variable('removed', 1024) };
    const { exitCode, report } = await checkChange({}, { 'drivers/removed.c': null }, options);
    expect([exitCode, report.verdict]).toEqual([0, 'shrunk']);
  });

  test('is no-comparison where head does not build, and says so first', async () => {
    const { exitCode, report, stdout } = await checkChange(
      {},
      { 'drivers/broken.c': 'int broken = gone;\n' },
    );
    expect([exitCode, report.verdict]).toEqual([2, 'no-comparison']);
    expect(stdout.split('\n')[0]).toMatch(
      /^Kernel size: no comparison for toy: toy: building head failed: drivers\/broken\.c:1:14: error: /,
    );
  });

  test('is no-comparison where base does not build, though head does', async () => {
    const before = { 'drivers/broken.c': 'int broken = gone;\n' };
    const { exitCode, report, target } = await checkChange({}, { 'drivers/broken.c': null }, { before });
    expect([exitCode, report.verdict]).toEqual([2, 'no-comparison']);
    expect(target.verdict.reason).toContain('toy: building base failed: ');
  });

  test('is no-comparison where the two sides were built by different compilers', async () => {
    const fake = '#!/bin/sh\n[ "$1" = --version ] && { cat version; exit; }\nexec gcc "$@"\n';
    const before = { 'scripts/cc': fake, version: 'gcc 12.1.0\n' };
    const limits = { make: { CC: 'sh scripts/cc' } };
    const { exitCode, target } = await checkChange(limits, { version: 'gcc 12.2.0\n' }, { before });
    expect(exitCode).toBe(2);
    expect(target.verdict.reason).toBe(
      'base was built with "gcc 12.1.0", head with "gcc 12.2.0": sizes of two compilers do not compare',
    );
    expect(target.delta).toBeUndefined();
  });
});

test('a commit against itself has no row and no byte of difference', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: {} }));
  const { exitCode, stdout, report } = await checkToy(kernel, { base: 'HEAD', head: 'HEAD' });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Kernel size: no change in size\b/);
  const { delta } = report.targets[0]!;
  expect(delta?.symbols?.rows).toEqual([]);
  expect(delta?.metrics.filter(({ base, head }) => base !== head)).toEqual([]);
  expect(delta?.metrics.length).toBeGreaterThanOrEqual(9);
});

test('a target that fails stops no other', async () => {
  const targets = { broken: { image: 'gone' }, toy: {} };
  await using kernel = await createToyKernel(budgetFile(targets));
  await kernel.commit(variable('added', 16));
  const { exitCode, report } = await checkToy(kernel);
  expect(exitCode).toBe(2);
  expect(report.targets.map(({ verdict }) => verdict.kind)).toEqual(['no-comparison', 'pass']);
});

test('all targets are built at base before any is at head', async () => {
  await using kernel = await createToyKernel(budgetFile({ one: {}, two: { make: { KCFLAGS: '-g0' } } }));
  await kernel.commit(variable('added', 16));
  const { stderr } = await checkToy(kernel);
  const steps = stderr.match(/^\w+: \w+ (base|head)/gm)!;
  const sideOf = (step: string): string => step.split(' ')[2]!;
  expect(steps.toSorted()).toEqual([
    'one: building base',
    'one: building head',
    'one: configuring base',
    'one: configuring head',
    'two: building base',
    'two: building head',
    'two: configuring base',
    'two: configuring head',
  ]);
  expect(steps.map(sideOf)).toEqual([...Array(4).fill('base'), ...Array(4).fill('head')]);
});

test('missing tools stop everything before anything is checked out', async () => {
  await using kernel = await createToyKernel(
    budgetFile({ toy: { crossCompile: 'or1k-elf-', arch: 'arm', image: 'zImage' } }),
  );
  await kernel.commit({});
  await expect(checkToy(kernel)).rejects.toThrow('lacks: or1k-elf-gcc, or1k-elf-ld; install them with:');
});

test('a vmlinux with a hole of a terabyte is no comparison, and is not copied', async () => {
  const huge = '$(boot)/bzImage: huge\nhuge: $(O)/vmlinux\n\ttruncate -s 1T $<\n';
  const { exitCode, target } = await checkChange({}, { 'local.mk': huge });
  expect([exitCode, target.verdict.reason]).toEqual([
    2,
    expect.stringMatching(/vmlinux is 1099511627776 bytes, expected a vmlinux of at most 17179869184; is it/),
  ]);
});

describe("the table of symbols is that of base's scripts/bloat-o-meter", () => {
  const change = { ...variable('vendor_blob', 64), ...variable('counted', 16) };
  const script = (text: string) => ({ before: { 'scripts/bloat-o-meter': text } });
  const namesOf = async (options: Parameters<typeof checkChange>[2]) => {
    const { target, report } = await checkChange({}, change, options);
    return [
      target.delta?.symbols?.rows.map(({ name }) => name),
      report.notes.filter((note) => /bloat/.test(note)),
    ];
  };

  test('which a fork may have changed', async () => {
    const fork = newestScript().replace('name == "vermagic"', 'name == "vendor_blob"');
    expect(await namesOf(script(fork))).toEqual([['counted'], []]);
  });

  test('or else that of its version, which is said where there is another one', async () => {
    expect(await namesOf({})).toEqual([['vendor_blob', 'counted'], []]);
    expect(await namesOf(script('#!/bin/sh\n'))).toEqual([
      ['vendor_blob', 'counted'],
      [expect.stringMatching(/^scripts\/bloat-o-meter of base is of a form that is not known here/)],
    ]);
  });
});
