/** The files of a folder of entries: which there are, which must go. Others may remove the same ones meanwhile. */
import type { Stats } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundEntry } from './candidates.ts';
import { ENTRY_PREFIX } from './entry-name.ts';

/** An entry's file. */
export interface FolderEntry extends FoundEntry {
  /** In bytes. */
  readonly size: number;
}

/** What the names begin with that files have while they are written. */
export const UNFINISHED_PREFIX = 'kernel-size-unfinished-';

/**
 * A file that nothing was written to for so long has lost its process. Its number would not tell: several containers
 * may share the folder.
 */
const LOST_AFTER_MS = 15 * 60_000;

/** Entries of all formats; none where there is no folder. */
export async function listEntries(folder: string): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  for (const name of await namesIn(folder, ENTRY_PREFIX)) {
    const status = await statusOf(join(folder, name));
    if (status?.isFile() === true) entries.push({ name, usedAt: status.mtimeMs, size: status.size });
  }
  return entries;
}

/** Removes what was not used for longest, but for `keep`, until all entries together take `limit` bytes at most. */
export async function removeOldest(
  folder: string,
  { limit, keep }: { readonly limit: number; readonly keep: string },
): Promise<void> {
  const entries = await listEntries(folder);
  let total = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of entries.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit) return;
    if (name === keep) continue;
    if (await removeEntry(join(folder, name))) total -= size;
  }
}

/** Removes what processes that are gone have left. */
export async function removeUnfinished(folder: string): Promise<void> {
  const before = Date.now() - LOST_AFTER_MS;
  for (const name of await namesIn(folder, UNFINISHED_PREFIX)) {
    const path = join(folder, name);
    const status = await statusOf(path);
    if (status !== undefined && status.mtimeMs < before) await removeEntry(path);
  }
}

/** Whether a file, or a folder, is gone now; others may have removed it. One of another user's may have to stay. */
export async function removeEntry(path: string): Promise<boolean> {
  return rm(path, { recursive: true, force: true }).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string, prefix: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.startsWith(prefix));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Undefined for what has gone meanwhile. */
async function statusOf(path: string): Promise<Stats | undefined> {
  return lstat(path).catch(() => undefined);
}
