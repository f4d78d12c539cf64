/** Compares the symbols that a link map lists with those of the linked file: each must be where the map has it. */
import { hex } from '../elf/byte-range.ts';
import { type Elf, type SymbolTable, isAllocated } from '../elf/elf.ts';
import type { MapSymbol } from './link-map.ts';

/** A sentence about a symbol that is elsewhere, or about one that the map lacks; undefined where there is none. */
export function mapSymbolDifference(
  elf: Elf,
  table: SymbolTable,
  symbols: readonly MapSymbol[],
): string | undefined {
  const mask = addressMask(elf);
  const ofObjects = symbols.filter(({ name, by }) => by === 'object' && isComparable(name));
  const names = new Set(ofObjects.map(({ name }) => name));
  const unmatched = new Map(ofObjects.map((symbol) => [keyOf(symbol, mask), symbol]));
  const listed = new Set(symbols.map((symbol) => keyOf(symbol, mask)));
  /** Where the names of the map are, the first of each. */
  const places = new Map<string, bigint>();
  let unlisted: string | undefined;
  for (let row = 1; row < table.count; row++) {
    if (table.sectionIndexes[row] === 0) continue;
    const name = table.name(row);
    const address = table.addresses[row]! & mask;
    const key = keyOf({ name, address }, mask);
    unmatched.delete(key);
    if (names.has(name) && !places.has(name)) places.set(name, address);
    if (listed.has(key) || unlisted !== undefined || !isInEveryMap(elf, table, row)) continue;
    if (isComparable(name)) unlisted = `the map lists no ${name}, vmlinux has it at ${hex(address)}`;
  }
  return misplaced([...unmatched.values()], places, mask) ?? unlisted;
}

/** Names that the file does not have are no difference: linkers list symbols of their own which nothing refers to. */
function misplaced(
  symbols: readonly MapSymbol[],
  places: ReadonlyMap<string, bigint>,
  mask: bigint,
): string | undefined {
  const first = symbols.find(({ name }) => places.has(name));
  if (first === undefined) return undefined;
  const { name, address } = first;
  return `the map lists ${name} at ${hex(address & mask)}, vmlinux has it at ${hex(places.get(name)!)}`;
}

function keyOf({ name, address }: Pick<MapSymbol, 'name' | 'address'>, mask: bigint): string {
  return `${name} ${address & mask}`;
}

/** Names of C and of assembler: ld.lld writes those of Rust and C++ as people read them. Local labels are not kept. */
function isComparable(name: string): boolean {
  return /^[\w.$@]+$/.test(name) && !name.startsWith('.L');
}

const EM_MIPS = 8;
const EM_ARM = 40;

/** Addresses are of the file's class: GNU ld extends the sign of those of MIPS. Bit 0 can say Thumb or MIPS16. */
function addressMask({ class: bits, machine }: Elf): bigint {
  const all = bits === 32 ? 0xffff_ffffn : 0xffff_ffff_ffff_ffffn;
  return machine === EM_ARM || machine === EM_MIPS ? all & ~1n : all;
}

const STB_LOCAL = 0;

/** A global symbol of an object, by its size: what the linker script defines has none, or is listed too. */
function isInEveryMap(elf: Elf, table: SymbolTable, row: number): boolean {
  if (table.bindings[row] === STB_LOCAL || table.sizes[row] === 0) return false;
  const section = elf.sections[table.sectionIndexes[row]!];
  return section !== undefined && isAllocated(section);
}
