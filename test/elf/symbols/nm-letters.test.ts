import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSizes } from '../../../src/cli/diff.ts';
import { COMPILERS, buildFolder, compile } from '../../support/elf/compile.ts';
import { nmLines, symbolLines } from '../../support/elf/nm.ts';

/** What compilers make of C, with sections of their own choice. */
const C = `
int exported(int x) { return x * 3 + 1; }
static int __attribute__((noinline)) internal(int x) { return x / 7; }
int caller(int x) { return internal(x) + internal(x + 1); }
int __attribute__((weak)) weak_function(int x) { return x; }
int __attribute__((weak)) weak_object = 4;
const int __attribute__((weak)) weak_constant = 5;
extern int other_name(int) __attribute__((alias("exported")));
int common_symbol;
int initialised = 1;
int __attribute__((nocommon)) cleared[5];
const char constant[] = "constant";
static const int * const __attribute__((used)) relocated = &initialised;
__thread int thread_local_data = 3;
__thread int thread_local_bss;
int undefined_function(void);
int calls_out(void) { static int state; return state++ + undefined_function(); }
int __attribute__((section(".init.text"))) init_function(void) { return 2; }
int __attribute__((section(".init.data"))) init_data = 3;
const char __attribute__((section(".modinfo"), used)) module_info[] = "license=GPL";
char zero_sized[0];
`;

/** One symbol for each rule: section flags, type, binding, in a form that every assembler of GNU takes. */
const ASSEMBLER = [
  sized('text', { section: '.text,"ax",%progbits' }),
  sized('global_text', { section: '.text,"ax",%progbits', more: '.globl global_text' }),
  sized('init_text', { section: '.init.text,"ax",%progbits' }),
  sized('writable_text', { section: '.mine.writable,"awx",%progbits' }),
  sized('init_rodata', { section: '.init.rodata,"aw",%progbits' }),
  sized('rodata', { section: '.rodata,"a",%progbits', more: '.globl rodata' }),
  sized('note', { section: '.note.mine,"a",%note' }),
  sized('data', { section: '.data,"aw",%progbits' }),
  sized('bss', { section: '.bss,"aw",%nobits', more: '.globl bss' }),
  sized('read_only_bss', { section: '.bss.ro,"a",%nobits' }),
  sized('tdata', { section: '.tdata,"awT",%progbits', more: '.type tdata, STT_TLS' }),
  sized('tbss', { section: '.tbss,"awT",%nobits', more: '.type tbss, STT_TLS' }),
  sized('small_data', { section: '.sdata,"aw",%progbits' }),
  sized('small_bss', { section: '.sbss,"aw",%nobits', more: '.globl small_bss' }),
  sized('debug', { section: '.debug_mine,"",%progbits' }),
  sized('line', { section: '.line.mine,"",%progbits' }),
  sized('not_loaded', { section: '.comment.mine,"",%progbits', more: '.globl not_loaded' }),
  sized('not_loaded_writable', { section: '.comment.writable,"w",%progbits' }),
  sized('weak', { section: '.text,"ax",%progbits', more: '.weak weak' }),
  sized('weak_object', {
    section: '.data,"aw",%progbits',
    more: '.weak weak_object\n.type weak_object, STT_OBJECT',
  }),
  sized('clone.123', { section: '.data,"aw",%progbits' }),
  sized('"$x"', { section: '.text,"ax",%progbits' }),
  sized('"$d.1"', { section: '.text,"ax",%progbits' }),
  sized('"$a"', { section: '.text,"ax",%progbits', more: '.globl "$a"' }),
  sized('"$dx"', { section: '.text,"ax",%progbits', more: '.globl "$dx"' }),
  sized('.Llocal_label', { section: '.text,"ax",%progbits' }),
  sized('..label', { section: '.text,"ax",%progbits' }),
  sized('.label', { section: '.text,"ax",%progbits' }),
  sized('"$dollar"', { section: '.text,"ax",%progbits' }),
  '.set alias, data\n.size alias, 8',
  '.set absolute, 0x1234\n.size absolute, 16\n.globl absolute',
  '.comm common, 24, 8',
  '.local local_common\n.comm local_common, 24, 8',
  '.data\nunsized:\n.skip 4',
  '',
].join('\n');

