import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import type { InputSection } from '../../../src/size/link-map/map-contents.ts';
import { readelfSections } from '../../support/elf/binutils.ts';
import { type BuildFolder, buildFolder, compile } from '../../support/elf/compile.ts';

const SECTION = (name: string): string => `__attribute__((section("${name}")))`;

/** Two files, a member of an archive, and one whose only string is that of the first. */
const SOURCES = {
  'first.c': `int shared[10]; static int own[100]; int *owned(void) { return own; }
    const char *greet(void) { return "fifteen letters"; }
    ${SECTION('.text.in_a_section_with_a_long_name')} int step(int x) { return x + 1; }
    ${SECTION('.gone')} int gone = 3;
    int member(int); int _start(void) { return step(3) + member(2) + greet()[0]; }`,
  'dir (x)/second.c': `int shared[10];
    const char *repeat(void) { return "fifteen letters"; } const char *other(void) { return "fifteen numbers"; }
    __attribute__((aligned(64))) int aligned(int x) { return x * 3; }
    ${SECTION('.keep.13chars')} int name_of_13 = 1;
    ${SECTION('.keep.14_chars')} int name_of_14 = 2;
    ${SECTION('.keep.15__chars')} int name_of_15 = 3;
    ${SECTION('.data..percpu')} int each[9] = { 1 };`,
  'lib/member.c': `int member(int x) { return x + 7; }`,
  'third.c': `const char *again(void) { return "fifteen letters"; }`,
};

const script = (start: string): string => `SECTIONS {
  . = ${start};
  _text = .;
  .text : { *(.text .text.*) LONG(0x1234) }
  .nothing : { *(.nothing) }
  .nothing_that_has_a_long_name : { *(.nothing) }
  .rodata : AT(0x100000) { *(.rodata .rodata.*) }
  . = ALIGN(4096);
  .output_section_that_has_a_long_name : { *(.keep.*) }
  _percpu_load = .;
  .data..percpu 0 : AT(_percpu_load) { *second.o(.nothing) *(.data..percpu) }
  . = _percpu_load + 0x1000;
  .bss : { *(.bss .bss.*) *(COMMON) }
  /DISCARD/ : { *(.gone) *(.note*) *(.eh_frame) *(.ARM.*) *(.riscv.*) }
  ASSERT(SIZEOF(.text) > 0, "no text")
}`;

const X86 = { prefix: '', start: '0xffffffff81000000', args: ['-mcmodel=kernel'] };
const ARM = { prefix: 'arm-linux-gnueabi-', start: '0x8000', args: [] };
const RISC_V = {
  prefix: 'riscv64-linux-gnu-',
  start: '0xffffffff80000000',
  args: ['-mcmodel=medany', '-mno-relax'],
};

const LINKS = [
  { ...X86, linker: 'ld' },
  { ...X86, linker: 'ld.lld-19' },
  { ...ARM, linker: 'arm-linux-gnueabi-ld' },
  { ...ARM, linker: 'ld.lld-19' },
  { ...RISC_V, linker: 'riscv64-linux-gnu-ld' },
];

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function compileC(source: string, text: string, { prefix, args }: Pick<typeof X86, 'prefix' | 'args'>): void {
  const common = ['-O1', '-ffreestanding', '-fno-pic', '-fno-asynchronous-unwind-tables', '-fcommon'];
  const options = { compiler: `${prefix}gcc`, args: [...common, '-ffunction-sections', ...args] };
  compile(folder, { source, text }, options);
}

/** Links files of the folder, named as the command names them. */
function link(linker: string, lds: string, files: readonly string[]): readonly InputSection[] {
  writeFileSync(join(folder.path, 'script.lds'), lds);
  const args = ['-T', 'script.lds', '-e', '0', '-Map', 'linked.map', '-o', 'linked', ...files];
  execFileSync(linker, args, { cwd: folder.path, stdio: 'pipe' });
  return parseLinkMap('linked.map', readFileSync(join(folder.path, 'linked.map'), 'utf8')).inputs;
}

