/**
 * Turns the symbols of one section into stretches that do not overlap: each byte that symbols cover belongs to one
 * of them. Of symbols at one address the largest owns the bytes, then a global before a weak before a local one; of
 * nested or overlapping ones the one that starts last, as in a debugger's lookup by address.
 */
import { sortByOffset } from '../columns/sort-by-offset.ts';
import type { SymbolPlaces } from './symbol-places.ts';

/** Stretches in ascending order, as columns; offsets in bytes from the section's start. */
export interface Extents {
  readonly count: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Row of the symbol table. */
  readonly symbols: Uint32Array;
}

/** The stretches of one section of `size` bytes. Symbols, or parts of them, that lie outside of it are left out. */
export function extentsOf(rows: Uint32Array, size: number, places: SymbolPlaces): Extents {
  const { rows: sorted, offsets } = sortByOffset({ rows, offsets: offsetsOf(rows, places) });
  const extents = newExtents(sorted.length);
  /** Symbols that go on behind the ones nested in them: where each ends, and its row. */
  const open = { ends: [] as number[], rows: [] as number[] };
  let cursor = 0;

  const closeUpTo = (offset: number): void => {
    for (let top = open.ends.length - 1; top >= 0; top--) {
      const end = Math.min(open.ends[top]!, offset);
      if (end > cursor) {
        extents.push(cursor, end, open.rows[top]!);
        cursor = end;
      }
      if (open.ends[top]! > offset) return;
      open.ends.pop();
      open.rows.pop();
    }
  };

  for (let i = 0; i < sorted.length;) {
    const start = offsets[i]!;
    let row = sorted[i]!;
    for (i++; i < sorted.length && offsets[i] === start; i++) {
      if (isBetter(sorted[i]!, row, places)) row = sorted[i]!;
    }
    const end = Math.min(start + places.sizeOf(row), size);
    if (end <= Math.max(start, 0)) continue;
    closeUpTo(start);
    cursor = Math.max(cursor, start, 0);
    open.ends.push(end);
    open.rows.push(row);
  }
  closeUpTo(size);
  return extents.finish();
}

function offsetsOf(rows: Uint32Array, { offsetOf }: SymbolPlaces): Float64Array {
  const offsets = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) offsets[i] = offsetOf(rows[i]!);
  return offsets;
}

/** Whether `a` owns the bytes at an address that is that of `b` too. */
function isBetter(a: number, b: number, { sizeOf, compare }: SymbolPlaces): boolean {
  return sizeOf(a) > sizeOf(b) || (sizeOf(a) === sizeOf(b) && compare(a, b) < 0);
}

function newExtents(expected: number) {
  let columns = newColumns(expected);
  let count = 0;
  return {
    push: (start: number, end: number, symbol: number): void => {
      // Only what goes on behind a nested symbol takes more than one stretch.
      if (count === columns.symbols.length) columns = newColumns(2 * count, columns);
      columns.starts[count] = start;
      columns.ends[count] = end;
      columns.symbols[count++] = symbol;
    },
    finish: (): Extents => ({ count, ...columns }),
  };
}

type Columns = Omit<Extents, 'count'>;

/** Columns of `length` rows that begin with those of `old`. */
function newColumns(length: number, old?: Columns): Columns {
  const columns = {
    starts: new Float64Array(length),
    ends: new Float64Array(length),
    symbols: new Uint32Array(length),
  };
  if (old !== undefined) {
    columns.starts.set(old.starts);
    columns.ends.set(old.ends);
    columns.symbols.set(old.symbols);
  }
  return columns;
}
