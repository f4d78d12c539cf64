import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { namedAs } from '../../../src/size/names/clone-marks.ts';
import { canonicalText } from '../../../src/size/names/owner-name-bytes.ts';
import { buildFolder } from '../../support/elf/compile.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** Functions that compilers clone, cut up and promote, and variables that they number. */
const SOURCES = {
  'a.c': `
extern int ext(int), ext2(const int *);
void die(const char *) __attribute__((cold, noreturn));
static int user(int x) { static int key; key += x; return ext(key); }
static int user2(int x) { static int key; key -= x; return ext(key); }
static __attribute__((noinline)) int special(int a, int b, int *unused) {
  static const int numbers[] = {5, 6, 7, 8};
  return ext(a) + ext(b * 3) + numbers[a & 3];
}
int whole(int x, int *p) {
  if (x == 77) { ext(1); ext(2); die("whole failed"); }
  return special(x, 4, p) + special(x + 1, 4, p) + user(x) + user2(x);
}
int chosen(int x) {
  switch (x) { case 0: return 11; case 1: return 99; case 2: return -4; case 3: return 7; case 4: return 3; }
  return 0;
}
static __attribute__((noinline)) int loop(int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) { sum += ext(p[i]); sum *= ext(sum); }
  return sum;
}
int up(int *p) { return loop(p, 3) + loop(p, 5); }
const char *own_name(void) { return __func__; }
int literal(int i) { return ext2((const int[]){1, 2, 3, 4, 5}) + i; }
`,
  'b.c': `
extern int ext(int);
static int state = 3;
static __attribute__((noinline)) int helper(int x) { state += x; return ext(state); }
int bar(int x) { return helper(x) + helper(x + 2); }
`,
  'c.c': `
extern int bar(int), whole(int, int *), up(int *), chosen(int), literal(int);
extern const char *own_name(void);
volatile int sink;
static int state = 4;
static __attribute__((noinline)) int helper(int x) { state *= x; sink = state; return state * 2 + sink; }
int ext(int x) { return helper(x) + sink; }
int ext2(const int *p) { return *p + helper(*p) + sink; }
void die(const char *s) { for (;;) sink++; }
int main(int c, char **v) { int k = c; return bar(c) + whole(c, &k) + up(&k) + ext(c) + literal(c) + chosen(c) + *own_name(); }
`,
};

/** What the sources have: functions, variables, and what stands for values without a name. */
const NAMES = new Set(
  ['user', 'user2', 'key', 'special', 'numbers', 'whole', 'chosen', 'loop', 'up', 'own_name', 'literal']
    .concat(['helper', 'state', 'bar', 'ext', 'ext2', 'sink', 'die', 'main', '__func__'])
    .concat([
      'CSWTCH',
      'switch.table.chosen',
      '.L.str',
      '.str',
      '.compoundliteral',
      '.L.compoundliteral',
      'constinit',
    ])
    // clang calls a static variable after its function.
    .concat(['user.key', 'user2.key', 'special.numbers', '.L__func__.own_name', '__func__.own_name']),
);

/** Without the C++ mangling that unique names have. */
const MANGLED = /^_ZL\d+([a-z]+?\d?)(i+|iiPi|Pii)?(?=\.|$)/;

const CLANG = ['-Wno-everything', '-ffreestanding', '-fno-pic', '-O2'];

const COMPILERS = [
  { what: 'gcc', compiler: 'gcc', args: ['-O2', '-fno-inline-functions-called-once'] },
  { what: 'gcc for size', compiler: 'gcc', args: ['-Os'] },
  { what: 'gcc with parts', compiler: 'gcc', args: ['-O3', '-fpartial-inlining', '-fipa-cp-clone'] },
  { what: 'gcc for ARM', compiler: 'arm-linux-gnueabi-gcc', args: ['-O2'] },
  { what: 'clang', compiler: 'clang-19', args: CLANG },
  {
    what: 'clang with unique names and basic block sections',
    compiler: 'clang-19',
    args: [...CLANG, '-funique-internal-linkage-names', '-fbasic-block-sections=all'],
  },
  { what: 'clang that splits', compiler: 'clang-19', args: [...CLANG, '-mllvm', '-hot-cold-split=true'] },
] as const;

const LINKS = [
  { what: 'gcc with LTO', compiler: 'gcc', args: ['-O2', '-flto', '-ffreestanding'] },
  { what: 'gcc with LTO in parts', compiler: 'gcc', args: ['-O2', '-flto', '-flto-partition=max'] },
  { what: 'clang with LTO', compiler: 'clang-19', args: [...CLANG, '-flto', '-fuse-ld=lld-19'] },
  { what: 'clang with ThinLTO', compiler: 'clang-19', args: [...CLANG, '-flto=thin', '-fuse-ld=lld-19'] },
] as const;

let builds = 0;

/** Compiles all sources in a folder of their own. */
function compileAll(compiler: string, args: readonly string[], how: readonly string[]): string {
  const path = join(folder.path, `build-${builds++}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(path, name), text);
  const files = Object.keys(SOURCES);
  execFileSync(compiler, [...args, ...how, ...files], { cwd: path, stdio: 'pipe' });
  return path;
}

/** The names of all symbols with a size of a file, folded. */
function foldedNames(path: string): string[] {
  const table = readSymbols(openElf(bytesSource(path, readFileSync(path))));
  const rows = Array.from({ length: table.count }, (_, row) => row);
  const sized = rows.filter((row) => table.sizes[row]! > 0 && table.sectionIndexes[row] !== 0);
  return sized.map((row) => canonicalText(table.name(row), namedAs(table, row)).replace(MANGLED, '$1'));
}

test.each(COMPILERS)('names of objects of $what are those of the sources', ({ compiler, args }) => {
  const path = compileAll(compiler, args, ['-c']);
  const names = Object.keys(SOURCES).flatMap((name) => foldedNames(join(path, name.replace(/c$/, 'o'))));
  expect(names.filter((name) => !NAMES.has(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['whole', 'special', 'helper', 'bar', 'main']));
});

test.each(LINKS)('names of a link by $what are those of the sources', ({ compiler, args }) => {
  const path = compileAll(compiler, args, ['-nostdlib', '-no-pie', '-Wl,-e,main', '-o', 'program']);
  const names = foldedNames(join(path, 'program'));
  expect(names.filter((name) => !NAMES.has(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['helper', 'state', 'main']));
});
