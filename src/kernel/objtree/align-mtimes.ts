/**
 * Times of files as make goes by them. A build folder that comes from a cache lies beside sources whose times say when
 * they were checked out, which is after everything in it. Its files are moved to now in their order, and so are the
 * sources that changed while it was built, so that make sees what it saw before: what was out of date still is.
 */
import { lstatSync, lutimesSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isBelow } from '../../files/paths.ts';
import { walkFolder } from '../../files/walk-folder.ts';

/** Nanoseconds by path from the repository's root. */
export type ChangeTimes = Readonly<Record<string, string>>;

/** Apart far enough for the microseconds that Node sets times in. */
const STEP_US = 4n;

/**
 * Moves the files of `output`, and the sources in `changed`, to now in the order of their times; then `touched` are
 * given a later one. Returns the times of all sources that have one. All sources must be older than now.
 */
export async function alignTimes(tree: {
  readonly output: string;
  readonly root: string;
  readonly changed: ChangeTimes;
  readonly touched: readonly string[];
}): Promise<ChangeTimes> {
  const { output, root, changed, touched } = tree;
  const files = timesBelow(output);
  const sources = Object.entries(changed).map(([path, time]) => [path, BigInt(time)] as const);
  const order = [...new Set([...files, ...sources].map(([, time]) => time))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const start = afterAll([...Object.keys(changed), ...touched].map((path) => join(root, path)));
  const moved = new Map(order.map((time, index) => [time, start + BigInt(index + 1) * STEP_US]));
  for (const [path, time] of files) setTime(path, moved.get(time)!);
  const last = start + BigInt(order.length + 1) * STEP_US;
  const times = new Map(sources.map(([path, time]) => [path, moved.get(time)!]));
  for (const path of touched) times.set(path, last);
  for (const [path, time] of times) setSourceTime(root, path, time);
  await untilAfter(last);
  return Object.fromEntries([...times].map(([path, time]) => [path, String(time * 1000n)]));
}

/** No build folder has so many files that their times take longer. */
const LONGEST_US = 1_000_000n;

/**
 * Now, in microseconds, but after the times that the sources have: another target's build of the same sources has set them
 * to a moment later than all that it had made from them before.
 */
function afterAll(paths: readonly string[]): bigint {
  const now = BigInt(Date.now()) * 1000n;
  const times = paths.map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n);
  // A time that lies far ahead is nobody's of these.
  const moments = times.map((time) => time / 1000n + 1n).filter((time) => time < now + LONGEST_US);
  return moments.reduce((latest, time) => (time > latest ? time : latest), now);
}

/** Make warns of times in the future, and what it makes must come after them. */
async function untilAfter(microseconds: bigint): Promise<void> {
  const end = Number(microseconds / 1000n) + 1;
  // A timer may end early.
  for (let wait; (wait = end - Date.now()) > 0;) await setTimeout(wait);
}

function timesBelow(folder: string): (readonly [path: string, time: bigint])[] {
  return walkFolder(folder).map(({ name, parentPath }) => {
    const path = join(parentPath, name);
    return [path, lstatSync(path, { bigint: true }).mtimeNs] as const;
  });
}

/** What a kept folder says that it was made from may have been written by a build: it touches no file but a source. */
function setSourceTime(root: string, path: string, microseconds: bigint): void {
  const [folder, real] = [realPath(dirname(join(root, path))), realpathSync(root)];
  const isItself = folder === join(real, dirname(path)) && isBelow(folder, real);
  if (isItself) setTime(join(root, path), microseconds);
}

/** Undefined for what is gone. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** A source that is gone has no time; a link is not followed. */
function setTime(path: string, microseconds: bigint): void {
  const seconds = Number(microseconds) / 1e6;
  try {
    lutimesSync(path, seconds, seconds);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
