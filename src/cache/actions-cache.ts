/**
 * The Actions cache, asked through GitHub's library: one file under a name.
 *
 * The library has no way to stop a call that hangs (it waits a quarter of an hour for a lookup, without end for an
 * upload), so a call runs in a thread that is ended.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type EmptyAnswer, explainNothing, reasonOf } from './actions-cache-output.ts';

/** The file in a call's folder that is kept, and comes back under the same name. */
export const ENTRY_FILE = 'kernel-size-budget-entry';

/** One question may have no more names than these; the library throws. */
export const MAX_NAMES = 10;

export type CacheRequest =
  | { readonly kind: 'save'; readonly name: string }
  /** Where there is none of that name: the newest that begins with the first prefix that any begins with. */
  | { readonly kind: 'restore'; readonly name: string; readonly prefixes: readonly string[] };

export interface ActionsCacheCall {
  readonly request: CacheRequest;
  /** Absolute; no other call's. */
  readonly folder: string;
  /** The runner's variables, with those that only an action gets. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** After which the call is given up. */
  readonly milliseconds: number;
}

/** What the thread gets. */
export interface ThreadCall extends Omit<ActionsCacheCall, 'env'> {
  readonly file: string;
  /** Variables for the library, and not for the programs that it runs. */
  readonly hidden: Readonly<NodeJS.ProcessEnv>;
}

/** What the thread posts; `printed` is all that the library wrote. */
export type ThreadResult =
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'thrown'; readonly reason: string }
  | { readonly kind: 'returned'; readonly value: string | number | undefined; readonly printed: string };

export type CacheAnswer =
  /** Saved, or restored: the name that the entry was saved under. */
  | { readonly kind: 'done'; readonly name: string }
  /** This machine is no runner, or one without this service. */
  | { readonly kind: 'unavailable' }
  | EmptyAnswer;

/** Never throws. */
export async function askActionsCache(call: ActionsCacheCall): Promise<CacheAnswer> {
  const result = await runThread(call);
  if (result.kind === 'unavailable') return result;
  if (result.kind === 'thrown') return { kind: 'failed', reason: reasonOf(result.reason) };
  const { value, printed } = result;
  if (typeof value === 'string') return { kind: 'done', name: value };
  const explained = explainNothing(printed);
  // Version 1 of the service numbers an entry before its upload: the number alone does not say that it is there.
  const isSaved = typeof value === 'number' && value >= 0 && explained.kind === 'passed';
  return isSaved ? { kind: 'done', name: call.request.name } : explained;
}

async function runThread(call: ActionsCacheCall): Promise<ThreadResult> {
  const worker = startThread(call);
  const { milliseconds } = call;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ThreadResult>((resolve) => {
      const giveUp = (reason: string): void => resolve({ kind: 'thrown', reason });
      timer = setTimeout(() => giveUp(`no answer within ${Math.round(milliseconds / 1000)} s`), milliseconds);
      worker.on('message', resolve);
      worker.on('error', (error) => giveUp((error as Error).message));
      worker.on('exit', () => giveUp('the thread ended without an answer'));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** What tar and zstd get, whose environment every process of the same user can read in /proc. */
const FOR_PROGRAMS = /^(PATH|HOME|LANG|LC_\w+)$/;

function startThread({ env, ...call }: ActionsCacheCall): Worker {
  const { folder } = call;
  const data: ThreadCall = {
    ...call,
    file: ENTRY_FILE,
    hidden: { ...env, RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder },
  };
  const listed = Object.fromEntries(Object.entries(env).filter(([name]) => FOR_PROGRAMS.test(name)));
  // Of this file's own kind, as bundled too.
  const script = new URL(`./actions-cache-worker${extname(import.meta.url)}`, import.meta.url);
  return new Worker(script, {
    workerData: data,
    execArgv: [],
    // The library unpacks names like /etc/x and ../../x as they stand; this leaves the last part of them (GNU tar).
    env: { ...listed, TAR_OPTIONS: '--transform=s,^.*/,,' },
  });
}
