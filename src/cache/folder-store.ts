/**
 * Entries as files in one folder, for several processes at once. What bears an entry's name is whole, since it is
 * written under another name and renamed. When an entry was last used is the time of its file.
 */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { ArchiveDamage } from './archive-damage.ts';
import { packFolder, unpackArchive } from './archive.ts';
import { candidatesFor, mayServe } from './candidates.ts';
import { entryName } from './entry-name.ts';
import {
  listEntries,
  removeEntry,
  removeOldest,
  removeUnfinished,
  UNFINISHED_PREFIX,
} from './folder-entries.ts';
import type { CacheKey, CacheStore, Notice, Substitute } from './store.ts';

/** Where entries are kept, and how much of them. */
export interface FolderStoreOptions {
  /** Made when the first entry is saved, for this user alone. */
  readonly folder: string;
  /** Bytes that all entries together may take, with what `besides` counts. */
  readonly limit: number;
  /** Counts the bytes of what is kept elsewhere; asked when an entry is saved. Nothing by default. */
  readonly besides?: () => Promise<number>;
  readonly notice: Notice;
  /** Says where programs are found. */
  readonly env?: Readonly<NodeJS.ProcessEnv>;
}

export function folderStore(options: FolderStoreOptions): CacheStore {
  const { env = process.env, besides = async () => 0 } = options;
  const store = { ...options, env, besides };
  return {
    restore: (key, { into, substitute }) => restore(store, { key, into, substitute }),
    save: (key, folder) => save(store, key, folder),
  };
}

type OpenStore = Required<FolderStoreOptions>;

interface Request {
  readonly key: CacheKey;
  readonly into: string;
  readonly substitute: Substitute;
}

async function restore(store: OpenStore, request: Request): Promise<CacheKey | undefined> {
  try {
    for (const name of await namesFor(store.folder, request)) {
      const found = await restoreEntry(store, name, request);
      if (found !== undefined) return found;
    }
  } catch (error) {
    store.notice(`nothing was taken from the cache folder ${store.folder}: ${messageOf(error)}`);
  }
  return undefined;
}

/** Names of entries that may serve, best first. */
async function namesFor(folder: string, { key, substitute }: Request): Promise<readonly string[]> {
  if (substitute.kind === 'none') return [entryName(key)];
  return candidatesFor(key, substitute.ancestors, await listEntries(folder));
}

/** Undefined where there is none, for one that another process has just removed, and for one that is no good. */
async function restoreEntry(
  { folder, notice, env }: OpenStore,
  name: string,
  { key, into }: Request,
): Promise<CacheKey | undefined> {
  const archive = join(folder, name);
  try {
    await markUsed(archive);
    return await unpackArchive({ archive, into, env, accept: (found) => mayServe(name, found, key) });
  } catch (error) {
    if (isGone(error, archive)) return undefined;
    if (!(error instanceof ArchiveDamage)) throw error;
    const what = (await removeEntry(archive)) ? 'was removed from' : 'was passed over in';
    notice(`the entry ${name} ${what} the cache folder ${folder}: ${error.message}`);
    return undefined;
  }
}

/** Before an entry is read, so that others remove it last. A folder that may only be read serves as well. */
async function markUsed(archive: string): Promise<void> {
  const now = new Date();
  await utimes(archive, now, now).catch(() => undefined);
}

function isGone(error: unknown, archive: string): boolean {
  const { code, path } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' && path === archive;
}

async function save(store: OpenStore, key: CacheKey, folder: string): Promise<void> {
  const unfinished = join(store.folder, `${UNFINISHED_PREFIX}${randomBytes(8).toString('hex')}`);
  const name = entryName(key);
  try {
    makeFolder(store.folder, 0o700);
    await removeUnfinished(store.folder);
    await packFolder({ folder, archive: unfinished, key, env: store.env });
    const taken = await store.besides();
    await syncWithin(unfinished, { limit: store.limit, taken });
    await rename(unfinished, join(store.folder, name));
    await removeOldest(store.folder, { limit: store.limit - taken, keep: name });
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    store.notice(`${name} was not kept in the cache folder ${store.folder}: ${messageOf(error)}`);
  }
}

/** Writes a file through to the disk: after a power cut its name must not stand for nothing. */
async function syncWithin(
  path: string,
  { limit, taken }: { readonly limit: number; readonly taken: number },
): Promise<void> {
  await using file = await open(path, 'r+');
  const { size } = await file.stat();
  if (size > limit - taken) {
    const besides = taken === 0 ? '' : `, of which the checkout takes ${taken}`;
    throw new Error(
      `it takes ${size} bytes, more than the ${limit} bytes that the folder may take${besides}`,
    );
  }
  await file.sync();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
