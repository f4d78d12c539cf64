/** The files of a kernel in a folder of their own: the next build overwrites what is in `O=`. */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { UserError } from '../../user-error.ts';
import { type FileKind, madeIn, openKernelFile } from '../kernel-file.ts';
import { copySparsely } from './copy-sparsely.ts';
import { digestOf } from './digest.ts';

/** Names of a kernel's files in such a folder; paths, undefined where there is none. */
export interface KernelPaths {
  readonly vmlinux: string;
  readonly config: string;
  readonly map: string | undefined;
  readonly dtb: string | undefined;
  /** That of vmlinux where this is what is booted. */
  readonly image: string | undefined;
}

/** SHA-256 by path. */
export type FileDigests = ReadonlyMap<string, string>;

/** A kernel as a build has left it in its `O=`. */
export interface MadeKernel extends KernelPaths {
  readonly output: string;
}

/**
 * Puts copies into `folder`, which is made anew; returns their paths. Throws a UserError where they cannot be written, and
 * for a file that is not the build's own.
 */
export async function copyKernel(from: MadeKernel, folder: string): Promise<KernelPaths> {
  try {
    return await copyInto(folder, from);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      `the files of the kernel cannot be copied to ${folder} (${found}); is the disk full, or the folder another user's?`,
      { cause },
    );
  }
}

async function copyInto(folder: string, from: MadeKernel): Promise<KernelPaths> {
  await rm(folder, { recursive: true, force: true });
  makeFolder(folder);
  const access = madeIn(from.output);
  const copy = async <Path extends string | undefined>(path: Path, kind: FileKind): Promise<Path> => {
    if (path === undefined) return path;
    using source = openKernelFile(path, kind, access);
    await copySparsely(source, join(folder, kind));
    return join(folder, kind) as Path;
  };
  const vmlinux = await copy(from.vmlinux, 'vmlinux');
  return {
    vmlinux,
    config: await copy(from.config, 'config'),
    map: await copy(from.map, 'map'),
    dtb: await copy(from.dtb, 'dtb'),
    image: from.image === from.vmlinux ? vmlinux : await copy(from.image, 'image'),
  };
}

/** Digests each file that there is. Throws a UserError for what is no regular file. */
export async function digestFiles(paths: KernelPaths): Promise<FileDigests> {
  const digests = new Map<string, string>();
  for (const path of new Set(Object.values(paths))) {
    if (path !== undefined) digests.set(path, await fileDigest(path));
  }
  return digests;
}

/**
 * Throws a UserError that names a file that is not what it was: builds run between, whose Makefiles are a stranger's, and
 * without a sandbox they may write anywhere.
 */
export async function requireUnchanged(digests: FileDigests): Promise<void> {
  for (const [path, digest] of digests) {
    const now = await fileDigest(path).catch(() => undefined);
    if (now === digest) continue;
    throw new UserError(
      `${path} is ${now === undefined ? 'gone' : 'no longer what it was'}; expected the file that was built: ` +
        'nothing else may write there during a check, so look at what the Makefiles of the two commits do',
    );
  }
}

async function fileDigest(path: string): Promise<string> {
  using source = openKernelFile(path, 'vmlinux', madeIn(dirname(path)));
  return await digestOf(source);
}
