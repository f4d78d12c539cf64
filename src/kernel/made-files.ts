import { realpath, rm, stat, writeFile } from 'node:fs/promises';
import { UserError } from '../user-error.ts';
import type { KernelBuild } from './kernel-build.ts';
import { isBelow } from './paths.ts';

/**
 * Throws a UserError that names a file that a make which succeeded did not leave behind, or which leads out of `O=`;
 * `advice` is what to do.
 */
export async function requireFiles(
  build: KernelBuild,
  paths: readonly string[],
  advice: string,
): Promise<void> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    const succeeded = `${build.target.name}: make succeeded at ${build.side} but ${path}`;
    if (!found?.isFile()) throw new UserError(`${succeeded} is not there; ${advice}`);
    const real = await realpath(path);
    // What only this process may read would end up in the report, or in a file that the next make reads.
    if (!isBelow(real, await realpath(build.output))) {
      throw new UserError(`${succeeded} is a link that leads out of the build folder, to ${real}; ${advice}`);
    }
  }
}

/** Writes a file in `O=` for make, in the place of what a build may have left there: a link would be written through. */
export async function writeForMake(path: string, text: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await writeFile(path, text, { flag: 'wx' });
}
