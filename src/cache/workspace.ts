import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { UserError } from '../user-error.ts';

/** Where one repository's worktree, build folders and logs are kept between runs. */
export interface Workspace {
  readonly folder: string;
  /** The worktree that base and head are checked out in. */
  readonly source: string;
  /** `O=` of each target is a folder in it. */
  readonly builds: string;
  readonly logs: string;
}

export function workspaceIn(folder: string): Workspace {
  return {
    folder,
    source: join(folder, 'source'),
    builds: join(folder, 'build'),
    logs: join(folder, 'logs'),
  };
}

/** A repository's folder under the user's cache folder ($XDG_CACHE_HOME, else ~/.cache), the same in every run. */
export function userWorkspace(repository: string, env: Readonly<NodeJS.ProcessEnv>): Workspace {
  const root = env['XDG_CACHE_HOME'] || join(env['HOME'] ?? homedir(), '.cache');
  const digest = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return workspaceIn(join(root, 'kernel-size-budget', `${basename(repository)}-${digest}`));
}

/**
 * Takes the workspace for this process until disposed. Throws a UserError while another process has it; the lock of
 * a process that is gone is taken over.
 */
export async function lockWorkspace(workspace: Workspace): Promise<AsyncDisposable> {
  await mkdir(workspace.folder, { recursive: true });
  const path = join(workspace.folder, 'lock');
  const taken = await writeLock(path);
  if (!taken) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (isRunning(holder)) {
      throw new UserError(
        `another check (process ${holder}) works in ${workspace.folder}; wait until it has finished and run this again`,
      );
    }
    await writeFile(path, String(process.pid));
  }
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

async function writeLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
