import { afterAll, describe, expect, test } from 'vitest';
import { type AccountedDelta, accountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import type { OwnerRow } from '../../../src/size/delta/owner-rows.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { PROGRAM_MACHINES, accountForProgram, linkProgram } from '../../support/elf/linked-programs.ts';
import { nmSizes } from '../../support/elf/program-opinions.ts';

const CALLED = 'static __attribute__((noinline)) int helper(int x)';
const INLINED = 'static inline __attribute__((always_inline)) int helper(int x)';

/** A function with two callers; `more` is what one of them does besides. */
const program = (helper: string, more = ''): string => `
volatile int state;
${helper} { state = x * 3; state = x / 7; state = x ^ 0x1234; return state * 5; }
int one(int x) { return helper(x) + 1; }
int two(int x) { ${more} return helper(x + 9) - 1; }
int other(int x) { return x * state; }
`;

/** Code that \`two\` has in the version with the call alone, and that is longer than what takes its place. */
const LARGE = 'state = 1; state = 2;'.repeat(30);

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** Machines whose calls are read. */
const machines = PROGRAM_MACHINES.filter(({ machine }) => !machine.includes('PowerPC'));

describe.each(machines)('for $machine', (machine) => {
  const link = (text: string) => linkProgram(folder, machine, { 'a.c': text });

  /** The row of the helper, and names of the callers whose sizes nm says have grown, or shrunk. */
  function compare(baseText: string, headText: string) {
    const [base, head] = [link(baseText), link(headText)];
    const [before, after] = [nmSizes(base), nmSizes(head)];
    const names = ['one', 'two', 'other'];
    return {
      row: rowOf(accountedDelta(accountForProgram(base), accountForProgram(head)), 'helper'),
      grown: names.filter((name) => after[name]! > before[name]!),
      shrunk: names.filter((name) => after[name]! < before[name]!),
    };
  }

  test('a function that all its callers took up was inlined into them', () => {
    const { row, grown } = compare(program(CALLED), program(INLINED));
    expect(grown).toEqual(['one', 'two']);
    expect(row).toMatchObject({ head: undefined, inlinedInto: ['one', 'two'], splitFrom: [] });
  });

  test('a function of which one caller did not grow is said nothing of', () => {
    const { row, grown } = compare(program(CALLED, LARGE), program(INLINED));
    expect(grown).toEqual(['one']);
    expect(row).toMatchObject({ head: undefined, inlinedInto: [], splitFrom: [] });
  });

  test('a new function that all its callers gave away was split out of them', () => {
    const { row, shrunk } = compare(program(INLINED), program(CALLED));
    expect(shrunk).toEqual(['one', 'two']);
    expect(row).toMatchObject({ base: undefined, inlinedInto: [], splitFrom: ['one', 'two'] });
  });

  test('a new function of which one caller did not shrink is said nothing of', () => {
    const { row, shrunk } = compare(program(INLINED), program(CALLED, LARGE));
    expect(shrunk).toEqual(['one']);
    expect(row).toMatchObject({ base: undefined, inlinedInto: [], splitFrom: [] });
  });

  test('a function that is gone without a caller is said nothing of', () => {
    const { row } = compare(
      program(CALLED.replace('static ', '')).replaceAll(/helper\(x[ +9]*\)(?! \{)/g, 'x'),
      program(INLINED),
    );
    expect(row).toMatchObject({ head: undefined, inlinedInto: [], splitFrom: [] });
  });
});

function rowOf({ rows }: AccountedDelta, name: string): OwnerRow | undefined {
  return rows.find((row) => row.kind === 'symbol' && row.name === name);
}
