import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

/** Compilers that keep a relocation for each entry of a table of jumps, and the bytes of an entry. */
const MACHINES = [
  { machine: 'x86-64', prefix: '', args: [], entry: 8 },
  { machine: 'i386', prefix: '', args: ['-m32'], entry: 4 },
  { machine: 'RISC-V', prefix: 'riscv64-linux-gnu-', args: [], entry: 4 },
  { machine: 'S/390', prefix: 's390x-linux-gnu-', args: [], entry: 8 },
  { machine: 'PowerPC', prefix: 'powerpc-linux-gnu-', args: [], entry: 4 },
];

const CASES = 24;
const SOURCE = `int f(int); void g(const char *);
int choose(int x) {
  switch (x) {
    ${Array.from({ length: CASES }, (_, i) => `case ${i}: g("case"); return f(x * ${i + 3}) + ${i * i};`).join('\n')}
  }
  return f(x);
}
__attribute__((noipa)) int f(int x) { return x; }
__attribute__((noipa)) void g(const char *text) { (void)text; }`;

const SCRIPT = `SECTIONS {
  .text 0x200000 : { *(.text .text.*) }
  .rodata : { *(.rodata .rodata.*) }
  .data : { *(.data .data.* .got .toc .sdata) }
  .rela.dyn : { *(.rela*) }
  .relr.dyn : { *(.relr.dyn) }
  /DISCARD/ : { *(.eh_frame) *(.note*) *(.comment) *(.riscv*) *(.interp) }
}`;

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** Bytes by section and name of what is no symbol, without a link map. */
function gapsOf(path: string): Record<string, number> {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const cells = listCells(accountFor(elf, readSymbols(elf), { map: undefined, contents: 'kept' }));
  return sumBy(
    cells.filter(({ kind, section }) => kind !== 'symbol' && !/^\.(dyn|gnu|rel|hash|got|plt)/.test(section)),
    ({ section, kind, name }) => `${section} ${kind} ${name}`,
    ({ bytes }) => bytes,
  );
}

function link(linker: string, object: string, options: readonly string[]): string {
  const [script, output] = [join(folder.path, 'script.lds'), `${object}.linked`];
  writeFileSync(script, SCRIPT);
  execFileSync(linker, ['-T', script, '-e', '0', ...options, '-o', output, object], { stdio: 'pipe' });
  return output;
}

describe.each(MACHINES)('a table of jumps for $machine', ({ machine, prefix, args, entry }) => {
  const object = compile(
    folder,
    { source: `jumps-${machine.replaceAll(/\W/g, '-')}.c`, text: SOURCE },
    { compiler: `${prefix}gcc`, args: ['-O2', '-ffreestanding', '-fno-pic', '-fjump-tables', ...args] },
  );

  /** Entries as readelf lists them; RISC-V has two relocations for each. */
  const entries = (): number => {
    const lines = execFileSync(`${prefix}readelf`, ['-rW', object], { encoding: 'utf8' }).split('\n\n');
    const table = lines.find((one) => /section '\.rela?\.rodata'/.test(one)) ?? '';
    return new Set(Array.from(table.matchAll(/^([0-9a-f]{8,16}) +[0-9a-f]+ +R_/gm), ([, offset]) => offset))
      .size;
  };

  test('of an object is known by its relocations', () => {
    expect(entries()).toBeGreaterThanOrEqual(CASES);
    expect(gapsOf(object)['.rodata table [jump table]']).toBe(entries() * entry);
  });

  test('of a program is known by the relocations that the linker leaves', () => {
    const emulation = args.some((arg) => arg === '-m32') ? ['-m', 'elf_i386'] : [];
    const program = link(`${prefix}ld`, object, [...emulation, '--emit-relocs']);
    expect(gapsOf(program)).toMatchObject({
      '.rodata table [jump table]': entries() * entry,
      '.rodata literal case': 5,
    });
  });
});

describe('a table of addresses without a size', () => {
  const text = `.text
    .globl f, g
    .type f,%function
  f: ret
    .size f,.-f
    .type g,%function
  g: ret
    .size g,.-g
    .data
    .balign 8
    .globl addresses
  addresses: .quad f, g, f
  more: .quad addresses, more`;
  const object = compile(folder, { source: 'addresses.s', text }, { compiler: 'as' });

  test('is known by what moves it with the kernel', () => {
    const gaps = gapsOf(link('ld', object, ['-pie', '--no-dynamic-linker']));
    expect(gaps).toMatchObject({ '.data table [jump table]': 24, '.data table [address table]': 16 });
  });

  test('is known by packed relocations, which do not say what is at the addresses', () => {
    const gaps = gapsOf(link('ld.lld-19', object, ['-pie', '--no-dynamic-linker', '--pack-dyn-relocs=relr']));
    expect(gaps).toMatchObject({ '.data table [address table]': 40 });
  });
});
