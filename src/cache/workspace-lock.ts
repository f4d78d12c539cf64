/** One check at a time in a workspace, and none beside what an earlier one has left running. */
import { ftruncateSync, readFileSync, realpathSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from '../files/make-folder.ts';
import { type FileLock, tryLock } from '../process/file-lock.ts';
import { findLeftovers } from '../process/leftovers.ts';
import { inWords, kill } from '../process/running.ts';
import { UserError } from '../user-error.ts';
import type { Workspace } from './workspace.ts';

/** What waiting for a workspace needs; `onWait` is told once, in a sentence, whom it waits for. */
export interface Waiting {
  readonly signal: AbortSignal;
  readonly onWait: (text: string) => void;
  /** Says where programs are. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/** A workspace that is this process's until it is disposed. */
export interface WorkspaceLock extends Disposable {
  /** An open file that builds have to inherit: as long as one of them runs, it is locked. */
  readonly inherited: number;
  /** What their environment has to have, by which they are found. */
  readonly env: Readonly<Record<string, string>>;
}

const POLL_MS = 200;

/** What works in a workspace and is nobody's that we know may be waited for so long. */
const PATIENCE_MS = 5 * 60_000;

const MARK = 'KERNEL_SIZE_BUDGET_WORKSPACE';

/**
 * Takes the workspace for this process, after the check that has it now, and ends what one that was killed has left
 * running. Throws a UserError where nothing can be written, or somebody else goes on working there, and the signal's
 * reason when it aborts.
 */
export async function lockWorkspace(workspace: Workspace, waiting: Waiting): Promise<WorkspaceLock> {
  const lock = await waitForCheck(workspace, waiting);
  try {
    // By whatever path others come to it.
    const mark = realpathSync(workspace.folder);
    const builds = await waitForBuilds(workspace, mark, waiting);
    return {
      inherited: builds.descriptor,
      env: { [MARK]: mark },
      [Symbol.dispose]: () => {
        for (const file of [builds, lock]) file[Symbol.dispose]();
      },
    };
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

/** The lock that a check alone has. In it stands whose it is, for others to say. */
async function waitForCheck({ folder }: Workspace, waiting: Waiting): Promise<FileLock> {
  const path = join(folder, 'lock');
  let told: string | undefined;
  for (;;) {
    const lock = await lockFile(folder, path, waiting);
    if (lock !== undefined) {
      ftruncateSync(lock.descriptor);
      writeSync(lock.descriptor, `${process.pid}\n`, 0);
      return lock;
    }
    const holder = readFileSync(path, 'utf8').trim().slice(0, 20);
    if (told !== holder)
      waiting.onWait(`waiting for another check (process ${holder}) that works in ${folder}`);
    told = holder;
    await pause(waiting);
  }
}

/** The lock that all builds inherit, once none runs. */
async function waitForBuilds(
  { folder, builds, source }: Workspace,
  mark: string,
  waiting: Waiting,
): Promise<FileLock> {
  const path = join(folder, 'builds-lock');
  const place = { folders: [builds, source], mark: `${MARK}=${mark}`, inherited: path };
  const end = Date.now() + PATIENCE_MS;
  let told: string | undefined;
  for (;;) {
    const { own, others } = findLeftovers(place);
    for (const { pid } of own) kill(pid);
    const lock = await lockFile(folder, path, waiting);
    const left = [...own, ...others];
    if (lock !== undefined && left.length === 0) return lock;
    lock?.[Symbol.dispose]();
    const names = left.length === 0 ? 'a process that an earlier check has left' : inWords(left);
    // What is killed is gone in a moment.
    if (told === undefined ? own.length === 0 : told !== names) waiting.onWait(waitText(names, folder));
    told = names;
    if (Date.now() > end) {
      throw new UserError(
        `${names} still works in ${folder}, where what it writes would be measured; end it, and check again`,
      );
    }
    await pause(waiting);
  }
}

function waitText(names: string, folder: string): string {
  return `waiting for ${names} to end, which works in ${folder}: what it writes there would be measured`;
}

async function lockFile(folder: string, path: string, { env }: Waiting): Promise<FileLock | undefined> {
  try {
    makeFolder(folder);
    return await tryLock(path, env);
  } catch (cause) {
    throw new UserError(
      `builds cannot be kept in ${folder} (${(cause as Error).message}); expected a folder that can be written: set XDG_CACHE_HOME (the action: RUNNER_TEMP) to one`,
      { cause },
    );
  }
}

async function pause({ signal }: Waiting): Promise<void> {
  await setTimeout(POLL_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
}
