import { addressHalves } from '../elf/address-halves.ts';
import type { Elf, Section, SymbolTable } from '../elf/elf.ts';
import { compareNames } from './name-order.ts';
import { isSizelessTable } from './table-names.ts';

/** Where symbols lie in their section and how far they reach, in bytes. */
export interface SymbolPlaces {
  readonly offsetOf: (row: number) => number;
  readonly sizeOf: (row: number) => number;
  /** Less than 0 where `a` is the better name of the same bytes: a global before a weak before a local one. */
  readonly compare: (a: number, b: number) => number;
}

/** Those rows of the symbol table that are in one section. */
interface SectionSymbols {
  readonly section: Section;
  readonly rows: Uint32Array;
}

const EM_ARM = 40;
const STT_FUNC = 2;
const STT_GNU_IFUNC = 10;
const STB_GLOBAL = 1;
const STB_WEAK = 2;

/** The symbols `rows` of one section; each of them has a size or is a table that has none. */
export function symbolPlaces(elf: Elf, table: SymbolTable, symbols: SectionSymbols): SymbolPlaces {
  const offsetOf = offsetReader(elf, table, symbols.section);
  const reach = tableReach(table, symbols, offsetOf);
  return {
    offsetOf,
    sizeOf: (row) => table.sizes[row]! || reach.get(row)!,
    compare: (a, b) => rank(table, a) - rank(table, b) || compareSpelling(table.name(a), table.name(b)),
  };
}

/** A number for a symbol's section and address; kernels lie within 4 GiB, so the lower half of an address tells it. */
export function placeReader(table: SymbolTable): (row: number) => number {
  const { words, low } = addressHalves(table.addresses);
  return (row) => table.sectionIndexes[row]! * 2 ** 32 + words[2 * row + low]!;
}

/** Bit 0 of an ARM function's address says Thumb (AAELF32, "Symbol Values"). */
function offsetReader(elf: Elf, table: SymbolTable, section: Section): (row: number) => number {
  const { words, low } = addressHalves(table.addresses);
  const [baseLow, baseHigh] = [Number(section.address & 0xffff_ffffn), Number(section.address >> 32n)];
  const isArm = elf.machine === EM_ARM;
  return (row) => {
    const high = words[2 * row + 1 - low]! - baseHigh;
    const address = words[2 * row + low]!;
    const type = table.types[row];
    const thumbBit = isArm && (type === STT_FUNC || type === STT_GNU_IFUNC) ? address & 1 : 0;
    return high * 0x1_0000_0000 + (address - thumbBit - baseLow);
  };
}

/** A table without a size reaches to the next symbol, one without a size included, or to the section's end. */
function tableReach(
  table: SymbolTable,
  { section, rows }: SectionSymbols,
  offsetOf: (row: number) => number,
): ReadonlyMap<number, number> {
  const tables: number[] = [];
  for (const row of rows) if (table.sizes[row] === 0) tables.push(row);
  if (tables.length === 0) return new Map();
  const offsets: number[] = [];
  for (let row = 1; row < table.count; row++) {
    if (table.sectionIndexes[row] === section.index) offsets.push(offsetOf(row));
  }
  const sorted = new Float64Array(offsets).toSorted();
  const reach = (offset: number): number => Math.min(nextAbove(sorted, offset), section.size) - offset;
  return new Map(tables.map((row) => [row, reach(offsetOf(row))]));
}

/** The first number above `value`, by halving; infinite where there is none. */
function nextAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return sorted[low] ?? Infinity;
}

/** `sys_open` before `__se_sys_open`. */
function compareSpelling(a: string, b: string): number {
  return underscores(a) - underscores(b) || compareNames(a, b);
}

function underscores(name: string): number {
  return /^_*/.exec(name)![0].length;
}

function rank(table: SymbolTable, row: number): number {
  const binding = table.bindings[row];
  return binding === STB_GLOBAL ? 0 : binding === STB_WEAK ? 1 : 2;
}

const STT_SECTION = 3;
const STT_FILE = 4;

/** Rows of the symbol table that own bytes, by the index of their section. */
export function symbolsBySection(elf: Elf, table: SymbolTable): Uint32Array[] {
  const counts = new Uint32Array(elf.sections.length);
  const { bytes, starts } = table.names;
  const sectionOf = (row: number): number | undefined => {
    const index = table.sectionIndexes[row]!;
    const type = table.types[row];
    if (index === 0 || index >= counts.length || type === STT_SECTION || type === STT_FILE) return undefined;
    return table.sizes[row]! > 0 || isSizelessTable(bytes, starts[row]!) ? index : undefined;
  };
  for (let row = 1; row < table.count; row++) {
    const index = sectionOf(row);
    if (index !== undefined) counts[index]!++;
  }
  const rows = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (let row = 1; row < table.count; row++) {
    const index = sectionOf(row);
    if (index !== undefined) rows[index]![counts[index]!++] = row;
  }
  return rows;
}
