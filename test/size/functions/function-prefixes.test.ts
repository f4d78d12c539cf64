import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import type { LinkMap } from '../../../src/size/link-map/map-contents.ts';
import { listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import { readelfSections } from '../../support/elf/binutils.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';
import { nmSizes } from '../../support/elf/program-opinions.ts';

const FUNCTIONS = 40;
/** The address of an external function has clang set the symbol of its type. */
const SOURCE = `int external(int); int (*pointer)(int) = external;
${Array.from(
  { length: FUNCTIONS },
  (_, i) => `int f${i}(int x) { ${'x = (x ^ 11) * 5; '.repeat(i % 5)}return x + ${i}; }`,
).join('\n')}`;

/** As MCOUNT_REC of include/asm-generic/vmlinux.lds.h gathers the addresses. */
const SCRIPT = `SECTIONS {
  .text 0xffff800080000000 : { *(.text) . = ALIGN(64); }
  .init.data : { __start_mcount_loc = .; KEEP(*(__patchable_function_entries)) __stop_mcount_loc = .; }
  .rela.dyn : { *(.rela*) }
  /DISCARD/ : { *(.eh_frame) *(.note*) *(.comment) *(.interp) }
}`;

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** A compiler and a linker, and binutils that read what they make. */
interface Build {
  readonly name: string;
  readonly prefix: string;
  readonly compiler: string;
  readonly args: readonly string[];
  readonly linker: string;
  readonly ldArgs: readonly string[];
}

function link({ name, compiler, args, linker, ldArgs }: Build): { path: string; map: LinkMap } {
  const common = [
    '-O2',
    '-ffreestanding',
    '-fno-pic',
    '-fno-asynchronous-unwind-tables',
    '-falign-functions=8',
  ];
  const object = compile(
    folder,
    { source: `${name}.c`, text: SOURCE },
    { compiler, args: [...common, ...args] },
  );
  const [path, script] = [join(folder.path, name), join(folder.path, 'script.lds')];
  writeFileSync(script, SCRIPT);
  const command = [
    '-T',
    script,
    '-e',
    '0',
    '--defsym=external=0',
    ...ldArgs,
    '-Map',
    `${path}.map`,
    '-o',
    path,
  ];
  execFileSync(linker, [...command, object], { stdio: 'pipe' });
  return { path, map: parseLinkMap('map', readFileSync(`${path}.map`, 'utf8')) };
}

/** Bytes of .text by name of what is no symbol. */
function gapsOf(path: string, map: LinkMap | undefined): Record<string, number> {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const cells = listCells(accountFor(elf, readSymbols(elf), { map, contents: 'kept' }));
  return sumBy(
    cells.filter(({ kind, section }) => kind !== 'symbol' && section === '.text'),
    ({ name }) => name,
    ({ bytes }) => bytes,
  );
}

/** Bytes of .text that no function takes, by nm and readelf. */
function restOf(path: string, prefix: string): number {
  const sizes = Object.entries(nmSizes({ path, prefix, mapText: '' })).filter(([name]) => name !== 'pointer');
  const text = readelfSections(path, prefix).find(({ name }) => name === '.text')!;
  return text.size - sizes.reduce((sum, [, size]) => sum + size, 0);
}

const ENTRY = '[patchable function entries]';
const HASH = '[kCFI type hashes]';
const ARM64 = 'aarch64-linux-gnu-';
const RISCV = 'riscv64-linux-gnu-';
const GCC = { prefix: ARM64, compiler: `${ARM64}gcc`, linker: `${ARM64}ld` };
const CLANG = { prefix: ARM64, compiler: 'clang-19', linker: 'ld.lld-19', ldArgs: [] };
const TARGET = '--target=aarch64-linux-gnu';
const KCFI = '-fsanitize=kcfi';

const BUILDS: readonly (Build & { readonly prefixes: Record<string, number> })[] = [
  { ...GCC, name: 'gcc', args: ['-fpatchable-function-entry=4,2'], ldArgs: [], prefixes: { [ENTRY]: 8 } },
  { ...GCC, name: 'gcc-inside', args: ['-fpatchable-function-entry=2'], ldArgs: [], prefixes: {} },
  {
    ...GCC,
    name: 'gcc-moving',
    args: ['-fpatchable-function-entry=4,2'],
    ldArgs: ['-pie', '--no-dynamic-linker', '--no-apply-dynamic-relocs'],
    prefixes: { [ENTRY]: 8 },
  },
  {
    ...CLANG,
    name: 'clang',
    args: [TARGET, '-fpatchable-function-entry=4,2'],
    prefixes: { [ENTRY]: 8 },
  },
  { ...CLANG, name: 'kcfi', args: [TARGET, KCFI], prefixes: { [HASH]: 4 } },
  {
    ...CLANG,
    name: 'kcfi-patchable',
    args: [TARGET, KCFI, '-fpatchable-function-entry=4,2'],
    prefixes: { [HASH]: 4, [ENTRY]: 8 },
  },
  {
    ...CLANG,
    name: 'kcfi-riscv',
    prefix: RISCV,
    args: ['--target=riscv64-linux-gnu', '-mcmodel=medany', '-mno-relax', KCFI],
    prefixes: { [HASH]: 4 },
  },
];

describe.each(BUILDS)('before the functions of $name, $args', (build) => {
  const { path, map } = link(build);

  test.each([
    ['with', map],
    ['without', undefined],
  ] as const)('what the compiler puts there is named, %s a link map, and the rest is fill', (_, ofLink) => {
    const named = Object.entries(build.prefixes).map(([name, bytes]) => [name, bytes * FUNCTIONS] as const);
    const fill = restOf(path, build.prefix) - named.reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(gapsOf(path, ofLink)).toEqual({ ...Object.fromEntries(named), '[alignment fill]': fill });
  });
});
