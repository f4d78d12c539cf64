import { createHash } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../user-error.ts';

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

/** Where all repositories of a user keep entries for later runs, beside their workspaces. */
export function storeFolder({ folder }: Workspace): string {
  return join(dirname(folder), 'store');
}

/** $HOME, else what the system knows: `homedir()` would return an empty or relative $HOME. */
export function homeFolder(env: Readonly<NodeJS.ProcessEnv>): string {
  const home = env['HOME'] ?? '';
  return isAbsolute(home) ? home : userInfo().homedir;
}

/** What waiting for a workspace needs; `onWait` is told once, in a sentence, whom it waits for. */
export interface Waiting {
  readonly signal: AbortSignal;
  readonly onWait: (text: string) => void;
}

const POLL_MS = 200;

/**
 * Takes the workspace for this process until disposed, after the process that has it now; the lock of one that is gone
 * is taken over. Throws a UserError where nothing can be written, and the signal's reason when it aborts.
 */
export async function lockWorkspace(workspace: Workspace, waiting: Waiting): Promise<AsyncDisposable> {
  const path = join(workspace.folder, 'lock');
  let told: number | undefined;
  for (;;) {
    const holder = await takeOrFindHolder(path);
    if (holder === undefined) return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    if (told !== holder) waiting.onWait(waitText(holder, path));
    told = holder;
    await setTimeout(POLL_MS, undefined, { signal: waiting.signal }).catch(() =>
      waiting.signal.throwIfAborted(),
    );
  }
}

function waitText(holder: number, path: string): string {
  return (
    `waiting for another check (process ${holder}) that works in ${dirname(path)}; ` +
    `remove ${path} if that process is no check`
  );
}

async function takeOrFindHolder(path: string): Promise<number | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await takeLock(path);
  } catch (cause) {
    throw new UserError(
      `builds cannot be kept in ${dirname(path)} (${(cause as Error).message}); set XDG_CACHE_HOME to a folder that can be written`,
      { cause },
    );
  }
}

/** Undefined once it is taken. A lock holds the process and when it started, since numbers of processes come again. */
async function takeLock(path: string): Promise<number | undefined> {
  const own = `${process.pid} ${(await startOf(process.pid)) ?? ''}`;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, own);
  try {
    // Never there without its content, which another process reads.
    if (await linkNew(draft, path)) return undefined;
    const [pid = '', start = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
    if (await isHolder(Number(pid), start)) return Number(pid);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  // Of several that take over the same lock the last one has it.
  await setTimeout(POLL_MS);
  const now = await readFile(path, 'utf8').catch(() => '');
  return now === own ? undefined : Number(now.split(' ')[0]);
}

async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
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
