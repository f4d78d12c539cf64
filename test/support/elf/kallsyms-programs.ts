/** Programs with the tables of the kernel's own scripts/kallsyms.c, followed by string literals as in a kernel. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KernelVersion, kernelTree } from './bloat-o-meter.ts';
import type { BuildFolder } from './compile.ts';
import type { LinkedProgram } from './linked-programs.ts';

/** A machine, and what the tool of a version is asked for. */
export interface KallsymsProgram {
  readonly version: KernelVersion;
  readonly options: readonly string[];
  readonly prefix: string;
  readonly bits: 32 | 64;
}

/** RO_DATA of include/asm-generic/vmlinux.lds.h: first all .rodata, kallsyms' being the last, then all .rodata.*. */
const SCRIPT = `SECTIONS {
  . = 0x40100000;
  .text : { _text = .; *(.text) }
  .rodata : { *(.rodata) *(.rodata.*) . = ALIGN(64); __end_rodata = .; }
  /DISCARD/ : { *(.eh_frame) *(.note*) *(.comment) *(.ARM*) }
}`;

export const MESSAGES = ['the first message of a driver, %d\\n', 'done', 'no memory for %s'] as const;

const SOURCE = `extern int printk(const char *, ...);
const int table[3] = { 1, 2, 3 };
int probe(int x) { return printk("${MESSAGES[0]}", x) + printk("${MESSAGES[1]}") + printk("${MESSAGES[2]}", "nothing"); }
__attribute__((noipa)) int printk(const char *format, ...) { return format[0] + table[1]; }`;

/** More names than one marker stands for, one of them so long that its length takes two bytes. */
const NAMES = [
  ...Array.from({ length: 700 }, (_, i) => `a_function_of_${i * 7919}_letters`),
  'q'.repeat(9) + Array.from({ length: 90 }, (_, i) => `Zj${i}`).join('X'),
];

/** What the tool of a version prints for the names: assembler. */
function tablesOf(folder: BuildFolder, { version, options }: KallsymsProgram): string {
  const scripts = join(kernelTree(version), 'scripts');
  const [tool, symbols] = [join(folder.path, `kallsyms-${version}`), join(folder.path, 'symbols')];
  const includes = ['include', '../tools/include'].map((path) => `-I${join(scripts, path)}`);
  execFileSync('gcc', ['-o', tool, ...includes, join(scripts, 'kallsyms.c')]);
  const lines = ['_text', '_stext', ...NAMES, '_etext'].map(
    (name, i) => `${(0x4010_0000 + 16 * i).toString(16).padStart(8, '0')} T ${name}\n`,
  );
  writeFileSync(symbols, lines.join(''));
  return execFileSync(tool, [...options, symbols], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** Gives each table the size that the assembler counts: from its label to where the next one is declared. */
function withSizes(assembly: string): string {
  const [head, ...tables] = assembly.split(/^(?=\.globl kallsyms_)/m);
  const sized = tables.map((table) => {
    const [, label] = /^\.globl (\w+)/.exec(table)!;
    return `${table}\n.size ${label}, . - ${label}\n`;
  });
  return [head, ...sized].join('');
}

let links = 0;

/** The program, and beside it the object of the tables with the sizes that the assembler counts. */
export function linkKallsyms(
  folder: BuildFolder,
  program: KallsymsProgram,
): LinkedProgram & { readonly sizedObject: string } {
  const { prefix, bits } = program;
  const path = join(folder.path, `kallsyms-program-${links++}`);
  mkdirSync(join(path, 'asm'), { recursive: true });
  const run = (tool: string, args: readonly string[]) =>
    execFileSync(`${prefix}${tool}`, args, { cwd: path });
  const assembly = tablesOf(folder, program);
  writeFileSync(join(path, 'asm/bitsperlong.h'), `#define BITS_PER_LONG ${bits}\n`);
  writeFileSync(join(path, 'kallsyms.S'), assembly);
  writeFileSync(join(path, 'sized.S'), withSizes(assembly));
  writeFileSync(join(path, 'driver.c'), SOURCE);
  writeFileSync(join(path, 'script.lds'), SCRIPT);
  run('gcc', ['-I.', '-c', 'kallsyms.S', 'sized.S']);
  run('gcc', ['-O2', '-ffreestanding', '-fno-pic', '-fno-asynchronous-unwind-tables', '-c', 'driver.c']);
  run('ld', [
    '-z',
    'noexecstack',
    '-T',
    'script.lds',
    '-e',
    '0',
    '-Map',
    'map',
    '-o',
    'program',
    'driver.o',
    'kallsyms.o',
  ]);
  const mapText = readFileSync(join(path, 'map'), 'utf8');
  return { path: join(path, 'program'), prefix, mapText, sizedObject: join(path, 'sized.o') };
}
