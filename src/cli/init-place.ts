/** Where the starter files of a kernel go. */
import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { requireRepository } from '../git/commits/commits.ts';
import { type Git, createGit } from '../git/git.ts';
import { submoduleOf } from '../git/repository/submodule-of.ts';
import { readKernelVersion } from '../kernel/tree/kernel-version.ts';
import { UserError } from '../user-error.ts';
import { kernelAbove } from './kernel-place.ts';

/** The repository whose workflows check a kernel, and where the kernel is in it. */
export interface InitPlace {
  /** At its root. */
  readonly git: Git;
  /** The kernel's folder from there, `.` for the root itself. */
  readonly kernel: string;
  /** How the kernel's files get into a checkout of the repository. */
  readonly source: 'own files' | 'submodule';
}

/**
 * Finds the kernel that a folder is or lies in, and the repository that has it: the outer one for a submodule. Throws a
 * UserError where one of them is not there.
 */
export async function initPlace(folder: string, env: Readonly<NodeJS.ProcessEnv>): Promise<InitPlace> {
  await requireFolder(folder);
  const git = createGit(resolve(folder), env);
  await requireRepository(git);
  const { root } = await git.repository();
  // A folder of the tree, such as drivers/, means the tree.
  const tree = kernelAbove(git.folder, root) ?? requireKernel(git.folder);
  const found = await submoduleOf(git, env);
  const inKernel = relative(root, tree);
  if (found === undefined) return { git: git.at(root), kernel: inKernel || '.', source: 'own files' };
  return { git: found.outer, kernel: join(found.path, inKernel), source: 'submodule' };
}

function requireKernel(folder: string): string {
  readKernelVersion(folder);
  return folder;
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new UserError(`${folder} is not a folder; name the kernel tree with --kernel`);
}
