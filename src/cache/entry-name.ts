/**
 * Names of entries: of files in a folder, and of what the Actions cache keeps. A name says by its beginning what an
 * entry may stand in for, since the Actions cache finds others by prefix alone.
 */
import { createHash } from 'node:crypto';
import type { CacheKey } from './store.ts';

/** Counted up when what is in an entry changes its meaning: entries of other formats are never found. */
export const CACHE_FORMAT = 2;

/** What the name of every entry begins with, of every format. */
export const ENTRY_PREFIX = 'kernel-size-v';

/** Digests tell entries apart in a list; the whole ones are compared when an entry is opened. */
const DIGEST_LENGTH = 16;

/** Leaves room within the 255 bytes of a file name; a key of the Actions cache may have 512 characters. */
const TARGET_LENGTH = 80;

/** `kernel-size-v2-tree-stm32f469-PLACE-INPUTS-SOURCES`, of `[A-Za-z0-9._-]` alone. */
export function entryName(key: CacheKey): string {
  return `${entryPrefixes(key)[0]}${key.sources}`;
}

/** What the names of entries begin with that may stand in, nearest first: with the same inputs; with any. */
export function entryPrefixes(key: CacheKey): readonly [sameInputs: string, samePlace: string] {
  const samePlace = `${ENTRY_PREFIX}${CACHE_FORMAT}-${key.kind}-${safeTarget(key.target)}-${cut(key.place)}-`;
  return [`${samePlace}${cut(key.inputs)}-`, samePlace];
}

/** The sources that an entry is of; undefined for a name that is none of this format. */
export function sourcesOfEntry(name: string): string | undefined {
  if (!name.startsWith(OWN_PREFIX)) return undefined;
  const parts = name.slice(OWN_PREFIX.length).split('-');
  const [kind, target, digests, sources] = [
    parts[0],
    parts.slice(1, -3).join('-'),
    parts.slice(-3, -1),
    parts.at(-1),
  ];
  const isEntry =
    /^(kernel|tree)$/.test(kind!) &&
    /^[\w.-]+$/.test(target) &&
    digests.every((digest) => /^[0-9a-f]+$/.test(digest)) &&
    /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sources!);
  return isEntry ? sources : undefined;
}

const OWN_PREFIX = `${ENTRY_PREFIX}${CACHE_FORMAT}-`;

function cut(digest: string): string {
  return digest.slice(0, DIGEST_LENGTH);
}

/** Two targets never get one name: what is lost of a name is made up for by a digest. */
function safeTarget(target: string): string {
  const safe = target.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, TARGET_LENGTH);
  if (safe === target) return safe;
  return `${safe}_${cut(createHash('sha256').update(target).digest('hex'))}`;
}
