import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { readLines } from '../process/lines.ts';

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

/** How a command ended; `code` is 127 when it could not be started. */
export interface ProcessResult {
  readonly code: number;
  /** No more than so much of its beginning. */
  readonly stdout: string;
}

/** Behind stdin, stdout and stderr. */
export const FIRST_DESCRIPTOR = 3;

const MOST_STDOUT = 1024 * 1024;

const GRACE_MS = 5000;

/**
 * Runs a command in a process group of its own, and ends the whole group when `signal` aborts: `make` leaves
 * compilers behind otherwise. Throws the signal's reason then; a failing exit code is a result, not an error.
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  options.signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.descriptors ?? [])],
  }) as ChildProcessByStdio<null, Readable, Readable>;
  const stdout: string[] = [];
  let room = MOST_STDOUT;
  const printed = Promise.all([
    readLines(child.stdout, (line) => {
      if ((room -= line.length + 1) > 0) stdout.push(line);
      options.onLine?.(line);
    }),
    readLines(child.stderr, (line) => options.onLine?.(line)),
  ]);
  const end = new Promise<number>((resolve) => {
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(127));
  });
  const stopWatching = killGroupOnAbort(child.pid, options.signal);
  const code = await end.finally(stopWatching);
  await printed;
  options.signal.throwIfAborted();
  return { code, stdout: stdout.join('\n') };
}

/** Asks the group to end, insists after a grace period; returns what stops watching. */
function killGroupOnAbort(pid: number | undefined, signal: AbortSignal): () => void {
  if (pid === undefined) return () => undefined;
  let insist: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    killGroup(pid, 'SIGTERM');
    insist = setTimeout(() => killGroup(pid, 'SIGKILL'), GRACE_MS);
  };
  signal.addEventListener('abort', onAbort);
  return () => {
    clearTimeout(insist);
    signal.removeEventListener('abort', onAbort);
  };
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
