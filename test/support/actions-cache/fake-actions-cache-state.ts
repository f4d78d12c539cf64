/** What the fake Actions cache holds; scopes (branches) are left out: a token may write, or only read. */

/** An entry, from its reservation on. */
export interface FakeCacheEntry {
  readonly id: number;
  readonly key: string;
  /** Digest of the paths and the compression: entries of other versions are never found. */
  readonly version: string;
  content: Uint8Array;
  /** Blocks that are sent and not yet listed, by their name. */
  readonly blocks: Map<string, Uint8Array>;
  /** Found only then. */
  isComplete: boolean;
}

export type CacheRight = 'read-write' | 'read-only' | 'none';

export interface FakeCacheState {
  /** Oldest first. */
  readonly entries: FakeCacheEntry[];
  readonly right: CacheRight;
}

/** Undefined where the name is taken: entries are never changed. */
export function reserveEntry(
  { entries }: FakeCacheState,
  { key, version }: Pick<FakeCacheEntry, 'key' | 'version'>,
): FakeCacheEntry | undefined {
  if (entries.some((entry) => entry.key === key && entry.version === version)) return undefined;
  const id = entries.length + 1;
  const entry = { id, key, version, content: new Uint8Array(), blocks: new Map(), isComplete: false };
  entries.push(entry);
  return entry;
}

/** https://docs.github.com/actions/reference/dependency-caching-reference#cache-key-matching */
export function findEntry(
  { entries }: FakeCacheState,
  { keys, version }: { readonly keys: readonly string[]; readonly version: string },
): FakeCacheEntry | undefined {
  const newestFirst = entries.filter((entry) => entry.isComplete && entry.version === version).toReversed();
  const exact = newestFirst.find(({ key }) => key === keys[0]);
  if (exact !== undefined) return exact;
  const prefix = keys.find((start) => newestFirst.some(({ key }) => key.startsWith(start)));
  return prefix === undefined ? undefined : newestFirst.find(({ key }) => key.startsWith(prefix));
}

export function entryById({ entries }: FakeCacheState, id: string | undefined): FakeCacheEntry | undefined {
  return entries.find((entry) => String(entry.id) === id);
}
