import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** A global function that gcc cuts in two, a global one with a cold part, and a static one. */
const GLOBAL = `
extern int ext(int);
void die(int) __attribute__((cold, noreturn));
int lookup(int *p, int n) {
  if (p[0] == 0) return 0;
  int s = 0;
  for (int i = 0; i < n; i++) { s += ext(p[i]); s *= ext(s); s ^= ext(s + 3); s -= ext(s * n); s += ext(i + s); }
  return s;
}
int sum(int **q, int n) { int s = 0; for (int i = 0; i < n; i++) s += lookup(q[i], i); return s; }
int product(int **q, int n) { int s = 1; for (int i = 0; i < n; i++) s *= lookup(q[i], n); return s; }
int checked(int x) { if (x > 100) die(x + 1); return ext(x) * 3; }
`;

/** A static function of the same name, of which only a clone is left. */
const STATIC = `
extern int ext(int);
static __attribute__((noinline)) int lookup(int a, int b, int *unused) { return ext(a) + ext(b * 3); }
int other(int x) { return lookup(x, 4, &x) + lookup(x + 1, 4, &x); }
`;

/** A global one of that name that stays whole. */
const WHOLE = 'int lookup(int *p, int n) { return p[n]; }';

const REST = 'volatile int v; int ext(int x) { return x + v; } void die(int x) { for (;;) v = x; }';

const MACHINES = [
  { machine: 'x86-64', prefix: '', args: [] },
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-', args: [] },
  { machine: 'ARM Thumb', prefix: 'arm-linux-gnueabi-', args: ['-mthumb', '-march=armv7-m'] },
  { machine: 'AArch64', prefix: 'aarch64-linux-gnu-', args: [] },
] as const;

type Machine = (typeof MACHINES)[number];

let builds = 0;

function objectsOf({ prefix, args }: Machine, files: Readonly<Record<string, string>>): string[] {
  const path = join(folder.path, `build-${builds++}`);
  mkdirSync(path);
  const options = {
    compiler: `${prefix}gcc`,
    args: ['-O2', '-ffreestanding', '-fno-pic', '-fno-asynchronous-unwind-tables', ...args],
  };
  return Object.entries(files).map(([source, text]) =>
    compile({ ...folder, path }, { source, text }, options),
  );
}

/** A whole link, or for an object that links no further `-r`. */
function link(machine: Machine, files: Readonly<Record<string, string>>, how = '-e0'): string {
  const objects = objectsOf(machine, files);
  const path = objects[0]!.replace(/o$/, 'elf');
  execFileSync(`${machine.prefix}ld`, [how, '-o', path, ...objects], { stdio: 'pipe' });
  return path;
}

/** Bytes of functions by owner and file, without a link map. */
function owners(path: string): Record<string, number> {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const { cells, objects } = accountFor(elf, readSymbols(elf), { map: undefined, contents: 'kept' });
  const found: Record<string, number> = {};
  for (let cell = 0; cell < cells.count; cell++) {
    const name = new TextDecoder().decode(cells.texts.bytesOf(cells.names[cell]!));
    const owner = `${name} ${objects[cells.objects[cell]!]}`.trim();
    if (cells.kinds[cell] === 0) found[owner] = (found[owner] ?? 0) + cells.bytes[cell]!;
  }
  return found;
}

/** The sum that nm gives for some symbols. */
function nmSize(path: string, { prefix }: Machine, ...names: readonly string[]): number {
  const lines = execFileSync(`${prefix}nm`, ['-S', path], { encoding: 'utf8' }).split('\n');
  return names.reduce((sum, name) => {
    const [, size] = lines.find((line) => line.endsWith(` ${name}`))!.split(' ');
    return sum + Number.parseInt(size!, 16);
  }, 0);
}

describe.each(MACHINES)('without a link map, on $machine', (machine) => {
  const files = { 'global.c': GLOBAL, 'rest.c': REST };

  test.each([
    ['an object of one file', () => objectsOf(machine, files)[0]!],
    ['a link', () => link(machine, files)],
    ['a link, whatever its order', () => link(machine, { 'rest.c': REST, 'global.c': GLOBAL })],
  ] as const)('a global function has its local parts with it, in %s', (_, build) => {
    const path = build();
    const found = owners(path);
    expect(found['lookup']).toBe(nmSize(path, machine, 'lookup', 'lookup.part.0'));
    expect(Object.keys(found).filter((owner) => owner.startsWith('lookup'))).toEqual(['lookup']);
  });

  test.each([
    ['first', { 'static.c': STATIC, 'whole.c': WHOLE, 'rest.c': REST }],
    ['last', { 'whole.c': WHOLE, 'static.c': STATIC, 'rest.c': REST }],
    ['apart', { 'whole.c': WHOLE, 'rest.c': REST, 'static.c': STATIC }],
  ] as const)('a clone of a static function is none of a global one of its name, linked %s', (_, sources) => {
    const path = link(machine, sources);
    const found = owners(path);
    expect(found['lookup']).toBe(nmSize(path, machine, 'lookup'));
    expect(found['lookup static.c']).toBe(nmSize(path, machine, 'lookup.constprop.0'));
  });
});

test('a cold part is of the global function of its name where its file has no other', () => {
  const path = link(
    MACHINES[0],
    { 'rest.c': REST, 'global.c': GLOBAL, 'static.c': STATIC.replaceAll('lookup', 'found') },
    '-r',
  );
  expect(owners(path)['checked']).toBe(nmSize(path, MACHINES[0], 'checked', 'checked.cold'));
});
