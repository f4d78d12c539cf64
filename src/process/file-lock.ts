/**
 * A lock on a file, which is free once the last process that has the open file is gone, however it ended: flock(2), by
 * flock(1) of util-linux, since Node has no call for it. What this process starts may be handed the open file.
 */
import { spawn } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs';
import { UserError } from '../user-error.ts';

/** A lock that is held until it is disposed, and by whoever has inherited the descriptor. */
export interface FileLock extends Disposable {
  readonly descriptor: number;
}

/**
 * Takes the lock on a file, which is made where there is none; undefined where somebody has it. Throws a UserError
 * where files cannot be locked there, and what the system says where the file cannot be opened.
 */
export async function tryLock(path: string, env: Readonly<NodeJS.ProcessEnv>): Promise<FileLock | undefined> {
  const { O_RDWR, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const descriptor = openSync(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
  const lock = { descriptor, [Symbol.dispose]: () => closeSync(descriptor) };
  try {
    if (!fstatSync(descriptor).isFile()) throw new UserError(`${path} is no regular file; remove it`);
    // Somebody may have removed it, and others lock the next one by this name.
    if ((await flock(path, descriptor, env)) && isStillAt(path, descriptor)) return lock;
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
  lock[Symbol.dispose]();
  return undefined;
}

function isStillAt(path: string, descriptor: number): boolean {
  const [own, there] = [fstatSync(descriptor), statSync(path, { throwIfNoEntry: false })];
  return own.ino === there?.ino && own.dev === there.dev;
}

/** Any but those that flock(1) has for its own mistakes (sysexits(3)). */
const HELD = 33;

function flock(path: string, descriptor: number, { PATH }: Readonly<NodeJS.ProcessEnv>): Promise<boolean> {
  const args = ['--exclusive', '--nonblock', '--conflict-exit-code', String(HELD), '3'];
  const child = spawn('flock', args, {
    env: { PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe', descriptor],
  });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    const fail = (problem: string, cause?: unknown): void =>
      reject(new UserError(`${path} cannot be locked (${problem}); expected flock of util-linux`, { cause }));
    child.once('error', (cause) => fail(cause.message, cause));
    child.once('close', (code) => {
      if (code === 0 || code === HELD) resolve(code === 0);
      else fail(said.trim() || `flock ended with ${code}`);
    });
  });
}
