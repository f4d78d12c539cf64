/** Finds who still works in the folders of builds whose own command is gone, so that nobody builds there beside them. */
import { realpathSync, statSync } from 'node:fs';
import { type RunningProcess, findProcesses, linkOf, openFilesOf, statusOf, textOf } from './running.ts';

/** The folders of a workspace, and what its builds are known by. */
export interface WorkedIn {
  /** Where builds write. */
  readonly folders: readonly string[];
  /** `NAME=value` in the environment of all that a check starts. */
  readonly mark: string;
  /** A file that all builds have inherited. */
  readonly inherited: string;
}

/** Who is there. */
export interface Leftovers {
  /** Whom a check has started. */
  readonly own: readonly RunningProcess[];
  /** Who works there, nobody knows for whom: a build may shed its environment and its files. */
  readonly others: readonly RunningProcess[];
}

export function findLeftovers({ folders, mark, inherited }: WorkedIn): Leftovers {
  const file = realPath(inherited);
  const isOwn = (pid: number): boolean =>
    isOfUser(pid) &&
    ((textOf(pid, 'environ') ?? '').split('\0').includes(mark) || openFilesOf(pid).includes(file));
  const own = findProcesses(isOwn);
  const known = new Set([...own.map(({ pid }) => pid), ...ancestors()]);
  const roots = folders.map(realPath);
  const others = findProcesses((pid) => !known.has(pid) && isAtWork(pid) && worksIn(pid, roots));
  return { own, others };
}

/** Whoever has started this process may name the folders in its arguments, or stand there. */
function ancestors(): number[] {
  const found: number[] = [];
  for (let pid = process.ppid; pid > 0; pid = Number(statusOf(pid)?.[1] ?? 0)) found.push(pid);
  return found;
}

/** A user's own, and not at a terminal: builds have none, and a shell in the folder does no harm. */
function isAtWork(pid: number): boolean {
  return isOfUser(pid) && statusOf(pid)?.[4] === '0';
}

function isOfUser(pid: number): boolean {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === process.getuid?.();
}

function worksIn(pid: number, folders: readonly string[]): boolean {
  const isInside = (path: string | undefined): boolean =>
    folders.some((folder) => path === folder || path?.startsWith(`${folder}/`));
  if (isInside(linkOf(pid, 'cwd')) || openFilesOf(pid).some(isInside)) return true;
  const words = (textOf(pid, 'cmdline') ?? '').split(/[\0\s"'=:;,]+/);
  return words.some(isInside);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
