import { stat } from 'node:fs/promises';
import { UserError } from '../user-error.ts';
import type { KernelBuild } from './kernel-build.ts';

/** Throws a UserError that names a file that a make which succeeded did not leave behind; `advice` is what to do. */
export async function requireFiles(
  build: KernelBuild,
  paths: readonly string[],
  advice: string,
): Promise<void> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) continue;
    throw new UserError(
      `${build.target.name}: make succeeded at ${build.side} but ${path} is not there; ${advice}`,
    );
  }
}