const DISCARDED = /^\.(?:gone|note|eh_frame|ARM)/;

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function sizeOf(file: string, section: string, prefix: string): number | undefined {
  return readelfSections(join(folder.path, file), prefix).find(({ name }) => name === section)?.size;
}

/** From the start of the kernel; in 64 bits, which a number cannot hold. */
function nmOffset({ path }: BuildFolder, symbol: string, prefix: string): number {
  const lines = execFileSync(`${prefix}nm`, [join(path, 'linked')], { encoding: 'utf8' }).split('\n');
  const [at, text] = [symbol, '_text'].map((name) => {
    const line = lines.find((one) => one.endsWith(` ${name}`));
    return BigInt(`0x${line!.split(' ')[0]}`);
  });
  return Number(at! - text!);
}

describe.each(LINKS)('the map of $linker for code of "$prefix"gcc', (machine) => {
  const { linker, prefix } = machine;
  let inputs: readonly InputSection[];

  beforeAll(() => {
    for (const name of ['dir (x)', 'lib']) mkdirSync(join(folder.path, name), { recursive: true });
    for (const [source, text] of Object.entries(SOURCES)) compileC(source, text, machine);
    execFileSync('ar', ['rcs', 'lib/lib.a', 'lib/member.o'], { cwd: folder.path });
    const files = ['./first.o', 'dir (x)/second.o', 'third.o', 'lib/lib.a'];
    inputs = link(linker, script(machine.start), files);
  });

  const named = (name: string): InputSection[] => inputs.filter((input) => input.name === name);
  const within = (output: string): InputSection[] => inputs.filter((input) => input.output === output);

  test('has input sections in every section that readelf lists', () => {
    const listed = readelfSections(join(folder.path, 'linked'), prefix).map(({ name }) => name);
    expect(listed.filter((name) => within(name).length === 0)).toEqual([]);
  });

  test('has each input section inside its output section', () => {
    for (const { name, size } of readelfSections(join(folder.path, 'linked'), prefix)) {
      for (const input of within(name)) {
        expect(input.offset).toBeGreaterThanOrEqual(0);
        expect(input.offset + input.size).toBeLessThanOrEqual(size);
      }
    }
  });

  test('has no two input sections on the same bytes', () => {
    for (const output of new Set(inputs.map((input) => input.output))) {
      const sorted = within(output).toSorted((a, b) => a.offset - b.offset);
      const overlapping = sorted.filter(
        (one, i) => i > 0 && sorted[i - 1]!.offset + sorted[i - 1]!.size > one.offset,
      );
      expect(overlapping).toEqual([]);
    }
  });

  test.each(['first.o', 'dir (x)/second.o', 'lib/member.o'])(
    'has the sizes that readelf lists for %s',
    (object) => {
      const merged = /^\.rodata\.|^\.comment$|^COMMON$/;
      const ours = inputs.filter((input) => input.object === object && !merged.test(input.name));
      const listed = readelfSections(join(folder.path, object), prefix).filter(
        ({ name }) => !merged.test(name) && !DISCARDED.test(name),
      );
      expect(ours.map(({ name, size }) => ({ name, size })).toSorted(byName)).toEqual(
        listed.toSorted(byName),
      );
    },
  );

  test.each([
    ['owned', 'first.o'],
    ['repeat', 'dir (x)/second.o'],
    ['aligned', 'dir (x)/second.o'],
    ['member', 'lib/member.o'],
  ])('has the code of %s in %s, where nm puts it', (symbol, object) => {
    const [input, ...more] = named(`.text.${symbol}`);
    expect(more).toEqual([]);
    expect(input).toMatchObject({ output: '.text', object, offset: nmOffset(folder, symbol, prefix) });
  });

  test('has sections with names too long for a column', () => {
    expect(named('.text.in_a_section_with_a_long_name')).toHaveLength(1);
    const names = within('.output_section_that_has_a_long_name').map(({ name }) => name);
    expect(names.toSorted()).toEqual(['.keep.13chars', '.keep.14_chars', '.keep.15__chars']);
  });

  test('has common symbols once', () => {
    expect(named('COMMON')).toHaveLength(1);
    expect(named('COMMON')[0]).toMatchObject({ output: '.bss', size: 40 });
  });

  test('has strings once, however many objects hold them', () => {
    const sum = within('.rodata').reduce((total, { size }) => total + size, 0);
    expect(sum).toBe(sizeOf('linked', '.rodata', prefix));
    expect(within('.rodata').filter(({ object }) => object === 'third.o')).toEqual([]);
  });

  test('has a section that starts at address 0', () => {
    expect(within('.data..percpu')).toEqual([
      { output: '.data..percpu', name: '.data..percpu', offset: 0, size: 36, object: 'dir (x)/second.o' },
    ]);
  });

  test('has nothing that was discarded, and nothing without size', () => {
    expect(named('.gone')).toEqual([]);
    expect(inputs.filter(({ size }) => size === 0)).toEqual([]);
  });
});

