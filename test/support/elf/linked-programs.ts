/** Small programs of several files, linked with a map by real toolchains, and what binutils say about them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { type Accounting, accountFor } from '../../../src/size/accounting/accounting.ts';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import { type BuildFolder, compile } from './compile.ts';

const SCRIPT = `SECTIONS {
  . = 0x10000; _text = .;
  .text : { *(.text .text.*) }
  .strings : { *(.rodata*.str1.*) }
  .rodata : { *(.rodata .rodata.*) }
  .ARM.unwind_idx : { *(.ARM.exidx*) }
  .data : { *(.data .data.* .sdata .sdata.*) }
  .bss : { *(.bss .bss.* .sbss .sbss.*) } _end = .;
  /DISCARD/ : { *(.note*) *(.comment) *(.eh_frame) *(.ARM.extab*) }
}`;

export const PROGRAM_MACHINES = [
  { machine: 'x86-64', prefix: '', args: [] },
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-', args: [] },
  { machine: 'ARM Thumb', prefix: 'arm-linux-gnueabi-', args: ['-mthumb', '-march=armv7-m'] },
  { machine: 'big-endian PowerPC', prefix: 'powerpc-linux-gnu-', args: [] },
] as const;

interface ProgramMachine {
  readonly prefix: string;
  readonly args: readonly string[];
}

/** Without fill between functions, so that what is not a function's is nothing. */
const COMMON_ARGS = [
  '-O2',
  '-ffreestanding',
  '-fno-pic',
  '-ffunction-sections',
  '-falign-functions=1',
  '-fno-asynchronous-unwind-tables',
  '-fno-ipa-icf',
  '-fno-inline-small-functions',
];

export interface LinkedProgram {
  readonly path: string;
  readonly prefix: string;
  readonly mapText: string;
}

let links = 0;

/** Texts by file name, `a.c`; objects are named `a.o`. */
export function linkProgram(
  folder: BuildFolder,
  { prefix, args }: ProgramMachine,
  files: Readonly<Record<string, string>>,
): LinkedProgram {
  const path = join(folder.path, `program-${links++}`);
  mkdirSync(path);
  for (const [source, text] of Object.entries(files)) {
    const options = { compiler: `${prefix}gcc`, args: [...COMMON_ARGS, ...args] };
    compile({ ...folder, path }, { source, text }, options);
  }
  writeFileSync(join(path, 'script.lds'), SCRIPT);
  const objects = Object.keys(files).map((source) => source.replace(/c$/, 'o'));
  const command = ['-T', 'script.lds', '-e', '0', '-Map', 'map', '-o', 'program', ...objects];
  execFileSync(`${prefix}ld`, command, { cwd: path, stdio: 'pipe' });
  return { path: join(path, 'program'), prefix, mapText: readFileSync(join(path, 'map'), 'utf8') };
}

export function accountForProgram({ path, mapText }: LinkedProgram): Accounting {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  return accountFor(elf, readSymbols(elf), { map: parseLinkMap('map', mapText), contents: 'kept' });
}

export function accountWithoutMap({ path }: LinkedProgram): Accounting {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  return accountFor(elf, readSymbols(elf), { map: undefined, contents: 'kept' });
}
