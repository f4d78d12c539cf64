/**
 * Turns the symbols of one section into stretches that do not overlap: each byte that symbols cover belongs to one
 * of them. Of symbols at one address the largest owns the bytes, then a global before a weak before a local one; of
 * nested or overlapping ones the one that starts last, as in a debugger's lookup by address.
 */
import type { SymbolPlaces } from './symbol-places.ts';

/** Stretches in ascending order, as columns; offsets in bytes from the section's start. */
export interface Extents {
  readonly count: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Row of the symbol table. */
  readonly symbols: Uint32Array;
}

/** Keys below 2^53 sort exactly: 33 bits of offset, 20 of row. */
const MOST_KEYED = { offset: 2 ** 33, row: 2 ** 20 };

/** The stretches of one section of `size` bytes. Symbols, or parts of them, that lie outside of it are left out. */
export function extentsOf(rows: Uint32Array, size: number, places: SymbolPlaces): Extents {
  const sorted = sortByOffset(rows, places);
  // Each symbol begins one stretch and may continue after a nested one.
  const extents = newExtents(2 * sorted.length);
  const open: { readonly end: number; readonly symbol: number }[] = [];
  let cursor = 0;

  const emit = (end: number, symbol: number): void => {
    if (end > cursor) {
      extents.push(cursor, end, symbol);
      cursor = end;
    }
  };
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      emit(Math.min(top.end, offset), top.symbol);
      if (top.end > offset) return;
      open.pop();
    }
  };

  for (let i = 0; i < sorted.length;) {
    const row = sorted[i]!;
    const start = places.offsetOf(row);
    const end = Math.min(start + places.sizeOf(row), size);
    for (i++; i < sorted.length && places.offsetOf(sorted[i]!) === start;) i++;
    if (end <= Math.max(start, 0)) continue;
    closeUpTo(start);
    cursor = Math.max(cursor, start, 0);
    open.push({ end, symbol: row });
  }
  closeUpTo(size);
  return extents.finish();
}

/** By offset; symbols at the same one with the owner of the bytes first. */
function sortByOffset(rows: Uint32Array, places: SymbolPlaces): Uint32Array {
  const better = (a: number, b: number): number =>
    places.sizeOf(b) - places.sizeOf(a) || places.compare(a, b);
  const sorted = sortRoughly(rows, places);
  for (let i = 0; i < sorted.length;) {
    const start = places.offsetOf(sorted[i]!);
    let end = i + 1;
    while (end < sorted.length && places.offsetOf(sorted[end]!) === start) end++;
    if (end > i + 1) sorted.subarray(i, end).sort(better);
    i = end;
  }
  return sorted;
}

/** Typed arrays sort numbers much faster than they sort by a function. */
function sortRoughly(rows: Uint32Array, { offsetOf }: SymbolPlaces): Uint32Array {
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const offset = offsetOf(rows[i]!);
    if (offset < 0 || offset >= MOST_KEYED.offset || rows.length > MOST_KEYED.row) {
      return rows.toSorted((a, b) => offsetOf(a) - offsetOf(b));
    }
    keys[i] = offset * MOST_KEYED.row + i;
  }
  keys.sort();
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = rows[keys[i]! % MOST_KEYED.row]!;
  return sorted;
}

function newExtents(capacity: number) {
  const starts = new Float64Array(capacity);
  const ends = new Float64Array(capacity);
  const symbols = new Uint32Array(capacity);
  let count = 0;
  return {
    push: (start: number, end: number, symbol: number): void => {
      starts[count] = start;
      ends[count] = end;
      symbols[count++] = symbol;
    },
    finish: (): Extents => ({ count, starts, ends, symbols }),
  };
}
