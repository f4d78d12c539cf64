import { rm, writeFile } from 'node:fs/promises';
import { UserError } from '../../user-error.ts';
import { type FileKind, madeIn, openKernelFile } from '../kernel-file.ts';
import type { KernelBuild } from './build-context.ts';

/** A file that make was to leave in `O=`. */
export interface MadeFile {
  readonly path: string;
  readonly kind: FileKind;
}

/**
 * Throws a UserError that names a file that a make which succeeded did not leave behind as one; `advice` is what to do.
 */
export function requireFiles(build: KernelBuild, files: readonly MadeFile[], advice: string): void {
  const { output, side, target } = build;
  for (const { path, kind } of files) {
    try {
      openKernelFile(path, kind, madeIn(output))[Symbol.dispose]();
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      const isGone = (cause.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
      const problem = isGone ? `${path} is not there` : cause.message;
      throw new UserError(`${target.name}: make succeeded at ${side} but ${problem}; ${advice}`, { cause });
    }
  }
}

/** Writes a file in `O=` for make, in the place of what a build may have left there: a link would be written through. */
export async function writeForMake(path: string, text: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await writeFile(path, text, { flag: 'wx' });
}
