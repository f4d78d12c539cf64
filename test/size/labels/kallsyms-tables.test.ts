import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kallsymsSizes } from '../../../src/size/labels/kallsyms-tables.ts';
import { listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type KallsymsProgram, MESSAGES, linkKallsyms } from '../../support/elf/kallsyms-programs.ts';
import {
  type LinkedProgram,
  accountForProgram,
  accountWithoutMap,
} from '../../support/elf/linked-programs.ts';
import { nmSizes } from '../../support/elf/program-opinions.ts';

const PROGRAMS: readonly (KallsymsProgram & { readonly what: string })[] = [
  { what: '6.12 for x86-64', version: '6.12', options: [], prefix: '', bits: 64 },
  { what: '6.12 for ARM', version: '6.12', options: [], prefix: 'arm-linux-gnueabi-', bits: 32 },
  { what: '6.12 for S/390', version: '6.12', options: [], prefix: 's390x-linux-gnu-', bits: 64 },
  {
    what: '6.1 for RISC-V',
    version: '6.1',
    options: ['--base-relative'],
    prefix: 'riscv64-linux-gnu-',
    bits: 64,
  },
  { what: '6.1 with addresses', version: '6.1', options: [], prefix: '', bits: 64 },
  { what: '6.1 with addresses of 32 bits', version: '6.1', options: [], prefix: 'm68k-linux-gnu-', bits: 32 },
];

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

describe.each(PROGRAMS)('the tables of Linux $what', (program) => {
  let linked: ReturnType<typeof linkKallsyms>;
  beforeAll(() => {
    linked = linkKallsyms(folder, program);
  });

  test.each([
    ['with', accountForProgram],
    ['without', accountWithoutMap],
  ])('are as large as the assembler counts, %s a link map', (_, account) => {
    const cells = listCells(account(linked)).filter(({ name }) => name.startsWith('kallsyms_'));
    const counted = nmSizes({ ...linked, path: linked.sizedObject });
    expect(Object.keys(counted).length).toBeGreaterThanOrEqual(7);
    expect(
      sumBy(
        cells,
        ({ name }) => name,
        ({ bytes }) => bytes,
      ),
    ).toEqual(counted);
  });

  test.each([
    ['with', accountForProgram],
    ['without', accountWithoutMap],
  ])('leave the string literals after them alone, %s a link map', (_, account) => {
    expect(literals(account, linked)).toEqual(expect.arrayContaining([...MESSAGES].map(unescaped)));
  });
});

function literals(account: typeof accountForProgram, linked: LinkedProgram): string[] {
  return listCells(account(linked))
    .filter(({ kind }) => kind === 'literal')
    .map(({ name }) => name);
}

function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n');
}

describe('without a count that fits', () => {
  const bytes = new Uint8Array(100).fill(0x41);
  const sizes = (labels: Parameters<typeof kallsymsSizes>[1]) =>
    kallsymsSizes({ section: { size: 100 }, all: () => bytes } as never, labels, {
      class: 64,
      littleEndian: true,
    });
  const label = (name: string, offset: number, limit?: number) => ({ name, offset, limit });

  test('a table reaches to the next one', () => {
    expect(sizes([label('kallsyms_names', 8), label('kallsyms_markers', 40)])[0]).toBe(32);
  });

  test("the last table reaches to the end of its object's contribution", () => {
    expect(sizes([label('kallsyms_seqs_of_names', 8, 68)])).toEqual([60]);
  });

  test('the last table has no bytes where nothing says how far it reaches', () => {
    expect(sizes([label('kallsyms_seqs_of_names', 8)])).toEqual([0]);
  });

  test('a count of all ones ends no later than the section', () => {
    bytes.fill(0xff, 0, 4);
    expect(sizes([label('kallsyms_num_syms', 0), label('kallsyms_names', 8)])).toEqual([4, 0]);
  });
});
