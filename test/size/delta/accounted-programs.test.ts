import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountedDelta, accountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import {
  type LinkedProgram,
  PROGRAM_MACHINES,
  accountForProgram,
  linkProgram,
} from '../../support/elf/linked-programs.ts';
import { nmSizes, readelfStrings } from '../../support/elf/program-opinions.ts';

const FIRST = `
static __attribute__((noinline)) int helper(int x) { return x * 5 + 3; }
int caller(int x) { return helper(x) + 1; }
int grown(int x) { return x + 1; }
int old_name(int x) { return (x ^ 0x55) * 9; }
const char *greeting(void) { return "hello"; }
void __aeabi_unwind_cpp_pr0(void) {}`;
const SECOND = `const char *common(void) { return "what both files say"; } int last(int x) { return -x; }`;

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** Fill moves in Thumb code, whose functions are aligned to two bytes and their constants to four. */
const machines = PROGRAM_MACHINES.filter(({ machine }) => machine !== 'ARM Thumb');

describe.each(machines)('of a program for $machine', (machine) => {
  const link = (first: string, second: string): LinkedProgram =>
    linkProgram(folder, machine, { 'first.c': first, 'second.c': second });

  let base: LinkedProgram;
  beforeAll(() => {
    base = link(FIRST, SECOND);
  });

  const compare = (head: LinkedProgram): AccountedDelta =>
    accountedDelta(accountForProgram(base), accountForProgram(head));

  /** Replaces one text that must be there. */
  const edited = (text: string, from: string, to: string): string => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  const changed = ({ rows }: AccountedDelta): string[] =>
    rows
      .filter(({ kind }) => kind === 'symbol' || kind === 'literal')
      .map(({ kind, name, delta }) => `${kind} ${name} ${delta}`)
      .toSorted();

  /** What nm and readelf say has changed. */
  const expected = (head: LinkedProgram): string[] =>
    [
      ...differences(nmSizes(base), nmSizes(head)).map((text) => `symbol ${text}`),
      ...differences(readelfStrings(base), readelfStrings(head)).map((text) => `literal ${text}`),
    ].toSorted();

  const rest = ({ rows }: AccountedDelta) =>
    rows
      .filter(({ kind }) => kind !== 'symbol' && kind !== 'literal')
      .map(({ kind, name, delta }) => [kind, name, delta]);

  test('a comment at the top is no change', () => {
    expect(compare(link(`/* a\n new\n comment */${FIRST}`, SECOND)).rows).toEqual([]);
  });

  test('functions in another order are no change', () => {
    const reversed = FIRST.trim().split('\n').toReversed().join('\n');
    expect(compare(link(`static int helper(int);\n${reversed}`, SECOND)).rows).toEqual([]);
  });

  test('files in another order, of which another one keeps a common string, are no change', () => {
    const first = `${FIRST} const char *common_too(void) { return "what both files say"; }`;
    const one = linkProgram(folder, machine, { 'first.c': first, 'second.c': SECOND });
    const other = linkProgram(folder, machine, { 'second.c': SECOND, 'first.c': first });
    expect(accountedDelta(accountForProgram(one), accountForProgram(other)).rows).toEqual([]);
  });

  test('one more string is the rows of it and of the function that has it', () => {
    const head = link(FIRST, `${SECOND} const char *more(void) { return "one more"; }`);
    expect(changed(compare(head))).toEqual(expected(head));
    expect(rest(compare(head))).toEqual([]);
  });

  test('a function that grew is one row', () => {
    const head = link(edited(FIRST, 'return x + 1; }', 'return (x + 1) * (x ^ 77) / 3; }'), SECOND);
    expect(changed(compare(head))).toEqual(expected(head));
    expect(rest(compare(head))).toEqual([]);
  });

  test('a renamed function is one row', () => {
    const rows = compare(link(edited(FIRST, 'old_name', 'new_name'), SECOND)).rows;
    expect(rows).toMatchObject([{ name: 'new_name', renamedFrom: 'old_name', object: 'first.o', delta: 0 }]);
  });

  test('a static that becomes inline is the rows of it and of its caller', () => {
    const head = link(edited(FIRST, '__attribute__((noinline))', 'inline'), SECOND);
    expect(changed(compare(head))).toEqual(expected(head));
    expect(changed(compare(head)).join()).toContain('symbol helper -');
  });
});

function differences(before: Record<string, number>, after: Record<string, number>): string[] {
  return Object.keys({ ...before, ...after })
    .map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
    .filter(([, delta]) => delta !== 0)
    .map(([name, delta]) => `${name} ${delta}`);
}