/** GNU's own types, which not every machine's assembler takes. */
const GNU_TYPES = [
  sized('indirect', {
    section: '.text,"ax",%progbits',
    more: '.globl indirect\n.type indirect, STT_GNU_IFUNC',
  }),
  sized('weak_indirect', {
    section: '.text,"ax",%progbits',
    more: '.weak weak_indirect\n.type weak_indirect, STT_GNU_IFUNC',
  }),
  sized('unique', {
    section: '.data,"aw",%progbits',
    more: '.globl unique\n.type unique, %gnu_unique_object',
  }),
  '',
].join('\n');

function sized(
  name: string,
  { section, more = '' }: { readonly section: string; readonly more?: string },
): string {
  return `.section ${section}\n${more}\n${name}:\n.skip 8\n.size ${name}, 8`;
}

describe.each(COMPILERS)('an object for $machine', ({ prefix, args }) => {
  const folder = buildFolder();
  const compiler = `${prefix}gcc`;
  afterAll(() => folder[Symbol.dispose]());

  test('compiled from C has the symbols, sizes and letters that nm lists', () => {
    const object = compile(
      folder,
      { source: 'c.c', text: C },
      { compiler, args: [...args, '-O2', '-fcommon'] },
    );
    expect(symbolLines(readSizes(object))).toEqual(nmLines(object, prefix));
  });

  test('with a section for each symbol has the symbols, sizes and letters that nm lists', () => {
    const options = [...args, '-Os', '-ffunction-sections', '-fdata-sections', '-fno-common'];
    const object = compile(folder, { source: 'sections.c', text: C }, { compiler, args: options });
    expect(symbolLines(readSizes(object))).toEqual(nmLines(object, prefix));
  });

  test('with every kind of section and binding has the symbols, sizes and letters that nm lists', () => {
    const object = compile(
      folder,
      { source: 'kinds.s', text: ASSEMBLER },
      { compiler, args: [...args, '-Wa,--keep-locals'] },
    );
    expect(symbolLines(readSizes(object))).toEqual(nmLines(object, prefix));
  });
});

describe('an object with more than 65,280 sections', () => {
  using folder = buildFolder();
  const count = 66_000;
  const text = Array.from(
    { length: count },
    (_, i) =>
      `.section .text.f${i},"ax",%progbits\n.globl f${i}\nf${i}:\n.skip 4\n.size f${i}, ${(i % 50) + 1}`,
  ).join('\n');
  const object = compile(folder, { source: 'many.s', text: `${text}\n` }, { compiler: 'gcc' });
  const [ours, theirs] = [symbolLines(readSizes(object)), nmLines(object)];

  test('has the symbols, sizes and letters that nm lists, also in sections 0xfff1 and 0xfff2', () => {
    expect(ours).toHaveLength(count);
    expect(ours).toEqual(theirs);
  });
});

describe("GNU's own symbol types", () => {
  test.each(['', 'arm-linux-gnueabi-', 's390x-linux-gnu-'])(
    'have the letters that %snm gives them',
    (prefix) => {
      using folder = buildFolder();
      const object = compile(folder, { source: 'gnu.s', text: GNU_TYPES }, { compiler: `${prefix}gcc` });
      expect(symbolLines(readSizes(object))).toEqual(nmLines(object, prefix));
    },
  );
});

test('local labels of MIPS that an assembler kept are not listed, as nm has it', () => {
  using folder = buildFolder();
  const names = ['.Llocal', '..label', '_.L_x', '.label', '_L', '"$L1"'];
  const text = names.map((name) => `${name}: .skip 8\n.size ${name}, 8\n`).join('');
  const path = join(folder.path, 'labels.o');
  const prefix = 'mips-linux-gnu-';
  execFileSync(`${prefix}as`, ['--keep-locals', '-o', path, '-'], { input: `.text\n${text}` });
  expect(symbolLines(readSizes(path))).toEqual(nmLines(path, prefix));
});
