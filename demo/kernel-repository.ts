import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { requirePackages } from './debian-packages.ts';
import { runCommand } from './run-command.ts';

/** A kernel tree under git, with one commit. */
export interface KernelRepository {
  readonly folder: string;
  /** Hash of the commit that has the unchanged kernel. */
  readonly original: string;
}

/** Which kernel, and where repositories are kept. */
export interface KernelRequest {
  readonly cache: string;
  /** A tree to take instead of Debian's package; it is only read. */
  readonly tree: string | undefined;
  /** Of the package `linux-source-VERSION`. */
  readonly version: '6.1' | '6.12';
}

/** Makes a git repository of a kernel once; later calls find it. */
export async function prepareKernelRepository(request: KernelRequest): Promise<KernelRepository> {
  await requirePackages(['git']);
  const folder = join(request.cache, `linux-${nameOf(request)}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await (request.tree === undefined
      ? commitPackage(unfinished, request.version)
      : commitTree(unfinished, resolve(request.tree)));
    await rename(unfinished, folder);
  }
  return { folder, original: await git(folder, ['rev-parse', 'refs/tags/original']) };
}

function nameOf({ tree, version }: KernelRequest): string {
  return tree === undefined ? version : createHash('sha256').update(resolve(tree)).digest('hex').slice(0, 12);
}

async function commitPackage(folder: string, version: string): Promise<void> {
  await requirePackages([`linux-source-${version}`, 'xz-utils']);
  const archive = `/usr/src/linux-source-${version}.tar.xz`;
  await runCommand('tar', ['-xf', archive, '--strip-components=1', '-C', folder]);
  await git(folder, ['init', '-q', '-b', 'main']);
  // Debian's tree holds files that its own .gitignore names.
  await git(folder, ['add', '--all', '--force']);
  await commitOriginal(folder);
}

/** Reads the tree as it is but for what its .gitignore names, such as build products. */
async function commitTree(folder: string, tree: string): Promise<void> {
  await git(folder, ['init', '-q', '-b', 'main']);
  await runCommand('git', ['--git-dir', join(folder, '.git'), '--work-tree', tree, 'add', '--all', '.'], {
    cwd: tree,
  });
  await commitOriginal(folder);
  await git(folder, ['checkout', '-q', '--force', 'main']);
}

async function commitOriginal(folder: string): Promise<void> {
  await git(folder, ['commit', '-q', '-m', 'The kernel as it was']);
  await git(folder, ['tag', 'original']);
}

/** Runs git with a name and a date of its own, so that the same content gives the same commit. */
export function git(folder: string, args: readonly string[]): Promise<string> {
  const person = { NAME: 'A Developer', EMAIL: 'developer@kernel.test', DATE: '2026-01-01T00:00:00Z' };
  const env = Object.fromEntries(
    Object.entries(person).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  );
  return runCommand('git', ['-c', 'core.hooksPath=/dev/null', '-c', 'gc.auto=0', ...args], {
    cwd: folder,
    env,
  });
}
