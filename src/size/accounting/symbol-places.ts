import {
  EM_ARM,
  STB_GLOBAL,
  STB_WEAK,
  STT_FILE,
  STT_FUNC,
  STT_GNU_IFUNC,
  STT_SECTION,
} from '../../elf/constants.ts';
import type { Elf, Section, SymbolTable } from '../../elf/elf.ts';
import { addressHalves } from '../../elf/symbols/address-halves.ts';
import { compareNames } from '../columns/compare-names.ts';

/** Where symbols lie in their section and how far they reach, in bytes. */
export interface SymbolPlaces {
  readonly offsetOf: (row: number) => number;
  readonly sizeOf: (row: number) => number;
  /** Less than 0 where `a` is the better name of the same bytes: a global before a weak before a local one. */
  readonly compare: (a: number, b: number) => number;
}

/**
 * Places the symbols of one section. `sizeless` are the sizes of labels that own bytes though the table gives them none, by
 * row.
 */
export function symbolPlaces(
  elf: Elf,
  table: SymbolTable,
  { section, sizeless }: { readonly section: Section; readonly sizeless: ReadonlyMap<number, number> },
): SymbolPlaces {
  return {
    offsetOf: offsetReader(elf, table, section),
    sizeOf: (row) => table.sizes[row]! || (sizeless.get(row) ?? 0),
    compare: (a, b) => rank(table, a) - rank(table, b) || compareSpelling(table.name(a), table.name(b)),
  };
}

/** A number for a symbol's section and address; kernels lie within 4 GiB, so the lower half of an address tells it. */
export function placeReader(table: SymbolTable): (row: number) => number {
  const { words, low } = addressHalves(table.addresses);
  return (row) => table.sectionIndexes[row]! * 2 ** 32 + words[2 * row + low]!;
}

/** Bit 0 of an ARM function's address says Thumb (AAELF32, "Symbol Values"). */
export function offsetReader(elf: Elf, table: SymbolTable, section: Section): (row: number) => number {
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

/** Rows of the symbol table that are in one section. */
export interface SectionRows {
  /** Symbols with a size. */
  readonly sized: Uint32Array;
  readonly labels: Uint32Array;
}

/** The symbols of each section, by its index, without those that stand for a section or a file. */
export function symbolsBySection(elf: Elf, table: SymbolTable): SectionRows[] {
  const { count, sectionIndexes, sizes, types } = table;
  /** Two lists for each section: number `2 * index` are its labels. Those of section 0 are of none. */
  const lists = new Uint32Array(count);
  const counts = new Uint32Array(2 * Math.max(1, elf.sections.length));
  for (let row = 1; row < count; row++) {
    const index = sectionIndexes[row]!;
    const isNone = 2 * index >= counts.length || types[row] === STT_SECTION || types[row] === STT_FILE;
    lists[row] = isNone ? 0 : 2 * index + (sizes[row]! > 0 ? 1 : 0);
    counts[lists[row]!]!++;
  }
  const rows = Array.from(counts, (length) => new Uint32Array(length));
  counts.fill(0);
  for (let row = 1; row < count; row++) {
    const list = lists[row]!;
    rows[list]![counts[list]!++] = row;
  }
  return elf.sections.map((_, index) => ({ labels: rows[2 * index]!, sized: rows[2 * index + 1]! }));
}
