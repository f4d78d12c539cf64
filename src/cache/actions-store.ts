/** Entries in the Actions cache, one file each; https://docs.github.com/actions/reference/dependency-caching-reference */
import { lstat, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { ENTRY_FILE, MAX_NAMES } from './actions-cache.ts';
import { type Patience, type PatientCache, patientCache } from './actions-patience.ts';
import { ArchiveDamage } from './archive-damage.ts';
import { packFolder, unpackArchive } from './archive.ts';
import { mayServe } from './candidates.ts';
import { sourcesOfEntry, entryName, entryPrefixes } from './entry-name.ts';
import type { CacheKey, CacheStore, Notice, Substitute } from './store.ts';

export interface ActionsStoreOptions {
  /** Where archives lie on their way, in RUNNER_TEMP; a run may have several stores in one. */
  readonly folder: string;
  /** The runner's variables, with those that it gives to actions alone. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly notice: Notice;
  readonly patience?: Patience;
}

/**
 * Somebody waits for the check of a pull request, and a tiny kernel is built in minutes: waiting for what may never come
 * has to cost less. A hosted runner fetches 100 MB in a few seconds. Nobody waits for what is saved after a push.
 */
const PATIENCE: Patience = { restore: 60_000, save: 180_000 };

/**
 * A run may be refused to save (a pull request from a fork), and what is saved in a pull request serves that one alone:
 * whoever has the store decides by the event whether to save.
 */
export function actionsStore(options: ActionsStoreOptions): CacheStore {
  const store: OpenStore = { ...options, cache: patientCache(options.patience ?? PATIENCE, options.notice) };
  return {
    restore: (key, { into, substitute }) => restore(store, { key, into, substitute }),
    save: (key, source) => save(store, key, source),
  };
}

interface OpenStore extends ActionsStoreOptions {
  readonly cache: PatientCache;
}

interface Restoring {
  readonly key: CacheKey;
  readonly into: string;
  readonly substitute: Substitute;
}

async function restore(store: OpenStore, asked: Restoring): Promise<CacheKey | undefined> {
  const { cache, env, notice } = store;
  const { key, substitute } = asked;
  if (!cache.isWorthAsking('restore')) return undefined;
  const name = entryName(key);
  try {
    await using folder = await ownFolder(store.folder);
    const request = { kind: 'restore', name, prefixes: prefixesFor(key, substitute) } as const;
    const found = await cache.ask({ request, folder: folder.path, env });
    if (found === undefined) return undefined;
    return await unpackEntry(store, { ...asked, found, archive: join(folder.path, ENTRY_FILE) });
  } catch (error) {
    notice(`${name} was not restored from the Actions cache (${messageOf(error)})`);
    return undefined;
  }
}

/** Restore keys: the exact names of ancestors' entries first, then the prefix of any usable one. */
function prefixesFor(key: CacheKey, substitute: Substitute): readonly string[] {
  if (substitute.kind === 'none') return [];
  const any = entryPrefixes(key);
  const nearest = substitute.ancestors.slice(0, MAX_NAMES - 1 - any.length);
  return [...nearest.map((sources) => entryName({ ...key, sources })), ...any];
}

/** The service matches by prefix, so the archive itself must confirm that it fits. */
async function unpackEntry(
  { env, notice }: OpenStore,
  { key, into, substitute, found, archive }: Restoring & { readonly found: string; readonly archive: string },
): Promise<CacheKey | undefined> {
  if (sourcesOfEntry(found) === undefined || (substitute.kind === 'none' && found !== entryName(key))) {
    notice(`an entry of the Actions cache was passed over that begins like ${entryName(key)}`);
    return undefined;
  }
  try {
    await checkFile(archive);
    return await unpackArchive({ archive, into, env, accept: (inside) => mayServe(found, inside, key) });
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    notice(
      `an entry of the Actions cache was passed over: ${error.message}; gh cache delete ${found} removes it`,
    );
    return undefined;
  }
}

/** What was unpacked under the name may be a pipe, which would be waited for. */
async function checkFile(path: string): Promise<void> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isFile() !== true) throw new ArchiveDamage('it holds no archive');
}

async function save(store: OpenStore, key: CacheKey, source: string): Promise<void> {
  const { cache, env, notice } = store;
  if (!cache.isWorthAsking('save')) return;
  const name = entryName(key);
  try {
    await using folder = await ownFolder(store.folder);
    await packFolder({ folder: source, archive: join(folder.path, ENTRY_FILE), key, env });
    await cache.ask({ request: { kind: 'save', name }, folder: folder.path, env });
  } catch (error) {
    notice(`${name} was not kept in the Actions cache (${messageOf(error)})`);
  }
}

/** A folder for one entry on its way. */
async function ownFolder(parent: string): Promise<AsyncDisposable & { readonly path: string }> {
  makeFolder(parent);
  const path = await mkdtemp(join(parent, 'entry-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
