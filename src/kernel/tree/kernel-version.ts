import { join } from 'node:path';
import type { Fragment } from '../../budget/target.ts';
import { UserError } from '../../user-error.ts';
import { readBoundedText, sourceIn } from '../kernel-file.ts';

/** `6.12.117`, from the first lines of the tree's Makefile. Throws a UserError where that is no kernel tree. */
export function readKernelVersion(tree: string): string {
  const makefile = readMakefile(tree);
  const found = [...makefile.matchAll(/^(VERSION|PATCHLEVEL|SUBLEVEL) *= *(\d+)/gm)];
  const parts = ['VERSION', 'PATCHLEVEL', 'SUBLEVEL'].map(
    (name) => found.find(([, variable]) => variable === name)?.[2],
  );
  if (parts.includes(undefined)) {
    throw new UserError(
      `${tree} is not a Linux kernel tree: its Makefile has no VERSION, PATCHLEVEL and SUBLEVEL; ` +
        'name the tree with --kernel (the action: kernel)',
    );
  }
  return parts.join('.');
}

/** The folder, if it is a kernel tree. */
export function kernelTreeAt(folder: string): string | undefined {
  try {
    readKernelVersion(folder);
    return folder;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** What the system says of a file that is not there. */
const NOWHERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

function readMakefile(tree: string): string {
  try {
    return readBoundedText(join(tree, 'Makefile'), 'source', { ...sourceIn(tree), name: 'its Makefile' });
  } catch (cause) {
    const code = ((cause as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? '';
    const problem = NOWHERE.has(code) ? 'it has no Makefile' : (cause as Error).message;
    throw new UserError(
      `${tree} is not a Linux kernel tree: ${problem}; name the tree with --kernel (the action: kernel)`,
      { cause },
    );
  }
}

/** Whether a fragment's `since` and `before` admit a kernel version. */
export function isForVersion(fragment: Fragment, version: string): boolean {
  return (
    (fragment.since === undefined || compareVersions(version, fragment.since) >= 0) &&
    (fragment.before === undefined || compareVersions(version, fragment.before) < 0)
  );
}

function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
