import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Git } from '../git.ts';
import { textOf } from '../text-of.ts';
import type { RepositoryPlace } from './locate-repository.ts';

/**
 * The linked worktree in `folder`, which is made anew where it is none. Which git directory is its own is known from
 * the repository (gitrepository-layout(5), "worktrees"), not from what stands in the folder.
 */
export async function worktreePlace(git: Git, folder: string): Promise<RepositoryPlace> {
  const common = await git.run('rev-parse', '--path-format=absolute', '--git-common-dir');
  const found = registered(common, folder);
  if (found !== undefined) return found;
  await rm(folder, { recursive: true, force: true });
  // --force takes the place of a worktree whose folder is gone; pruning could drop some of the developer's own.
  await git.run('worktree', 'add', '--force', '--detach', '--no-checkout', folder);
  const made = registered(common, folder);
  if (made === undefined) throw new Error(`git made a worktree in ${folder} and knows none there`);
  return made;
}

/**
 * What all worktrees of a repository have in common: the root of the first one, or the folder of a repository that has
 * none there (gitrepository-layout(5), "commondir").
 */
export async function repositoryName(git: Git): Promise<string> {
  const common = await git.run('rev-parse', '--path-format=absolute', '--git-common-dir');
  return basename(common) === '.git' ? dirname(common) : common;
}

/** Undefined where one of the two sides does not know the other any more. */
function registered(common: string, folder: string): RepositoryPlace | undefined {
  if (!existsSync(join(folder, '.git'))) return undefined;
  const root = realpathSync(folder);
  const gitDir = worktreesOf(common).find(
    (place) => pathIn(join(place, 'gitdir'), place) === join(root, '.git'),
  );
  if (gitDir === undefined || !existsSync(join(gitDir, 'HEAD'))) return undefined;
  const isKnown = pathIn(join(root, '.git'), root) === gitDir;
  return isKnown ? { gitDir, root } : undefined;
}

function worktreesOf(common: string): string[] {
  const folder = join(common, 'worktrees');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** The path that a file of git's holds, which may be relative to `folder` (git 2.48, worktree.useRelativePaths). */
function pathIn(file: string, folder: string): string | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : resolve(folder, text.replace(/^gitdir: /, '').trimEnd());
}
