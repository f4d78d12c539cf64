import { beforeAll, describe, expect, test } from 'vitest';
import { accountOf, readSizes, runDiff } from '../../../src/cli/diff.ts';
import { openElfSource } from '../../../src/kernel/elf-source.ts';
import { COMPATS, type Compat, type DiffMode } from '../../../src/size/bloat-o-meter/symbol-letters.ts';
import { accountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import type { PartDelta } from '../../../src/size/delta/part-delta.ts';
import { readelfSections } from '../../support/elf/binutils.ts';
import { DIFF_MODES, runBloatOMeter } from '../../support/elf/bloat-o-meter.ts';
import { nmLines, symbolLines } from '../../support/elf/nm.ts';
import { ORACLE_KERNELS, type OracleKernel, buildOracleKernels } from '../../support/elf/oracle-kernels.ts';

const { arm, armOld, x86, x86Clang, arm64, riscv, s390, m68k } = ORACLE_KERNELS;

const PAIRS: readonly (readonly [what: string, old: OracleKernel, current: OracleKernel])[] = [
  ['6.1 against 6.12', armOld, arm],
  ['6.12 against 6.1', arm, armOld],
  ['gcc against clang', x86, x86Clang],
  ['32 bit against 64 bit', arm, arm64],
  ['little-endian against big-endian', x86, m68k],
  ['64-bit big-endian against little-endian', s390, riscv],
  ['a kernel against itself', m68k, m68k],
];

let vmlinux: ReadonlyMap<string, string>;

beforeAll(async () => {
  vmlinux = await buildOracleKernels();
});

function pathOf({ name }: OracleKernel): string {
  return vmlinux.get(name)!;
}

describe('symbols of a real kernel', () => {
  test.each(Object.values(ORACLE_KERNELS))('of $name are those that nm lists', (kernel) => {
    const path = pathOf(kernel);
    const listed = nmLines(path, kernel.prefix);
    expect(listed.length).toBeGreaterThan(1000);
    expect(symbolLines(readSizes(path))).toEqual(listed);
  });
});

describe('diff of two real kernels', () => {
  const runs = PAIRS.flatMap(([what, old, current]) =>
    DIFF_MODES.flatMap((mode) => COMPATS.map((compat) => ({ what, old, current, mode, compat }))),
  );

  test.each(runs)(
    'prints what the script of $compat prints: $what, $mode',
    ({ old, current, mode, compat }) => {
      const expected = byScript(old, current, { mode, compat });
      expect(expected).not.toContain('Before=0');
      expect(runDiff({ oldPath: pathOf(old), newPath: pathOf(current), mode, compat })).toBe(expected);
    },
  );
});

describe('the accounted table of two real kernels', () => {
  test.each(PAIRS.map(([what, old, current]) => ({ what, old, current })))(
    'leaves no byte unexplained: $what',
    ({ old, current }) => {
      using oldFile = openElfSource(pathOf(old));
      using newFile = openElfSource(pathOf(current));
      const delta = accountedDelta(accountOf(oldFile), accountOf(newFile));
      expect(delta.sections.filter(({ residual }) => residual !== 0)).toEqual([]);
      expect(sidesOf(delta.sections)).toEqual([
        allocatedBytes(pathOf(old), old.prefix),
        allocatedBytes(pathOf(current), current.prefix),
      ]);
      expect(sidesOf(delta.objects)).toEqual(sidesOf(delta.sections));
    },
  );
});

function sidesOf(parts: readonly PartDelta[]): [base: number, head: number] {
  const sum = (side: 'base' | 'head') => parts.reduce((bytes, part) => bytes + part[side], 0);
  return [sum('base'), sum('head')];
}

function allocatedBytes(path: string, prefix: string): number {
  return readelfSections(path, prefix).reduce((sum, { size }) => sum + size, 0);
}

/** The machine's own nm reads kernels of other machines too, but for what is special to one of them. */
function byScript(
  old: OracleKernel,
  current: OracleKernel,
  { mode, compat }: { readonly mode: DiffMode; readonly compat: Compat },
): string {
  const prefix = old.prefix === current.prefix ? old.prefix : '';
  return runBloatOMeter({ old: pathOf(old), new: pathOf(current), mode, compat, prefix });
}
