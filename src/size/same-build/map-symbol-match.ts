/** Compares the symbols that a link map lists with those of the linked file: each must be where the map has it. */
import { hex } from '../../elf/byte-range.ts';
import { EM_ARM, EM_MIPS, STB_LOCAL } from '../../elf/constants.ts';
import { type Elf, type SymbolTable, isAllocated } from '../../elf/elf.ts';
import { addressHalves } from '../../elf/symbols/address-halves.ts';
import type { MapSymbol } from '../link-map/map-contents.ts';

/** A sentence about a symbol that is elsewhere, or about one that the map lacks; undefined where there is none. */
export function mapSymbolDifference(
  elf: Elf,
  table: SymbolTable,
  symbols: readonly MapSymbol[],
): string | undefined {
  const places = placesOf(elf, table);
  const listed = new Set(symbols.map(({ name, address }) => keyOf(name, places.ofMap(address))));
  const addresses = new Set(symbols.map(({ address }) => places.ofMap(address)));
  const found = new Set<string>();
  let unlisted: string | undefined;
  for (let row = 1; row < table.count; row++) {
    if (table.sectionIndexes[row] === 0) continue;
    const place = places.ofRow(row);
    // Of most local symbols nothing is in a map, so that their names need not be decoded.
    const key = addresses.has(place) ? keyOf(table.name(row), place) : undefined;
    if (key !== undefined && listed.has(key)) found.add(key);
    else if (unlisted === undefined && isInEveryMap(elf, table, row)) unlisted = missing(table, row);
  }
  const astray = symbols.filter(
    ({ name, address, by }) =>
      by === 'object' && isComparable(name) && !found.has(keyOf(name, places.ofMap(address))),
  );
  return misplaced(table, astray) ?? unlisted;
}

/** Names that the file does not have are no difference: linkers list symbols of their own which nothing refers to. */
function misplaced(table: SymbolTable, astray: readonly MapSymbol[]): string | undefined {
  if (astray.length === 0) return undefined;
  const byName = new Map(astray.map((symbol) => [symbol.name, symbol]));
  for (let row = 1; row < table.count; row++) {
    const symbol = table.sectionIndexes[row] === 0 ? undefined : byName.get(table.name(row));
    if (symbol === undefined) continue;
    const { name, address } = symbol;
    return `the map lists ${name} at ${hex(address)}, vmlinux has it at ${hex(table.addresses[row]!)}`;
  }
  return undefined;
}

function missing(table: SymbolTable, row: number): string | undefined {
  const name = table.name(row);
  if (!isComparable(name)) return undefined;
  return `the map lists no ${name}, vmlinux has it at ${hex(table.addresses[row]!)}`;
}

function keyOf(name: string, place: number): string {
  return `${place} ${name}`;
}

/** Names of C and of assembler: linkers write those of Rust and C++ as people read them. Local labels are not kept. */
function isComparable(name: string): boolean {
  return /^[\w.$@]+$/.test(name) && !/^(\.L|_R[A-Z]|_Z)/.test(name);
}

/**
 * The lower halves of addresses: kernels lie within 4 GiB, and GNU ld extends the sign of 32-bit addresses of MIPS. Bit 0
 * can say Thumb or MIPS16.
 */
function placesOf({ machine }: Elf, table: SymbolTable) {
  const { words, low } = addressHalves(table.addresses);
  const mask = machine === EM_ARM || machine === EM_MIPS ? ~1 : ~0;
  return {
    ofRow: (row: number): number => (words[2 * row + low]! & mask) >>> 0,
    ofMap: (address: bigint): number => (Number(address & 0xffff_ffffn) & mask) >>> 0,
  };
}

/** A global symbol of an object, by its size: what the linker script defines has none, or is listed too. */
function isInEveryMap(elf: Elf, table: SymbolTable, row: number): boolean {
  if (table.bindings[row] === STB_LOCAL || table.sizes[row] === 0) return false;
  const section = elf.sections[table.sectionIndexes[row]!];
  return section !== undefined && isAllocated(section);
}
