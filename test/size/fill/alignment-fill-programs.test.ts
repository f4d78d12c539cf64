import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import type { LinkMap } from '../../../src/size/link-map/map-contents.ts';
import { listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import { readelfSections } from '../../support/elf/binutils.ts';
import { COMPILERS, buildFolder } from '../../support/elf/compile.ts';
import { nmSizes } from '../../support/elf/program-opinions.ts';

/** A compiler and a linker that write fill of their own; binutils of the prefix read what they make. */
interface Toolchain {
  readonly machine: string;
  readonly prefix: string;
  readonly compiler: string;
  readonly linker: string;
  readonly args: readonly string[];
}

/** The symbols of functions for 64-bit PowerPC are those of descriptors, outside of the code. */
const GNU: readonly Toolchain[] = COMPILERS.filter(({ machine }) => machine !== '64-bit PowerPC').map(
  ({ machine, prefix, args }) => ({ machine, prefix, compiler: `${prefix}gcc`, linker: `${prefix}ld`, args }),
);

const LLVM: readonly Toolchain[] = [
  ['x86-64', '', 'x86_64-linux-gnu'],
  ['ARM', 'arm-linux-gnueabi-', 'armv7-linux-gnueabi'],
  ['AArch64', 'aarch64-linux-gnu-', 'aarch64-linux-gnu'],
  ['RISC-V', 'riscv64-linux-gnu-', 'riscv64-linux-gnu'],
  ['PowerPC', 'powerpc-linux-gnu-', 'powerpc-linux-gnu'],
].map(([machine, prefix, target]) => ({
  machine: `${machine}, by clang`,
  prefix: prefix!,
  compiler: 'clang-19',
  linker: 'ld.lld-19',
  args: [`--target=${target}`],
}));

/** Functions of many sizes. */
const SOURCE = Array.from(
  { length: 24 },
  (_, i) => `int f${i}(int x) { ${'x = (x ^ 11) * 5; '.repeat(i % 7)}return x + ${i}; }`,
).join('\n');

const SCRIPT = `SECTIONS {
  .text 0x100000 : { *(.text) . = ALIGN(4096); }
  .data : { *(.data .data.* .toc .got .opd .sdata) }
  /DISCARD/ : { *(.eh_frame) *(.note*) *(.comment) *(.ARM*) }
}`;

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

interface Linked {
  readonly path: string;
  readonly map: LinkMap;
}

/** The assembler text of the source, and a program of it. */
function compileSource({ compiler, args }: Toolchain, path: string): string {
  const options = [
    '-O1',
    '-ffreestanding',
    '-fno-pic',
    '-falign-functions=64',
    '-fno-asynchronous-unwind-tables',
  ];
  writeFileSync(`${path}.c`, SOURCE);
  execFileSync(compiler, [...args, ...options, '-S', '-o', `${path}.s`, `${path}.c`], { stdio: 'pipe' });
  return readFileSync(`${path}.s`, 'utf8');
}

/** Links two objects, so that both the assembler and the linker have to align functions. */
function link({ compiler, linker, args }: Toolchain, path: string, assembly: string): Linked {
  writeFileSync(`${path}.lds`, SCRIPT);
  const objects = [assembly, assembly.replaceAll(/\bf(\d+)\b/g, 'g$1')].map((text, i) => {
    writeFileSync(`${path}-${i}.s`, text);
    execFileSync(compiler, [...args, '-c', '-o', `${path}-${i}.o`, `${path}-${i}.s`], { stdio: 'pipe' });
    return `${path}-${i}.o`;
  });
  const emulation = args.some((arg) => arg === '-m32') ? ['-m', 'elf_i386'] : [];
  const order = args.some((arg) => arg === '-mbig-endian') ? ['-EB'] : [];
  const command = ['-T', `${path}.lds`, '-e', '0', '-Map', `${path}.map`, '-o', path, ...objects];
  execFileSync(linker, [...emulation, ...order, ...command], { stdio: 'pipe' });
  return { path, map: parseLinkMap('map', readFileSync(`${path}.map`, 'utf8')) };
}

/** Bytes of .text by kind of owner. */
function kindsOf(path: string, map: LinkMap | undefined): Record<string, number> {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const cells = listCells(accountFor(elf, readSymbols(elf), { map, contents: 'kept' }));
  return sumBy(
    cells.filter(({ section }) => section === '.text'),
    ({ kind }) => kind,
    ({ bytes }) => bytes,
  );
}

describe.each([...GNU, ...LLVM])('of code for $machine', (toolchain) => {
  const { machine, prefix } = toolchain;
  let whole: Linked;
  let unsized: Linked;
  beforeAll(() => {
    const path = join(folder.path, machine.replaceAll(/\W/g, '-'));
    const assembly = compileSource(toolchain, path);
    whole = link(toolchain, `${path}-whole`, assembly);
    unsized = link(toolchain, `${path}-unsized`, assembly.replace(/^\s*\.size\s+f5\s*,.*$/m, ''));
  });

  const textSize = ({ path }: Linked): number =>
    readelfSections(path, prefix).find(({ name }) => name === '.text')!.size;
  const functions = ({ path }: Linked): Record<string, number> => nmSizes({ path, prefix, mapText: '' });
  const sum = (sizes: Record<string, number>): number => Object.values(sizes).reduce((a, b) => a + b, 0);

  test.each(['with', 'without'] as const)('all that no function takes is fill, %s a link map', (kind) => {
    const symbol = sum(functions(whole));
    const fill = textSize(whole) - symbol;
    expect(kindsOf(whole.path, kind === 'with' ? whole.map : undefined)).toEqual({ symbol, fill });
  });

  test.each(['with', 'without'] as const)(
    'a function without a size is not attributed, %s a link map, and the fill after it is fill',
    (kind) => {
      const { f5, g5 } = functions(whole);
      const unattributed = f5! + g5!;
      const symbol = sum(functions(unsized));
      const fill = textSize(unsized) - symbol - unattributed;
      expect(functions(unsized)).not.toHaveProperty('f5');
      expect(kindsOf(unsized.path, kind === 'with' ? unsized.map : undefined)).toEqual({
        symbol,
        unattributed,
        fill,
      });
    },
  );
});
