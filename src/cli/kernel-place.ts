/** Which kernel a command is about. */
import { dirname, resolve } from 'node:path';
import { kernelTreeAt, readKernelVersion } from '../kernel/tree/kernel-version.ts';
import { UserError } from '../user-error.ts';

/** The tree that is named, or else the nearest that the current folder is in. Throws a UserError where that is none. */
export function kernelOf({ kernel }: { readonly kernel?: string }): string {
  if (kernel !== undefined) {
    const folder = resolve(kernel);
    readKernelVersion(folder);
    return folder;
  }
  const folder = process.cwd();
  const found = kernelAbove(folder);
  if (found !== undefined) return found;
  throw new UserError(
    `no folder from ${folder} upwards is a Linux kernel tree (a Makefile with VERSION, PATCHLEVEL and SUBLEVEL); go to ` +
      'one, or name it with --kernel',
  );
}

/** The nearest kernel tree from a folder upwards, no further than `ceiling`; absolute paths. */
export function kernelAbove(folder: string, ceiling?: string): string | undefined {
  const tree = kernelTreeAt(folder);
  if (tree !== undefined) return tree;
  const above = dirname(folder);
  return folder === ceiling || above === folder ? undefined : kernelAbove(above, ceiling);
}
