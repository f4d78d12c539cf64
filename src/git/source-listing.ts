/** What the files of a checkout hold, as text that is kept with a build and compared with a later checkout. */
import { randomUUID } from 'node:crypto';
import type { Git } from './git.ts';

/**
 * A line for each file: `MODE HASH STAGE\tPATH`, the path relative to the repository's root. Files that git does not
 * track have the mode `untracked`. It takes 8 MB for Linux.
 */
export type SourceListing = string;

/** A file that two checkouts do not have alike; the path is relative to the repository's root. */
export interface SourceChange {
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'removed';
  /** After the change, before it where that removed the file: `100644`, `120000` (link), `160000` (submodule). */
  readonly mode: string;
}

/** What is checked out, as git's index has it, and the files beside it, whose paths are relative to `atRoot` too. */
export async function listSources(atRoot: Git, untracked: readonly string[]): Promise<SourceListing> {
  const tracked = await atRoot.run('-c', 'core.quotePath=false', 'ls-files', '--stage');
  if (untracked.length === 0) return tracked;
  const lines: string[] = [];
  for (const path of untracked) {
    // A folder is another repository's; a link may lead to nothing.
    const hash = (await atRoot.ask('hash-object', '--no-filters', '--', path)) ?? randomUUID();
    lines.push(`untracked ${hash} 0\t${path}`);
  }
  return [tracked, ...lines].join('\n');
}

/** The files that differ between two listings, which both are in git's order. */
export function changesBetween(before: SourceListing, after: SourceListing): SourceChange[] {
  if (before === after) return [];
  const [left, right] = [before.split('\n'), after.split('\n')];
  const former = new Map<string, string>();
  const later = new Map<string, string>();
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    if (left[i] === right[j]) {
      i++;
      j++;
      continue;
    }
    const [path, mode] = parseLine(left[i]);
    const [otherPath, otherMode] = parseLine(right[j]);
    if (path !== undefined && (otherPath === undefined || path <= otherPath)) {
      former.set(path, mode);
      i++;
    }
    if (otherPath !== undefined && (path === undefined || otherPath <= path)) {
      later.set(otherPath, otherMode);
      j++;
    }
  }
  return [...removedFrom(former, later), ...addedOrModified(former, later)];
}

function removedFrom(
  former: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): SourceChange[] {
  const gone = [...former].filter(([path]) => !later.has(path));
  return gone.map(([path, mode]) => ({ path, kind: 'removed', mode }));
}

function addedOrModified(
  former: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): SourceChange[] {
  return [...later].map(([path, mode]) => ({ path, kind: former.has(path) ? 'modified' : 'added', mode }));
}

/** The files that differ between two commits. */
export async function changesOfCommits(git: Git, base: string, head: string): Promise<SourceChange[]> {
  const text = await git.run('diff-tree', '-r', '-z', '--no-renames', '--raw', base, head);
  const fields = text.split('\0');
  const changes: SourceChange[] = [];
  // `:MODE MODE HASH HASH LETTER`, then the path (git-diff-tree(1), "Raw output format").
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [before = '', after = '', , , letter] = fields[i]!.slice(1).split(' ');
    const kind = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified';
    changes.push({ path: fields[i + 1]!, kind, mode: kind === 'removed' ? before : after });
  }
  return changes;
}

function parseLine(
  line: string | undefined,
): readonly [path: string, mode: string] | readonly [undefined, ''] {
  // The last line of a text that ends in a line break.
  if (line === undefined || line === '') return [undefined, ''];
  return [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf(' '))];
}
