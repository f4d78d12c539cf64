/**
 * The tokens that makes share: a pipe with a byte for each, which make reads before it starts a further command and
 * writes back (https://www.gnu.org/software/make/manual/html_node/POSIX-Jobserver.html). They are handed on as open
 * descriptors, `--jobserver-auth=R,W`: every make from 4.2 on takes these, and a sandbox needs no path for them.
 */
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { runProcess } from '../../process/run-process.ts';
import { UserError } from '../../user-error.ts';

/** The tokens that no command has at the moment. */
export interface Jobserver extends Disposable {
  /** Takes a token where there is one, without waiting. */
  readonly take: () => boolean;
  readonly give: () => void;
  /** Makes them all there again: a make that was killed has given none back. Only while no make runs. */
  readonly restore: () => void;
  /** Where make reads tokens, and where it writes them. */
  readonly descriptors: readonly [read: number, write: number];
}

/** `folder` is made where it is missing. Throws a UserError where a pipe cannot be made in it. */
export async function openJobserver(
  tokens: number,
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Promise<Jobserver> {
  makeFolder(folder);
  const place = await mkdtemp(join(folder, 'jobs-'));
  try {
    const pipe = join(place, 'pipe');
    await makePipe(pipe, env);
    const jobserver = overPipe(pipe, tokens);
    jobserver.restore();
    return jobserver;
  } finally {
    // What is open lasts, and is out of everybody else's reach.
    await rm(place, { recursive: true, force: true });
  }
}

async function makePipe(path: string, env: Readonly<Record<string, string>>): Promise<void> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  const onLine = (line: string): void => void lines.push(line);
  const { code } = await runProcess('mkfifo', ['-m', '600', path], { cwd: '/', env, signal, onLine });
  if (code === 0) return;
  throw new UserError(
    `makes cannot share their jobs: no named pipe can be made (${lines.at(-1) ?? `mkfifo ended with exit code ${code}`}); ` +
      'expected mkfifo of coreutils, and a file system that has named pipes',
  );
}

/** Bytes; more than any pipe holds, unless root says otherwise (pipe(7), pipe-max-size). */
const PIPE_CAPACITY = 1_048_576;

function overPipe(path: string, tokens: number): Jobserver {
  // Opened for both, or opening would wait for the other end; and apart from make's, which may wait at its end.
  const own = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const descriptors = [openSync(path, constants.O_RDONLY), openSync(path, constants.O_WRONLY)] as const;
  const give = (count: number): void => void unlessBusy(() => writeSync(own, '+'.repeat(count)));
  const take = (most: number): number => unlessBusy(() => readSync(own, Buffer.alloc(most))) ?? 0;
  return {
    descriptors,
    take: () => take(1) === 1,
    give: () => give(1),
    restore: () => {
      take(PIPE_CAPACITY);
      give(tokens);
    },
    [Symbol.dispose]: () => {
      for (const descriptor of [own, ...descriptors]) closeSync(descriptor);
    },
  };
}

/** What a call returns; undefined where it would have to wait, for a token or for room in the pipe. */
function unlessBusy<Value>(call: () => Value): Value | undefined {
  try {
    return call();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}
