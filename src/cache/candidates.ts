import { sourcesOfEntry, entryName, entryPrefixes } from './entry-name.ts';
import type { CacheKey } from './store.ts';

/** An entry that a store has, by its name. */
export interface FoundEntry {
  readonly name: string;
  /** When it was last used, in milliseconds since 1970. */
  readonly usedAt: number;
}

/**
 * Names of the entries that may serve for a key, best first: of its own sources, then of the nearest ancestor's, then of
 * any; among those of the same sources and those of any, those with the same inputs first, then those used last.
 */
export function candidatesFor(
  key: CacheKey,
  ancestors: readonly string[],
  found: readonly FoundEntry[],
): readonly string[] {
  const [sameInputs, samePlace] = entryPrefixes(key);
  const positions = positionsOf([key.sources, ...ancestors]);
  return found
    .filter(({ name }) => name.startsWith(samePlace))
    .flatMap(({ name, usedAt }) => {
      const sources = sourcesOfEntry(name);
      if (sources === undefined) return [];
      const position = positions.get(sources) ?? positions.size;
      return [{ name, rank: [position, name.startsWith(sameInputs) ? 0 : 1, -usedAt] }];
    })
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ name }) => name);
}

/** Whether the key that was found in an entry of this name is one that may serve for the key asked for. */
export function mayServe(name: string, found: CacheKey, asked: CacheKey): boolean {
  const { kind, target, place, inputs, sources } = asked;
  const samePlace = found.kind === kind && found.target === target && found.place === place;
  if (!samePlace || entryName(found) !== name) return false;
  return name !== entryName(asked) || (found.inputs === inputs && found.sources === sources);
}

function positionsOf(all: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, sources] of all.entries()) {
    if (!positions.has(sources)) positions.set(sources, index);
  }
  return positions;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    if (value !== b[index]) return value - b[index]!;
  }
  return 0;
}
