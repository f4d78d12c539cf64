/**
 * Finds the functions of symbols that name the bytes before a function, such as `__cfi_foo`. A name alone proves nothing:
 * the next symbol must be the function, and at most padding may lie between, as kCFI has it where functions can be patched.
 */
import type { SymbolTable } from '../../elf/elf.ts';
import { startsWith } from '../../elf/symbols/name-finder.ts';
import { type PlacedRows, sortByOffset } from '../columns/sort-by-offset.ts';
import { namedAs } from '../names/clone-marks.ts';
import { FUNCTION_PREFIXES } from '../names/generated-names.ts';

/** The symbols of one section that own bytes. */
export interface PlacedSymbols {
  /** Rows of the symbol table, in its order. */
  readonly rows: Uint32Array;
  /** Bytes from the section's start. */
  readonly offsetOf: (row: number) => number;
}

const UNDERSCORE = 0x5f;
const encoder = new TextEncoder();
const PREFIXES = FUNCTION_PREFIXES.map(({ text }) => encoder.encode(text));

/** In bytes, of the prefix and of what pads it: linux/arch/Kconfig, FUNCTION_ALIGNMENT. */
const LARGEST_PREFIX = 64;

/** By the row of each such symbol the row of its function. */
export function prefixedFunctions(
  table: SymbolTable,
  sections: readonly PlacedSymbols[],
): ReadonlyMap<number, number> {
  const functions = new Map<number, number>();
  for (const { rows, offsetOf } of sections) {
    if (!rows.some((row) => prefixLength(table, row) > 0)) continue;
    const offsets = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) offsets[i] = offsetOf(rows[i]!);
    const placed = sortByOffset({ rows, offsets });
    // From the end: of __pfx___cfi_foo the function is known once that of __cfi_foo is.
    for (let at = placed.rows.length - 1; at >= 0; at--) {
      const row = placed.rows[at]!;
      const next = prefixLength(table, row) === 0 ? [] : nextSymbols(table, placed, at);
      const found = next.map((one) => functionNamed(table, functions, one, row));
      const known = found.find((one) => one !== undefined);
      if (known !== undefined) functions.set(row, known);
    }
  }
  return functions;
}

/** Bytes of the prefix that a function's name begins with, before some more; 0 for none. */
function prefixLength(table: SymbolTable, row: number): number {
  const { bytes, starts } = table.names;
  const start = starts[row]!;
  if (bytes[start] !== UNDERSCORE || bytes[start + 1] !== UNDERSCORE) return 0;
  const prefix = PREFIXES.find((text) => startsWith(bytes, start, text));
  if (prefix === undefined || bytes[start + prefix.length] === 0) return 0;
  return namedAs(table, row) === 'function' && table.sizes[row]! <= LARGEST_PREFIX ? prefix.length : 0;
}

/** All functions at the first address after a symbol that has some. */
function nextSymbols(table: SymbolTable, { rows, offsets }: PlacedRows, at: number): number[] {
  const end = offsets[at]! + table.sizes[rows[at]!]!;
  let first = at + 1;
  while (first < rows.length && offsets[first]! < end) first++;
  const start = offsets[first];
  if (start === undefined || start - end > LARGEST_PREFIX) return [];
  const next: number[] = [];
  for (let i = first; offsets[i] === start; i++) next.push(rows[i]!);
  return next.filter((row) => namedAs(table, row) === 'function');
}

/** The function that is named as the prefixed symbol: the next symbol, or what that is a prefix of. */
function functionNamed(
  table: SymbolTable,
  functions: ReadonlyMap<number, number>,
  next: number,
  prefixed: number,
): number | undefined {
  const of = functions.get(next);
  const length = prefixLength(table, prefixed);
  if (hasName(table, next, prefixed, length)) return of ?? next;
  return of !== undefined && hasName(table, of, prefixed, length) ? of : undefined;
}

/** Whether the name of a row is that of another without its first characters. */
function hasName({ names }: SymbolTable, row: number, other: number, from: number): boolean {
  const { bytes, starts } = names;
  const [a, b] = [starts[row]!, starts[other]! + from];
  let at = 0;
  while (bytes[a + at] === bytes[b + at] && bytes[a + at] !== 0) at++;
  return bytes[a + at] === bytes[b + at];
}
