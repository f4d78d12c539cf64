import { setTimeout } from 'node:timers/promises';
import { readLines } from './lines.ts';
import { type Remains, type Supervised, supervise } from './supervise.ts';

/** How a command is run; nothing of this process's environment reaches it but `env`. */
export interface ProcessOptions {
  readonly cwd: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly signal: AbortSignal;
  /** Open files of this process; the command finds them as FIRST_DESCRIPTOR and on. */
  readonly descriptors?: readonly number[];
  /** Called for each line of stdout and stderr, in the order they arrive; a long one is cut. */
  readonly onLine?: (line: string) => void;
}

/** How a command ended; `code` is 127 where there is no such program. */
export interface ProcessResult {
  readonly code: number;
  /** What ended it, undefined where it ended by itself. */
  readonly signal: NodeJS.Signals | undefined;
  /** What it had left running, which is ended. */
  readonly remains: Remains;
  /** No more than so much of its beginning. */
  readonly stdout: string;
}

const MOST_STDOUT = 1024 * 1024;

/** How long processes may take to end when they are asked to, and their output to come after that. */
const GRACE_MS = 5000;

/**
 * Runs a command in a process group of its own, and ends the whole group when `signal` aborts, or when this process is
 * gone: `make` leaves compilers behind otherwise. Throws the signal's reason on an abort, and a UserError where no
 * process can be started; a failing exit code is a result, not an error.
 */
export async function runProcess(
  program: string,
  args: readonly string[],
  { cwd, env, signal, descriptors = [], onLine = () => undefined }: ProcessOptions,
): Promise<ProcessResult> {
  signal.throwIfAborted();
  const child = supervise({ program, args, cwd, env, descriptors });
  const stdout: string[] = [];
  let room = MOST_STDOUT;
  const printed = Promise.all([
    readLines(child.stdout, (line) => {
      if ((room -= line.length + 1) > 0) stdout.push(line);
      onLine(line);
    }),
    readLines(child.stderr, onLine),
  ]);
  const stopWatching = endOnAbort(child, signal);
  const exit = await child.exit.finally(stopWatching);
  const remains = await child.endRemains();
  await Promise.race([printed, setTimeout(GRACE_MS, undefined, { ref: false })]);
  // What still runs could hold these open for ever.
  for (const stream of [child.stdout, child.stderr]) stream.destroy();
  signal.throwIfAborted();
  return { ...exit, remains, stdout: stdout.join('\n') };
}

/** Asks the group to end, insists after a grace period; returns what stops watching. */
function endOnAbort(child: Supervised, signal: AbortSignal): () => void {
  let insist: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    child.signal('SIGTERM');
    insist = globalThis.setTimeout(() => child.signal('SIGKILL'), GRACE_MS);
  };
  signal.addEventListener('abort', onAbort);
  return () => {
    clearTimeout(insist);
    signal.removeEventListener('abort', onAbort);
  };
}
