/**
 * Recognises functions that were inlined into their callers or split out of them. The evidence is the machine code: all
 * direct callers of a function that is gone grew by a good part of it, or all direct callers of a new one shrank so.
 * Otherwise nothing is said.
 */
import { printableText } from '../../elf/symbols/names.ts';
import type { Accounting } from '../accounting/accounting.ts';
import { compareNames } from '../columns/compare-names.ts';
import type { NamelessRow } from './owner-rows.ts';

/** Names of the functions that took a function's code up, or gave it away. */
export interface Inlining {
  readonly inlinedInto: readonly string[];
  readonly splitFrom: readonly string[];
}

export const NO_INLINING: Inlining = { inlinedInto: [], splitFrom: [] };

/** What is known of each row; rows of other kinds and of functions without evidence are left out. */
export function findInlining(
  rows: readonly NamelessRow[],
  base: Accounting,
  head: Accounting,
): ReadonlyMap<NamelessRow, Inlining> {
  const functions = rows.filter(({ kind }) => kind === 'symbol');
  const kept = functions.filter((row) => row.base !== undefined && row.head !== undefined);
  const grown = changesByName(kept.filter(({ delta }) => delta > 0));
  const shrunk = changesByName(kept.filter(({ delta }) => delta < 0));
  const gone = functions.filter((row) => row.head === undefined);
  const come = functions.filter((row) => row.base === undefined);
  const found = new Map<NamelessRow, Inlining>();
  for (const [row, inlinedInto] of callersAmong(grown, base, { rows: gone, side: 'base' })) {
    found.set(row, { ...NO_INLINING, inlinedInto });
  }
  for (const [row, splitFrom] of callersAmong(shrunk, head, { rows: come, side: 'head' })) {
    found.set(row, { ...NO_INLINING, splitFrom });
  }
  return found;
}

/** What a caller changes by at least, as a share of the function: growth by chance is mostly smaller. */
const LEAST_SHARE = 1 / 4;

/** The callers of each row, where there are some and all of them changed enough. */
function callersAmong(
  changes: ReadonlyMap<string, number>,
  { cells, nameIds, callersOf }: Accounting,
  { rows, side }: { readonly rows: readonly NamelessRow[]; readonly side: 'base' | 'head' },
): Map<NamelessRow, string[]> {
  const callers = callersOf(new Set(rows.map(({ symbols }) => symbols[side])));
  const found = new Map<NamelessRow, string[]>();
  for (const row of rows) {
    const rowsOfCallers = [...(callers.get(row.symbols[side]) ?? [])];
    const different = new Set(
      rowsOfCallers.map((caller) => printableText(cells.texts.bytesOf(nameIds[caller]!))),
    );
    // A clone of its own, such as the cold part, calls it too.
    different.delete(row.name);
    const least = Math.abs(row.delta) * LEAST_SHARE;
    const isEvident = [...different].every((name) => (changes.get(name) ?? 0) >= least);
    if (different.size > 0 && isEvident) found.set(row, [...different].toSorted(compareNames));
  }
  return found;
}

/** Bytes by which functions changed, without their sign. */
function changesByName(rows: readonly NamelessRow[]): Map<string, number> {
  const changes = new Map<string, number>();
  for (const { name, delta } of rows) changes.set(name, (changes.get(name) ?? 0) + Math.abs(delta));
  return changes;
}
