import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiffMode } from '../../../src/size/bloat-o-meter/symbol-letters.ts';

/** Kernels whose sources Debian has. */
export type KernelVersion = '6.1' | '6.12';

/** The script's option for each mode. */
const OPTIONS: Readonly<Record<DiffMode, readonly string[]>> = {
  all: [],
  text: ['-t'],
  data: ['-d'],
  categories: ['-c'],
};

export const DIFF_MODES: readonly DiffMode[] = ['all', 'text', 'data', 'categories'];

/** The source tree of a kernel, from `KSB_KERNEL_6_12` or `KSB_KERNEL_6_1`, which the test bootstrap sets. */
export function kernelTree(version: KernelVersion): string {
  const variable = `KSB_KERNEL_${version.replace('.', '_')}`;
  const path = process.env[variable];
  if (path) return path;
  throw new Error(`${variable} is not set: it names the source tree of Linux ${version}; npm test sets it`);
}

/** The script of Linux 7.2: that of 6.12, which also leaves out names that begin with two more words. */
export function newestScript(): string {
  const text = readFileSync(join(kernelTree('6.12'), 'scripts/bloat-o-meter'), 'utf8');
  const before = '                if name == "linux_banner": continue\n';
  if (!text.includes(before)) throw new Error('the script of 6.12 has another form');
  const skip = (start: string): string => `                if name.startswith("${start}"): continue\n`;
  return text.replace(before, `${skip('__noinstr_text_start')}${skip('_sdata')}${before}`);
}

/** What one run of the kernel's own script prints; `prefix` chooses nm, as `arm-linux-gnueabi-`. */
export function runBloatOMeter(run: {
  readonly old: string;
  readonly new: string;
  readonly mode: DiffMode;
  readonly compat: KernelVersion | '7.2';
  readonly prefix?: string;
}): string {
  const prefix = run.prefix ? ['-p', run.prefix] : [];
  const args = [...OPTIONS[run.mode], ...prefix, run.old, run.new];
  const script =
    run.compat === '7.2' ? ['-c', newestScript()] : [join(kernelTree(run.compat), 'scripts/bloat-o-meter')];
  return execFileSync('python3', [...script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}
