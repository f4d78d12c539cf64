import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { requireBuildable } from '../files/buildable-path.ts';

/** Where one repository's worktree, build folders and logs are kept between runs. */
export interface Workspace {
  readonly folder: string;
  /** The worktree that base and head are checked out in. */
  readonly source: string;
  /** `O=` of each target is a folder in it. */
  readonly builds: string;
  /** Files of kernels that were measured; a folder each. */
  readonly kernels: string;
  readonly logs: string;
}

export function workspaceIn(folder: string): Workspace {
  return {
    folder,
    source: join(folder, 'source'),
    builds: join(folder, 'build'),
    kernels: join(folder, 'kernels'),
    logs: join(folder, 'logs'),
  };
}

/**
 * A repository's folder under the user's cache folder, the same in every run and in all its worktrees. Throws a
 * UserError where kbuild could not build in the cache folder.
 */
export function userWorkspace(repository: string, env: Readonly<NodeJS.ProcessEnv>): Workspace {
  requireBuildable('the cache folder', userCache(env), 'set XDG_CACHE_HOME to another folder');
  const name = basename(repository).replaceAll(/[^\w.-]/g, '_');
  const digest = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return workspaceIn(join(cacheFolder(env), `${name}-${digest}`));
}

/**
 * $XDG_CACHE_HOME, else ~/.cache. Relative paths are ignored
 * (https://specifications.freedesktop.org/basedir-spec/latest/): builds would lie in the tree that they are of.
 */
function userCache(env: Readonly<NodeJS.ProcessEnv>): string {
  const cache = env['XDG_CACHE_HOME'] ?? '';
  return isAbsolute(cache) ? cache : join(homeFolder(env), '.cache');
}

/** Where a user has all workspaces, and the store. */
export function cacheFolder(env: Readonly<NodeJS.ProcessEnv>): string {
  return join(userCache(env), 'kernel-size-budget');
}

const STORE = 'store';

/** Where all repositories of a user keep entries for later runs, beside their workspaces. */
export function storeFolder({ folder }: Pick<Workspace, 'folder'>): string {
  return join(dirname(folder), STORE);
}

/** All workspaces in a folder of such. */
export function workspacesIn(folder: string): Workspace[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const found = entries.filter((entry) => entry.isDirectory() && WORKSPACE_NAME.test(entry.name));
  return found.map(({ name }) => workspaceIn(join(folder, name))).toSorted(byFolder);
}

/** What userWorkspace() calls them. */
const WORKSPACE_NAME = /-[0-9a-f]{12}$/;

function byFolder(a: Workspace, b: Workspace): number {
  return a.folder < b.folder ? -1 : 1;
}

/** $HOME, else what the system knows: `homedir()` would return an empty or relative $HOME. */
export function homeFolder(env: Readonly<NodeJS.ProcessEnv>): string {
  const home = env['HOME'] ?? '';
  return isAbsolute(home) ? home : userInfo().homedir;
}
