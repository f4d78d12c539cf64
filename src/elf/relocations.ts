/**
 * Reads which words of a file hold addresses: the relocations of an object, those that `ld --emit-relocs` leaves in a
 * kernel, and those by which a kernel moves itself. Specification: https://gabi.xinuos.com, chapter 6. What a type of
 * relocation computes is its machine's business and left out; those of 64-bit MIPS, which has its own layout, too.
 */
import { readRange } from './byte-range.ts';
import { EM_MIPS } from './constants.ts';
import { type Elf, SECTION_TYPE, type Section, type SymbolTable, isAllocated, isCodeSection } from './elf.ts';
import { fieldReader } from './field-reader.ts';

/** A place in a section; `offset` in bytes. */
export interface SectionPlace {
  readonly section: number;
  readonly offset: number;
}

/** One word that holds an address, or the distance to one. */
export interface Relocation extends SectionPlace {
  /** `RELATIVE` for those of SHT_RELR, which are all of one. */
  readonly type: number;
  /** The address, or near it; undefined where only the word itself says it, or where no section is. */
  readonly target: SectionPlace | undefined;
}

/** An address of the kernel's own, of the width of an address. No machine numbers its types so. */
export const RELATIVE = -1;

/** R_*_NONE of all machines. */
const NONE = 0;

const RELOCATABLE = 1;

/** All relocations of allocated sections of data, in the order of the file; code has many times as many. */
export function* readRelocations(elf: Elf, table: SymbolTable): Generator<Relocation> {
  if (elf.machine === EM_MIPS && elf.class === 64) return;
  const placeOf = placeFinder(elf);
  for (const section of elf.sections) {
    if (section.type === SECTION_TYPE.relr) yield* readPacked(elf, section, placeOf);
    else if (isRelocations(section) && isLoaded(elf, section))
      yield* readEntries({ elf, table, section, placeOf });
  }
}

function isRelocations({ type }: Section): boolean {
  return type === SECTION_TYPE.rela || type === SECTION_TYPE.rel;
}

/** Whether it is loaded itself, or relocates a section of data that is. */
function isLoaded({ sections }: Elf, section: Section): boolean {
  const target = sections[section.info] ?? section;
  return isAllocated(section) || (isAllocated(target) && !isCodeSection(target));
}

interface EntryTable {
  readonly elf: Elf;
  readonly table: SymbolTable;
  readonly section: Section;
  readonly placeOf: PlaceFinder;
}

/** Elf32_Rel, Elf32_Rela, Elf64_Rel and Elf64_Rela: where, which symbol and type, and an addend. */
function* readEntries({ elf, table, section, placeOf }: EntryTable): Generator<Relocation> {
  const width = elf.class / 8;
  const hasAddend = section.type === SECTION_TYPE.rela;
  const size = (hasAddend ? 3 : 2) * width;
  const fields = fieldReader(
    readRange(elf.source, { ...section, what: `the contents of ${section.name}` }),
    elf,
  );
  const [low, high] = fields.addressParts;
  for (let at = 0; at + size <= section.size; at += size) {
    const place = placeOf(fields.address(at), section.info);
    if (place === undefined) continue;
    const info = low(at + width);
    const [symbol, type] = width === 4 ? [info >>> 8, info & 0xff] : [high(at + width), info];
    if (type === NONE) continue;
    const addend = hasAddend ? signed(fields.address(at + 2 * width), elf.class) : undefined;
    const target = targetOf({ elf, table, placeOf, symbol, addend });
    yield { ...place, type, target };
  }
}

interface TargetOf {
  readonly elf: Elf;
  readonly table: SymbolTable;
  readonly placeOf: PlaceFinder;
  readonly symbol: number;
  readonly addend: bigint | undefined;
}

function targetOf({ elf, table, placeOf, symbol, addend = 0n }: TargetOf): SectionPlace | undefined {
  if (symbol === 0) return addend === 0n ? undefined : placeOf(BigInt.asUintN(elf.class, addend), 0);
  const section = elf.sections[table.sectionIndexes[symbol] ?? 0];
  if (section === undefined || !isAllocated(section)) return undefined;
  // A distance has more in its addend than the place that it leads to.
  return { section: section.index, offset: Number(table.addresses[symbol]! - section.address + addend) };
}

function signed(value: bigint, bits: number): bigint {
  return BigInt.asIntN(bits, value);
}

/** A word is an address that is relocated, and the ones after it by the bits of the next words. */
function* readPacked(elf: Elf, section: Section, placeOf: PlaceFinder): Generator<Relocation> {
  const width = elf.class / 8;
  const { address } = fieldReader(
    readRange(elf.source, { ...section, what: `the contents of ${section.name}` }),
    elf,
  );
  let next = 0n;
  for (let at = 0; at + width <= section.size; at += width) {
    const entry = address(at);
    const isAddress = (entry & 1n) === 0n;
    for (let bit = isAddress ? elf.class - 1 : 1; bit < elf.class; bit++) {
      const where = isAddress ? entry : next + BigInt((bit - 1) * width);
      const isSet = isAddress || ((entry >> BigInt(bit)) & 1n) === 1n;
      const place = isSet ? placeOf(where, 0) : undefined;
      if (place !== undefined) yield { ...place, type: RELATIVE, target: undefined };
    }
    next = isAddress ? entry + BigInt(width) : next + BigInt((elf.class - 1) * width);
  }
}

/** Finds the allocated section at an address; in an object, where all begin at 0, `index` is the section's. */
type PlaceFinder = (address: bigint, index: number) => SectionPlace | undefined;

function placeFinder({ type, sections }: Elf): PlaceFinder {
  const placeIn = (section: Section | undefined, address: bigint): SectionPlace | undefined => {
    if (section === undefined || !isAllocated(section)) return undefined;
    const offset = address - section.address;
    return offset >= 0n && offset < BigInt(section.size)
      ? { section: section.index, offset: Number(offset) }
      : undefined;
  };
  if (type === RELOCATABLE) return (address, index) => placeIn(sections[index], address);
  const allocated = sections.filter(isAllocated).toSorted((a, b) => (a.address < b.address ? -1 : 1));
  let last: Section | undefined;
  return (address) => {
    const found = placeIn(last, address);
    if (found !== undefined) return found;
    last = allocated.findLast((section) => section.address <= address);
    return placeIn(last, address);
  };
}
