import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for compiled files, removed when disposed. */
export interface BuildFolder extends Disposable {
  readonly path: string;
}

export function buildFolder(): BuildFolder {
  const path = mkdtempSync(join(tmpdir(), 'ksb-compile-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Compiles one source text to an object file and returns its path; the suffix of `source` chooses the language. */
export function compile(
  folder: BuildFolder,
  file: { readonly source: string; readonly text: string },
  { compiler, args = [] }: { readonly compiler: string; readonly args?: readonly string[] },
): string {
  const source = join(folder.path, file.source);
  const object = source.replace(/\.[^.]+$/, '.o');
  writeFileSync(source, file.text);
  execFileSync(compiler, [...args, '-c', '-o', object, source], { stdio: ['ignore', 'ignore', 'inherit'] });
  return object;
}

/** The compilers that the tests need, by the name of what they make. */
export const COMPILERS = [
  { machine: 'x86-64', prefix: '', args: [] },
  { machine: 'i386', prefix: '', args: ['-m32'] },
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-', args: [] },
  { machine: 'ARM Thumb', prefix: 'arm-linux-gnueabi-', args: ['-mthumb', '-march=armv7-m'] },
  { machine: 'big-endian ARM', prefix: 'arm-linux-gnueabi-', args: ['-mbig-endian'] },
  { machine: 'AArch64', prefix: 'aarch64-linux-gnu-', args: [] },
  { machine: 'RISC-V', prefix: 'riscv64-linux-gnu-', args: [] },
  { machine: 's390x', prefix: 's390x-linux-gnu-', args: [] },
  { machine: 'm68k', prefix: 'm68k-linux-gnu-', args: [] },
  { machine: 'PowerPC', prefix: 'powerpc-linux-gnu-', args: [] },
  { machine: '64-bit PowerPC', prefix: 'powerpc-linux-gnu-', args: ['-m64', '-mno-minimal-toc'] },
] as const;
