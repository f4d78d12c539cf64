import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
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

/**
 * A repository's folder under the user's cache folder ($XDG_CACHE_HOME, else ~/.cache), the same in every run. Relative
 * paths are ignored (https://specifications.freedesktop.org/basedir-spec/latest/): builds would lie in the tree that
 * they are of. Throws a UserError where kbuild could not build in the cache folder.
 */
export function userWorkspace(repository: string, env: Readonly<NodeJS.ProcessEnv>): Workspace {
  const cache = env['XDG_CACHE_HOME'] ?? '';
  const root = isAbsolute(cache) ? cache : join(homeFolder(env), '.cache');
  if (/[\s:]/.test(root)) {
    throw new UserError(
      `the path of the cache folder ${root} has a space or a colon, where kbuild does not build; ` +
        'set XDG_CACHE_HOME to another folder',
    );
  }
  const name = basename(repository).replaceAll(/[^\w.-]/g, '_');
  const digest = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return workspaceIn(join(root, 'kernel-size-budget', `${name}-${digest}`));
}

/** $HOME, else what the system knows: `homedir()` would return an empty or relative $HOME. */
export function homeFolder(env: Readonly<NodeJS.ProcessEnv>): string {
  const home = env['HOME'] ?? '';
  return isAbsolute(home) ? home : userInfo().homedir;
}

/**
 * Takes the workspace for this process until disposed. Throws a UserError while another process has it, and where
 * nothing can be written; the lock of a process that is gone is taken over.
 */
export async function lockWorkspace({ folder }: Workspace): Promise<AsyncDisposable> {
  const path = join(folder, 'lock');
  try {
    await mkdir(folder, { recursive: true });
    await takeLock(path);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `builds cannot be kept in ${folder} (${(cause as Error).message}); set XDG_CACHE_HOME to a folder that can be written`,
      { cause },
    );
  }
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

/** A lock holds the process and when it started, since numbers of processes come again. */
async function takeLock(path: string): Promise<void> {
  const own = `${process.pid} ${(await startOf(process.pid)) ?? ''}`;
  if (await writeNew(path, own)) return;
  const [pid = '', start = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  if (await isHolder(Number(pid), start)) {
    throw new UserError(
      `another check (process ${pid}) works in ${dirname(path)}; wait until it has finished and run this again, ` +
        `or remove ${path} if that process is no check`,
    );
  }
  await writeFile(path, own);
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isHolder(pid: number, start: string): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const found = await startOf(pid);
  return start === '' || found === undefined || found === start;
}

/** In ticks since the machine was started; undefined without /proc, and for a process that is gone. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // Behind the name, which may hold anything (proc_pid_stat(5)).
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
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
