import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import { requireOwnMap } from '../../../src/size/same-build/map-match.ts';
import { UserError } from '../../../src/user-error.ts';
import { nmAddresses, readelfSections } from '../../support/elf/binutils.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const SCRIPT = `SECTIONS {
  . = 0x10000;
  .text : { _text = .; *(.text) }
  . = ALIGN(64);
  .rodata : { *(.rodata .rodata.*) }
  .data : { *(.data .data.* .sdata*) }
  .bss : { *(.bss .sbss) *(COMMON) }
  _end = .;
  /DISCARD/ : { *(.note*) *(.comment) *(.eh_frame*) *(.ARM.*) *(.riscv.*) *(.MIPS.*) *(.reginfo) *(.pdr) *(.gnu.*) }
}`;

/** Functions of one size; what `extra` adds to the first file pushes the others on. */
const sources = (extra = '', second = ''): Readonly<Record<string, string>> => ({
  'a.c': `static __attribute__((noinline)) int inner(int x) { return x * 3; }
    int alpha(int x) { return inner(x) + 1; } ${extra}`,
  'b.c': `int table[4] = { 1 }; int beta(int x) { return x + table[x & 3]; } ${second}`,
});

const LINKS = [
  { name: 'x86 by GNU ld', prefix: '', linker: 'ld', args: [] },
  { name: 'x86 by ld.lld', prefix: '', linker: 'ld.lld-19', args: [] },
  { name: 'ARM by ld.lld', prefix: 'arm-linux-gnueabi-', linker: 'ld.lld-19', args: [] },
  {
    name: 'Thumb by GNU ld',
    prefix: 'arm-linux-gnueabi-',
    linker: 'arm-linux-gnueabi-ld',
    args: ['-mthumb', '-march=armv7-m'],
  },
  { name: 'RISC-V by GNU ld', prefix: 'riscv64-linux-gnu-', linker: 'riscv64-linux-gnu-ld', args: [] },
  { name: 'PowerPC by GNU ld', prefix: 'powerpc-linux-gnu-', linker: 'powerpc-linux-gnu-ld', args: [] },
] as const;

type Link = (typeof LINKS)[number];

interface Linked {
  readonly path: string;
  readonly map: string;
}

let links = 0;
const compiled = new Map<string, string>();

function objectOf({ prefix, args }: Link, source: string, text: string): string {
  const key = JSON.stringify([prefix, args, source, text]);
  const path = join(folder.path, `object-${compiled.size}`);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  mkdirSync(path);
  const options = ['-O1', '-ffreestanding', '-fno-pic', '-fno-asynchronous-unwind-tables', ...args];
  const object = compile({ ...folder, path }, { source, text }, { compiler: `${prefix}gcc`, args: options });
  compiled.set(key, object);
  return object;
}

function link(machine: Link, files: Readonly<Record<string, string>>): Linked {
  const path = join(folder.path, `link-${links++}`);
  mkdirSync(path);
  writeFileSync(join(path, 'script.lds'), SCRIPT);
  const objects = Object.entries(files).map(([source, text]) => objectOf(machine, source, text));
  execFileSync(machine.linker, ['-T', 'script.lds', '-e', '0', '-Map', 'map', '-o', 'vmlinux', ...objects], {
    cwd: path,
    stdio: 'pipe',
  });
  return { path: join(path, 'vmlinux'), map: readFileSync(join(path, 'map'), 'utf8') };
}

/** Why a map is refused, undefined where it is not. */
function refusal({ path }: Pick<Linked, 'path'>, map: string): string | undefined {
  const elf = openElf(bytesSource('vmlinux', readFileSync(path)));
  try {
    requireOwnMap(elf, readSymbols(elf), { ...parseLinkMap('x.map', map), name: 'x.map', evidence: 'all' });
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return undefined;
}

describe.each(LINKS)('a map of $name', (machine) => {
  let own: Linked;
  beforeAll(() => {
    own = link(machine, sources());
  });

  test('is that of its own link, and of one that made the same', () => {
    expect(refusal(own, own.map)).toBeUndefined();
    expect(refusal(own, link(machine, sources()).map)).toBeUndefined();
  });

  test('is refused where a section has another size there, with both sizes', () => {
    const other = link(machine, sources('int more(int x) { return x / 7; }'));
    const [here, there] = [own, other].map(({ path }) =>
      readelfSections(path, machine.prefix)
        .find(({ name }) => name === '.text')!
        .size.toString(16),
    );
    expect(refusal(own, other.map)).toBe(
      `x.map is of another link than vmlinux: the map lists .text as 0x${there} bytes at 0x10000, vmlinux has ` +
        `0x${here} bytes at 0x10000; give the map that this link wrote`,
    );
    expect(refusal(other, own.map)).toContain(`the map lists .text as 0x${here} bytes`);
  });

  test('is refused where a symbol is elsewhere, though all sections have the same sizes', () => {
    const other = link(machine, { 'b.c': sources()['b.c']!, 'a.c': sources()['a.c']! });
    expect(readelfSections(other.path, machine.prefix)).toEqual(readelfSections(own.path, machine.prefix));
    const [here, there] = [own, other].map(({ path }) => nmAddresses(path, machine.prefix).get('beta')!);
    expect(refusal(own, other.map)).toMatch(
      new RegExp(`the map lists (beta|inner|alpha) at 0x\\w+, vmlinux has it at 0x\\w+; give`),
    );
    expect(here).not.toBe(there);
  });

  test('is refused where a symbol has another name', () => {
    const other = link(machine, { ...sources(), 'b.c': sources()['b.c']!.replace('beta', 'zeta') });
    expect(refusal(own, other.map)).toMatch(/the map lists no beta, vmlinux has it at 0x\w+; give/);
  });

  test('is refused where an object has another name', () => {
    const other = link(machine, { 'c.c': sources()['a.c']!, 'b.c': sources()['b.c']! });
    expect(refusal(own, other.map)).toMatch(/the map lists inner in \S*\/c\.o, vmlinux has it from a\.c;/);
  });

  test('is refused where a line is cut out of it', () => {
    const lines = own.map.split('\n');
    const without = (part: string) => lines.filter((line) => !line.includes(part)).join('\n');
    expect(refusal(own, without(' beta'))).toContain('the map lists no beta, vmlinux has it at');
    expect(refusal(own, lines.filter((line) => !/^\.data |\d \.data$/.test(line)).join('\n'))).toMatch(
      /the map lists no (\.data|table), vmlinux has/,
    );
  });

  test('has names of Rust and C++ as people read them', () => {
    const more = 'int _RNvC7mycrate3foo(void) { return 1; } int _ZN3foo3barEv(void) { return 2; }';
    const mangled = link(machine, sources(more));
    expect(mangled.map).toMatch(/mycrate::foo|foo::bar/);
    expect(refusal(mangled, mangled.map)).toBeUndefined();
  });

  test('is refused where it has a section more', () => {
    const text = `int extra __attribute__((section(".extra"))) = 1;`;
    expect(refusal(own, link(machine, { ...sources(), 'c.c': text }).map)).toMatch(
      /the map lists \.extra as 0x4 bytes at 0x\w+, vmlinux has no such section/,
    );
  });
});

describe('a map of GNU ld', () => {
  const [machine] = LINKS;

  test('is refused where the contribution of an object ends within a function', () => {
    // Both round up to the same address of the next file.
    const files = (body: string) => ({
      'a.c': `static int s(int x) { return ${body}; } int (*const p)(int) = s;`,
      'b.c': '__attribute__((aligned(256))) int beta(int x) { return x; }',
    });
    const [small, large] = [link(machine, files('x')), link(machine, files('x / 7 * 5'))];
    expect(refusal(large, small.map)).toMatch(
      /^x\.map is of another link than vmlinux: the map lists 0x\w+ bytes of \S*a\.o in \.text, which end within s, \d+ bytes at 0x\w+ in vmlinux/,
    );
  });

  test('is refused where it names no object of a file that vmlinux is made from', () => {
    const files = { 'a.c': 'int alpha(int x) { return x; }' };
    const other = link(machine, { 'c.c': files['a.c'] });
    expect(refusal(link(machine, files), other.map)).toContain('the map lists no object of a.c');
  });

  test('has what assembler code and an object linked from several give', () => {
    const own = link(machine, {
      ...sources(),
      'e.s': '.text\nlocal: .fill 16\n.type local, @function\n.size local, 16\n.globl entry\nentry: nop\n',
    });
    expect(refusal(own, own.map)).toBeUndefined();
    const d = 'static int d(int x) { return x; } int (*e)(int) = d;';
    const parts = Object.entries({ ...sources(), 'd.c': d });
    const several = link(machine, Object.fromEntries(parts));
    const cwd = join(several.path, '..');
    const objects = parts.map(([source, text]) => objectOf(machine, source, text));
    execFileSync('ld', ['-r', '-o', 'whole.o', ...objects], { cwd });
    execFileSync('ld', ['-T', 'script.lds', '-e', '0', '-Map', 'map', '-o', 'vmlinux', 'whole.o'], {
      cwd,
      stdio: 'pipe',
    });
    expect(refusal(several, readFileSync(join(cwd, 'map'), 'utf8'))).toBeUndefined();
  });

  test('has objects that objcopy has given a prefix, under names without it', () => {
    const own = link(machine, sources());
    const cwd = join(own.path, '..');
    const objects = Object.entries(sources()).map(([source, text]) => {
      const object = source.replace('.c', '.stub.o');
      execFileSync('objcopy', ['--prefix-symbols=__efistub_', objectOf(machine, source, text), object], {
        cwd,
      });
      return object;
    });
    const command = ['-T', 'script.lds', '-e', '0', '-Map', 'map', '-o', 'vmlinux', ...objects];
    execFileSync('ld', command, { cwd, stdio: 'pipe' });
    expect(refusal(own, readFileSync(join(cwd, 'map'), 'utf8'))).toBeUndefined();
  });
});
