/**
 * What of a repository a build may read: commits and files, which scripts/setlocalversion asks git for, and not the
 * configuration, in which actions/checkout leaves a token. Folders are those of gitrepository-layout(5).
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { foldersIn } from '../../files/paths.ts';
import { readTextIfSound } from '../kernel-file.ts';

/** Real paths; what is readable lies in what is empty. */
export interface GitDirs {
  readonly empty: readonly string[];
  readonly readable: readonly string[];
}

const READABLE = [
  'HEAD',
  'index',
  'objects',
  'refs',
  'packed-refs',
  'shallow',
  'info',
  'commondir',
  'gitdir',
];

/**
 * `source` is the real path of the kernel tree, which may be a folder of a repository, a worktree or a submodule;
 * `nested` is what `nestedRepositories` has found in it.
 */
export function gitDirs(source: string, nested: readonly string[]): GitDirs {
  const root = rootOver(source);
  const own = root === undefined ? [] : gitFolders(join(root, '.git'));
  // In a folder of a repository setlocalversion says nothing anyway.
  const shown = root === source ? own : [];
  return {
    empty: [...own, ...nested],
    readable: shown.flatMap((folder) => READABLE.map((name) => join(folder, name))).filter(existsSync),
  };
}

function rootOver(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : rootOver(dirname(folder));
}

/** The folder that `.git` is or names, and the one that a worktree has in common with others. */
function gitFolders(git: string): string[] {
  const folder = statSync(git).isDirectory() ? git : namedIn(git, /^gitdir: (.+)/);
  if (folder === undefined || !existsSync(folder)) return [];
  const common = namedIn(join(folder, 'commondir'), /(.+)/);
  return [folder, ...(common !== undefined && existsSync(common) ? [common] : [])].map((path) =>
    realpathSync(path),
  );
}

/** A path that a file holds, absolute. */
function namedIn(file: string, pattern: RegExp): string | undefined {
  const path = pattern.exec(readTextIfSound(file, 'source') ?? '')?.[1];
  if (path === undefined) return undefined;
  // `gitdir:` is relative to the work tree that has the file, `commondir` to the folder that has it.
  return resolve(dirname(file), path);
}

/**
 * Other repositories that a workflow has checked out in the tree, each with a configuration of its own. They may lie at
 * any depth: all 6,000 folders of Linux are looked into, in 0.2 s.
 */
export function nestedRepositories(folder: string): string[] {
  return foldersIn(folder).flatMap((name) => {
    const inner = join(folder, name);
    if (name === '.git') return [];
    const git = join(inner, '.git');
    const here = existsSync(git) && statSync(git).isDirectory() ? [git] : [];
    return here.concat(nestedRepositories(inner));
  });
}
