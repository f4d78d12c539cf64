import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import { readelfSections } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import {
  type LinkedProgram,
  PROGRAM_MACHINES,
  accountForProgram,
  accountWithoutMap,
  linkProgram,
} from '../../support/elf/linked-programs.ts';
import { mapSizes, nmSizes, readelfStrings } from '../../support/elf/program-opinions.ts';

const FILES = {
  'first.c': `static int state[3]; int shared = 4; const short table[5] = { 1, 2 };
    int *first_state(void) { return state; }
    const char *greeting(void) { return "hello"; }
    const char *common(void) { return "what both files say"; }
    int product(int x, int y) { return x * y * shared + table[x & 3]; }
    void __aeabi_unwind_cpp_pr0(void) {}`,
  'second.c': `static int state[5]; extern int shared; char buffer[100];
    int *second_state(void) { return state; }
    const char *again(void) { return "what both files say"; }
    const char *own(void) { return "only here"; }
    int product(int, int);
    int twice(int x) { return product(x, x) + product(shared, x) + buffer[x]; }`,
};

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

describe.each(PROGRAM_MACHINES)('of a program for $machine', (machine) => {
  let program: LinkedProgram;
  beforeAll(() => {
    program = linkProgram(folder, machine, FILES);
  });

  const cells = () => listCells(accountForProgram(program));
  const bytes = ({ bytes: own }: { readonly bytes: number }) => own;

  test('symbols own what nm says', () => {
    const symbols = cells().filter(({ kind }) => kind === 'symbol');
    expect(sumBy(symbols, ({ name }) => name, bytes)).toEqual(nmSizes(program));
  });

  test('literals own the strings that readelf finds, each with a zero', () => {
    const literals = cells().filter(({ kind }) => kind === 'literal');
    expect(sumBy(literals, ({ name }) => name, bytes)).toEqual(readelfStrings(program));
  });

  test('sections are those that readelf lists', () => {
    const sections = accountForProgram(program).sections.map(({ name, size }) => ({ name, size }));
    expect(sections).toEqual(readelfSections(program.path, program.prefix));
  });

  test('objects own what the map says', () => {
    const others = cells().filter(({ section, object }) => section !== '.strings' && object !== '');
    expect(sumBy(others, ({ object }) => object, bytes)).toEqual(mapSizes(program));
  });

  test('statics of one name are owned by their objects', () => {
    const states = cells().filter(({ name }) => name === 'state');
    expect(sumBy(states, ({ object }) => object, bytes)).toEqual({ 'first.o': 12, 'second.o': 20 });
  });

  test('statics of one name are owned by their files where there is no map', () => {
    const states = listCells(accountWithoutMap(program)).filter(({ name }) => name === 'state');
    expect(sumBy(states, ({ object }) => object, bytes)).toEqual({ 'first.c': 12, 'second.c': 20 });
  });

  test('symbols own without a map what they own with one', () => {
    const symbols = listCells(accountWithoutMap(program)).filter(({ kind }) => kind === 'symbol');
    expect(sumBy(symbols, ({ name }) => name, bytes)).toEqual(nmSizes(program));
  });

  test('no byte is without an owner', () => {
    expect(cells().filter(({ kind }) => kind === 'unattributed')).toEqual([]);
  });
});

test('the unwind index of a program for ARM is as large as readelf says', () => {
  const program = linkProgram(folder, { prefix: 'arm-linux-gnueabi-', args: ['-funwind-tables'] }, FILES);
  const index = listCells(accountForProgram(program)).filter(({ name }) => name === '[unwind index]');
  const listed = readelfSections(program.path, program.prefix).find(({ name }) => name === '.ARM.unwind_idx');
  expect(
    sumBy(
      index,
      ({ section }) => section,
      ({ bytes }) => bytes,
    ),
  ).toEqual({ '.ARM.unwind_idx': listed!.size });
});
