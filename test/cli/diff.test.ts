import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { runDiff } from '../../src/cli/diff.ts';
import { COMPATS, NEWEST_COMPAT } from '../../src/size/bloat-o-meter/symbol-letters.ts';
import { UserError } from '../../src/user-error.ts';
import { DIFF_MODES, runBloatOMeter } from '../support/elf/bloat-o-meter.ts';
import { COMPILERS, buildFolder, compile } from '../support/elf/compile.ts';
import { buildElf, builtSection, builtSymbol } from '../support/elf/elf-builder.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const SETTINGS = DIFF_MODES.flatMap((mode) => COMPATS.map((compat) => ({ mode, compat })));

const OLD = `
int grow(int x) { return x; }
int __attribute__((weak)) weak(int x) { return x * 5; }
static int __attribute__((noinline, noclone)) gone(int x) { return x % 3; }
int uses(int x) { static int state; static const int table[] = {1, 2, 3}; return gone(x) + state++ + table[x]; }
int a_very_long_symbol_name_that_exceeds_forty_columns;
const char linux_banner[] = "Linux";
const char __mod_alias[] = "alias";
const char message[] = "hello";
int moves = 1;
char buffer[100];
`;

const NEW = `
int grow(int x) { return x * x / 3 + 1; }
int __attribute__((weak)) weak(int x) { return x * 5 / 7; }
int uses(int x) { static int state[2]; static const int table[] = {1, 2, 3, 4}; return state[x]++ + table[x]; }
int a_very_long_symbol_name_that_exceeds_forty_columns[3];
const char linux_banner[] = "Linux is longer";
const char __mod_alias[] = "another";
const char message[] = "hello, world";
const int moves = 1;
char buffer[50];
int added(void) { return 4; }
`;

describe.each(COMPILERS)('two objects for $machine', ({ prefix, args }) => {
  const options = { compiler: `${prefix}gcc`, args: [...args, '-O1', '-fno-common'] };
  const name = `${prefix}${args.join('')}`;
  const old = compile(folder, { source: `${name}old.c`, text: OLD }, options);
  const head = compile(folder, { source: `${name}new.c`, text: NEW }, options);

  test.each(DIFF_MODES)('differ as the newest script says: %s', (mode) => {
    const expected = runBloatOMeter({ old, new: head, prefix, mode, compat: NEWEST_COMPAT });
    expect(expected).not.toContain('Before=0');
    expect(runDiff({ oldPath: old, newPath: head, mode, compat: NEWEST_COMPAT })).toBe(expected);
  });
});

describe('files with any names, sizes and sections', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[a-c.0-2]{1,5}$/),
    fc.stringMatching(/^(__mod_|__se_sys|__addressable_|__noinstr_text_start|_sdata|x)[a:]?(\.[0-9])?$/),
    fc.constantFrom('linux_banner', 'vermagic', 'vermagic.0', 'größe', '\u{1F600}', '\uFF5E', 'x'.repeat(45)),
  );
  const symbols = fc.array(
    fc.record({
      name,
      size: fc.nat(40),
      type: fc.constantFrom(0, 1, 2),
      binding: fc.nat(2),
      section: fc.constantFrom(1, 2, 3, 4, 0xfff1),
    }),
    { maxLength: 200, size: 'max' },
  );
  const file = symbols.map((entries) =>
    buildElf({
      sections: [
        builtSection(),
        builtSection({ name: '.rodata', flags: 2 }),
        builtSection({ name: '.data', flags: 3 }),
        builtSection({ name: '.bss', type: 8, flags: 3, contents: new Uint8Array(0), size: 64 }),
      ],
      symbols: [builtSymbol(), ...entries.map((entry) => builtSymbol(entry))],
    }),
  );

  test('differ as the script says', () => {
    const [old, head] = [join(folder.path, 'any-old.o'), join(folder.path, 'any-new.o')];
    fc.assert(
      fc.property(file, file, fc.constantFrom(...SETTINGS), (oldBytes, headBytes, setting) => {
        writeFileSync(old, oldBytes);
        writeFileSync(head, headBytes);
        const expected = runBloatOMeter({ old, new: head, ...setting });
        expect(runDiff({ oldPath: old, newPath: head, ...setting })).toBe(expected);
      }),
      { numRuns: 16, endOnFailure: true },
    );
  });
});

describe('a file that cannot be compared', () => {
  const good = join(folder.path, 'good.o');
  writeFileSync(good, buildElf());
  const diffWith = (path: string) => () =>
    runDiff({ oldPath: good, newPath: path, mode: 'all', compat: '6.12' });

  test('is named when it does not exist', () => {
    const missing = join(folder.path, 'missing');
    expect(diffWith(missing)).toThrow(
      new UserError(`${missing}: no such file; build it first, or correct the path`),
    );
  });

  test('is named when it is a directory', () => {
    const directory = join(folder.path, 'directory');
    mkdirSync(directory);
    expect(diffWith(directory)).toThrow(`${directory} is a directory, expected an ELF file`);
  });

  test('is named when it is a pipe, which is not waited for', () => {
    const pipe = join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(diffWith(pipe)).toThrow(`${pipe} is not a regular file`);
  });

  test('is named when the path leads nowhere', () => {
    const loop = join(folder.path, 'loop');
    symlinkSync(loop, loop);
    expect(diffWith(loop)).toThrow(`${loop}: is a symbolic link that leads to itself`);
  });

  test('is named when a part of the path is a file', () => {
    expect(diffWith(join(good, 'vmlinux'))).toThrow('a part of the path is a file, not a directory');
  });

  test('is named when it is stripped', () => {
    const stripped = join(folder.path, 'stripped');
    execFileSync('gcc', ['-x', 'c', '-s', '-o', stripped, '-'], { input: 'int main(void) { return 0; }' });
    expect(diffWith(stripped)).toThrow(`${stripped} has no symbol table: it is stripped`);
  });
});
