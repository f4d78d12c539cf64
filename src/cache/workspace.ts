import { createHash } from 'node:crypto';
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
 * A repository's folder under the user's cache folder ($XDG_CACHE_HOME, else ~/.cache), the same in every run. Relative
 * paths are ignored (https://specifications.freedesktop.org/basedir-spec/latest/): builds would lie in the tree that
 * they are of. Throws a UserError where kbuild could not build in the cache folder.
 */
export function userWorkspace(repository: string, env: Readonly<NodeJS.ProcessEnv>): Workspace {
  const cache = env['XDG_CACHE_HOME'] ?? '';
  const root = isAbsolute(cache) ? cache : join(homeFolder(env), '.cache');
  requireBuildable('the cache folder', root, 'set XDG_CACHE_HOME to another folder');
  const name = basename(repository).replaceAll(/[^\w.-]/g, '_');
  const digest = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return workspaceIn(join(root, 'kernel-size-budget', `${name}-${digest}`));
}

/** Where all repositories of a user keep entries for later runs, beside their workspaces. */
export function storeFolder({ folder }: Workspace): string {
  return join(dirname(folder), 'store');
}

/** $HOME, else what the system knows: `homedir()` would return an empty or relative $HOME. */
export function homeFolder(env: Readonly<NodeJS.ProcessEnv>): string {
  const home = env['HOME'] ?? '';
  return isAbsolute(home) ? home : userInfo().homedir;
}