describe.each(['arm-linux-gnueabi-ld', 'ld.lld-19'])('the map of %s', (linker) => {
  test('names the linker for the stubs that it makes', () => {
    const text = `.arm\n.text\nbl far\n.section .far,"ax"\n.global far\nfar: bx lr\n`;
    compile(folder, { source: 'stubs.s', text }, { compiler: 'arm-linux-gnueabi-gcc' });
    const lds = 'SECTIONS { .text 0x8000 : { *(.text) } .far 0x8000000 : { *(.far) } }';
    const stubs = link(linker, lds, ['stubs.o']).filter(({ output }) => output === '.text');
    expect(stubs.map(({ object }) => object)).toEqual(['stubs.o', '[linker]']);
    const size = sizeOf('linked', '.text', 'arm-linux-gnueabi-')!;
    expect(stubs[1]!.offset + stubs[1]!.size).toBe(size);
  });
});

describe.each(['riscv64-linux-gnu-ld', 'ld.lld-19'])('the map of %s', (linker) => {
  test('has the sizes after relaxing', () => {
    const machine = { ...RISC_V, args: ['-mcmodel=medany'] };
    compileC('calls.c', 'int called(int); int calls(int x) { return called(called(x)); }', machine);
    compileC('called.c', 'int called(int x) { return x; }', machine);
    const lds = 'SECTIONS { .text 0x10000 : { *(.text .text.*) } }';
    const inputs = link(linker, lds, ['calls.o', 'called.o']).filter(({ output }) => output === '.text');
    const sum = inputs.reduce((total, { size }) => total + size, 0);
    expect(sum).toBe(sizeOf('linked', '.text', RISC_V.prefix));
    expect(inputs[0]!.size).toBeLessThan(sizeOf('calls.o', '.text.calls', RISC_V.prefix)!);
  });
});

describe.each(['ld', 'ld.lld-19'])('the map of %s', (linker) => {
  test('names a member of a thin archive by its own path', () => {
    mkdirSync(join(folder.path, 'init'), { recursive: true });
    compileC('init/main.c', 'int main(void) { return 1; }', X86);
    execFileSync('ar', ['rcsTP', 'vmlinux.a', 'init/main.o'], { cwd: folder.path });
    const files = ['--whole-archive', 'vmlinux.a'];
    const inputs = link(linker, 'SECTIONS { .text : { *(.text.*) } }', files);
    expect(inputs.find(({ name }) => name === '.text.main')?.object).toBe('init/main.o');
  });

  test('has the records of .eh_frame under that name', () => {
    compileC('unwound.c', 'int unwound(void) { return 1; }', {
      prefix: '',
      args: ['-fasynchronous-unwind-tables'],
    });
    const inputs = link(linker, 'SECTIONS { .eh_frame : { *(.eh_frame) } }', ['unwound.o']);
    expect(inputs.filter(({ output }) => output === '.eh_frame').map(({ name }) => name)).toContain(
      '.eh_frame',
    );
  });
});
