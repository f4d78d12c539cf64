import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { sectionContents } from '../../../src/elf/section-contents.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { callerFinder } from '../../../src/size/accounting/callers.ts';
import { extentsOf } from '../../../src/size/accounting/symbol-extents.ts';
import { symbolPlaces, symbolsBySection } from '../../../src/size/accounting/symbol-places.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

/** Calls and tail calls, near and far, of functions that are static and of those that are not. */
const TEXT = `
#define KEPT __attribute__((noipa))
#ifndef OTHER
#define OTHER
#endif
volatile int state;
KEPT __attribute__((OTHER)) int shared(int x) { state = x; return x * 5; }
static KEPT int leaf(int x) { state = x; return x * 3; }
KEPT int calls_twice(int x) { return leaf(x) + leaf(x + 1) + shared(x); }
KEPT int tail(int x) { return leaf(x + 5); }
KEPT int tail_of_shared(int x) { return shared(x + 1); }
KEPT int tail_if(int x) { if (x > 5) return leaf(x); state = 1; return 0; }
KEPT __attribute__((OTHER)) int both(int x) { return shared(leaf(x)) + 1; }
KEPT int recursive(int x) { return x > 0 ? recursive(x - 1) * x + 1 : state; }
KEPT void fills(void) { __asm__ volatile (".skip 4096"); }
KEPT int far(int x) { return leaf(x) + recursive(x) + 7; }
KEPT int far_tail(int x) { return leaf(x - 1); }
KEPT int forward(int x);
KEPT int calls_forward(int x) { return forward(x) + 1; }
KEPT __attribute__((OTHER)) int forward(int x) { return calls_twice(x) - 1; }
`;

const THUMB = ['-mthumb', '-mcpu=cortex-m4', '-mfloat-abi=soft'];
const MIXED = ['-marm', '-march=armv7-a', '-DOTHER=target("thumb")'];
const MACHINES = [
  { machine: 'x86-64', prefix: '', args: [] },
  { machine: 'i386', prefix: '', args: ['-m32'] },
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-', args: ['-marm'] },
  { machine: 'big-endian ARM', prefix: 'arm-linux-gnueabi-', args: ['-marm', '-mbig-endian'] },
  {
    machine: 'big-endian ARM with little-endian code',
    prefix: 'arm-linux-gnueabi-',
    args: ['-marm', '-march=armv7-a', '-mbig-endian', '-mbe8'],
  },
  {
    machine: 'big-endian ARM Thumb with little-endian code',
    prefix: 'arm-linux-gnueabi-',
    args: ['-mthumb', '-march=armv7-a', '-mbig-endian', '-mbe8'],
  },
  { machine: 'big-endian AArch64', prefix: 'aarch64-linux-gnu-', args: ['-mbig-endian'] },
  { machine: 'ARM Thumb', prefix: 'arm-linux-gnueabi-', args: THUMB },
  { machine: 'ARM and Thumb', prefix: 'arm-linux-gnueabi-', args: MIXED },
  { machine: 'AArch64', prefix: 'aarch64-linux-gnu-', args: [] },
] as const;

const COMMON_ARGS = ['-ffreestanding', '-fno-pic', '-fno-pie', '-fno-asynchronous-unwind-tables'];
const LINK_ARGS = [
  '-nostdlib',
  '-static',
  '-no-pie',
  '-Wl,-Ttext=0x10000',
  '-Wl,-e,0',
  '-Wl,--build-id=none',
];

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

type Callers = Record<string, readonly string[]>;

describe.each(MACHINES)('in code for $machine', ({ machine, prefix, args }) => {
  describe.each(['-O2', '-Os'])('compiled with %s', (level) => {
    const program = join(folder.path, `${machine}${level}`.replaceAll(' ', '-'));
    beforeAll(() => {
      const options = { compiler: `${prefix}gcc`, args: [...COMMON_ARGS, level, ...args] };
      const object = compile(folder, { source: 'calls.c', text: TEXT }, options);
      execFileSync(`${prefix}gcc`, [...args, ...LINK_ARGS, '-o', program, object]);
    });

    test('the callers of each function are those that objdump shows', () => {
      const expected = objdumpCallers(program, prefix);
      expect(Object.keys(expected)).toEqual(expect.arrayContaining(['leaf', 'shared', 'forward']));
      expect(foundCallers(program)).toEqual(expected);
    });
  });
});

test('in an object, whose calls are not linked yet, no caller is found', () => {
  const args = [...COMMON_ARGS, '-Os'];
  const object = compile(folder, { source: 'object.c', text: TEXT }, { compiler: 'gcc', args });
  expect(foundCallers(object)).toEqual({});
});

/** By name of the function that is called; calls of a function by itself are left out. */
function objdumpCallers(program: string, prefix: string): Callers {
  const text = execFileSync(`${prefix}objdump`, ['-d', program], { encoding: 'utf8' });
  const callers = new Map<string, Set<string>>();
  let caller = '';
  for (const line of text.split('\n')) {
    caller = /^[0-9a-f]+ <(\w+)>:$/.exec(line)?.[1] ?? caller;
    const callee = /\t(?:call|j\w+|b\S*)\s+[0-9a-f]+ <(\w+)>$/.exec(line)?.[1];
    if (callee === undefined || callee === caller) continue;
    callers.set(callee, (callers.get(callee) ?? new Set()).add(caller));
  }
  return sorted(callers);
}

/** The same by the machine code. */
function foundCallers(program: string): Callers {
  const bytes = readFileSync(program);
  const elf = openElf(bytesSource(program, bytes));
  const table = readSymbols(elf);
  const section = elf.sections.find(({ name }) => name === '.text')!;
  const rows = symbolsBySection(elf, table)[section.index]!.sized;
  const code = {
    contents: sectionContents(elf, section),
    extents: extentsOf(rows, section.size, symbolPlaces(elf, table, { section, sizeless: new Map() })),
  };
  const wanted = new Set([...rows].filter((row) => table.types[row] === 2));
  const found = [...callerFinder(elf, table, [code])(wanted)].map(
    ([callee, callers]) => [table.name(callee), new Set([...callers].map((row) => table.name(row)))] as const,
  );
  return sorted(new Map(found));
}

function sorted(callers: ReadonlyMap<string, ReadonlySet<string>>): Callers {
  return Object.fromEntries([...callers].map(([callee, names]) => [callee, [...names].toSorted()]));
}
