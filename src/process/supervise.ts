/**
 * Starts a command in a process group of its own that ends when this process does, however that comes about: whoever is
 * killed cannot end his children. A watcher in the group waits at one pipe, whose other end this process has, and ends
 * the group when that is closed. Another pipe is inherited by all that the command starts and is closed when the last of
 * them has ended, also of those that left the group.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../user-error.ts';
import { type RunningProcess, findProcesses, kill, linkOf, openFilesOf } from './running.ts';

/** After stdin, stdout and stderr. */
export const FIRST_DESCRIPTOR = 3;

/** What is run, in which folder and environment; `descriptors` are open files that it inherits, from FIRST_DESCRIPTOR on. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly descriptors: readonly number[];
}

/** How a command ended; the code is 127 where there is no such program, as in a shell. */
interface Exit {
  readonly code: number;
  readonly signal: NodeJS.Signals | undefined;
}

/** What a command that has ended left running: `ended` is ended now, `running` could not be. */
export interface Remains {
  readonly kind: 'nothing' | 'ended' | 'running';
  readonly processes: readonly RunningProcess[];
}

/** A command that runs. */
export interface Supervised {
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exit: Promise<Exit>;
  /** Sends a signal to the whole group. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Ends what is left, once the command has ended. */
  readonly endRemains: () => Promise<Remains>;
}

/** Called with the watcher's descriptor, then the command; it waits for a line before it does anything. */
const SCRIPT = `watched=$1
shift
read -r _ <&"$watched" || exit
(
  exec > /dev/null 2>&1
  trap '' HUP INT TERM
  fd=${FIRST_DESCRIPTOR}
  while [ "$fd" -lt "$watched" ]; do
    eval "exec $fd<&-"
    fd=$((fd + 1))
  done
  read -r _ <&"$watched"
  kill -s KILL 0
) &
eval "exec $watched<&-"
unset PWD OLDPWD SHLVL watched
exec "$@"`;

/** Throws a UserError where no process can be started. */
export function supervise(command: Command): Supervised {
  const { descriptors } = command;
  const watched = FIRST_DESCRIPTOR + descriptors.length + 1;
  const child = start(command, watched);
  const [leash, watcher] = [child.stdio[watched - 1], child.stdio[watched]] as unknown as [Socket, Socket];
  for (const socket of [leash, watcher]) socket.on('error', () => undefined).resume();
  // By it those are found who have it still; the command has not begun.
  const pipe = child.pid === undefined ? undefined : linkOf(child.pid, `fd/${watched - 1}`);
  watcher.write('\n');
  const closed = new Promise<true>((resolve) => leash.once('close', () => resolve(true)));
  return {
    stdout: child.stdout!,
    stderr: child.stderr!,
    exit: exitOf(child, command),
    signal: (signal) => signalGroup(child.pid, signal),
    endRemains: async () => {
      const remains = await endRemains({ closed, pipe, endGroup: () => watcher.end() });
      for (const socket of [leash, watcher]) socket.unref();
      return remains;
    },
  };
}

function start({ program, args, cwd, env, descriptors }: Command, watched: number): ChildProcess {
  try {
    return spawn('/bin/sh', ['-c', SCRIPT, 'sh', String(watched), program, ...args], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...descriptors, 'pipe', 'pipe'],
    });
  } catch (cause) {
    throw startError({ program, cwd }, cause);
  }
}

function exitOf(child: ChildProcess, command: Command): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(startError(command, cause)));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal: signal ?? undefined }));
  });
}

const START_ERRORS: Readonly<Record<string, string>> = {
  E2BIG: 'its arguments and its environment are longer than the system allows; shorten "make" of the target',
  ERR_INVALID_ARG_VALUE: 'an argument has a NUL character; leave that out of "make" of the target',
  ENOENT: 'its folder is gone, or there is no /bin/sh',
  EAGAIN:
    'there are as many processes as this user may have; raise the limit (ulimit -u), or give fewer jobs',
  EMFILE: 'there are as many open files as a process may have; raise the limit (ulimit -n)',
  ENOMEM: 'memory is short; give fewer jobs',
};

function startError({ program, cwd }: Pick<Command, 'program' | 'cwd'>, cause: unknown): UserError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return new UserError(`${program} cannot be started in ${cwd}: ${START_ERRORS[code] ?? message}`, { cause });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** What has ended orderly is gone by then; what a group that is killed needs; and what a machine that is laden needs. */
const WAITS_MS = { orderly: 300, group: 2000, others: 3000 } as const;

async function endRemains(group: {
  readonly closed: Promise<true>;
  readonly pipe: string | undefined;
  readonly endGroup: () => void;
}): Promise<Remains> {
  const { closed, pipe, endGroup } = group;
  const isClosed = (within: number): Promise<boolean | undefined> =>
    Promise.race([closed, setTimeout(within, undefined, { ref: false })]);
  const isOrderly = await isClosed(WAITS_MS.orderly);
  const processes = isOrderly ? [] : findHolders(pipe);
  endGroup();
  if (isOrderly) return { kind: 'nothing', processes };
  if (await isClosed(WAITS_MS.group)) return { kind: 'ended', processes };
  for (const { pid } of findHolders(pipe)) kill(pid);
  return { kind: (await isClosed(WAITS_MS.others)) ? 'ended' : 'running', processes };
}

function findHolders(pipe: string | undefined): RunningProcess[] {
  return pipe === undefined ? [] : findProcesses((pid) => openFilesOf(pid).includes(pipe));
}
