import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { Compat, DiffMode } from '../../src/size/symbol-letters.ts';

/** The script's option for each mode. */
const OPTIONS: Readonly<Record<DiffMode, readonly string[]>> = {
  all: [],
  text: ['-t'],
  data: ['-d'],
  categories: ['-c'],
};

export const DIFF_MODES: readonly DiffMode[] = ['all', 'text', 'data', 'categories'];

/** The source tree of a kernel, from `KSB_KERNEL_6_12` or `KSB_KERNEL_6_1`, which the test bootstrap sets. */
export function kernelTree(version: Compat): string {
  const variable = `KSB_KERNEL_${version.replace('.', '_')}`;
  const path = process.env[variable];
  if (path) return path;
  throw new Error(`${variable} is not set: it names the source tree of Linux ${version}; npm test sets it`);
}

/** What one run of the kernel's own script prints; `prefix` chooses nm, as `arm-linux-gnueabi-`. */
export function runBloatOMeter(run: {
  readonly old: string;
  readonly new: string;
  readonly mode: DiffMode;
  readonly compat: Compat;
  readonly prefix?: string;
}): string {
  const script = join(kernelTree(run.compat), 'scripts/bloat-o-meter');
  const prefix = run.prefix ? ['-p', run.prefix] : [];
  return execFileSync('python3', [script, ...OPTIONS[run.mode], ...prefix, run.old, run.new], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}
