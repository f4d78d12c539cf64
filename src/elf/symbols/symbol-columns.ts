import { damaged, readRange } from '../byte-range.ts';
import { type Elf, FIRST_RESERVED_INDEX, SECTION_TYPE, type Section, type SymbolTable } from '../elf.ts';
import { fieldReader } from '../field-reader.ts';
import { addressHalves } from './address-halves.ts';

/** The columns that the entries alone give; `starts` are `st_name`, still unchecked. */
export type SymbolColumns = Omit<SymbolTable, 'count' | 'names' | 'name'> & { readonly starts: Uint32Array };

/** Where the fields of Elf32_Sym and Elf64_Sym are; `st_name` is at 0 in both. */
const LAYOUTS = {
  32: { entrySize: 16, value: 4, size: 8, info: 12, section: 14 },
  64: { entrySize: 24, value: 8, size: 16, info: 4, section: 6 },
};

/** `st_shndx` values: the first reserved one, and "look into SHT_SYMTAB_SHNDX". */
const FIRST_RESERVED = 0xff00;
const INDEX_ELSEWHERE = 0xffff;

/** Reads all entries of SHT_SYMTAB, a multiple of the entry size; a `UserError` on a size of 2^53 or more. */
export function readColumns(elf: Elf, section: Section): SymbolColumns {
  const layout = LAYOUTS[elf.class];
  const bytes = readRange(elf.source, { ...section, what: 'the symbols' });
  const { half, word, size, addressParts } = fieldReader(bytes, elf);
  const [low, high] = addressParts;
  const columns = newColumns(section.size / layout.entrySize);
  const halves = addressHalves(columns.addresses);
  const extended = readExtendedIndexes(elf, section, columns.starts.length);
  for (let i = 0, at = 0; at < bytes.length; i++, at += layout.entrySize) {
    const info = bytes[at + layout.info]!;
    const index = half(at + layout.section);
    columns.starts[i] = word(at);
    halves.words[2 * i + halves.low] = low(at + layout.value);
    halves.words[2 * i + 1 - halves.low] = high(at + layout.value);
    columns.sizes[i] = checkSize(elf, i, size(at + layout.size));
    columns.types[i] = info & 15;
    columns.bindings[i] = info >> 4;
    columns.sectionIndexes[i] = index === INDEX_ELSEWHERE ? extended(i) : widenIndex(index);
  }
  return columns;
}

/** Bytes of one entry. */
export function symbolEntrySize(elf: Elf): number {
  return LAYOUTS[elf.class].entrySize;
}

function newColumns(count: number): SymbolColumns {
  return {
    starts: new Uint32Array(count),
    addresses: new BigUint64Array(count),
    sizes: new Float64Array(count),
    types: new Uint8Array(count),
    bindings: new Uint8Array(count),
    sectionIndexes: new Uint32Array(count),
  };
}

function checkSize(elf: Elf, i: number, size: number): number {
  if (size <= Number.MAX_SAFE_INTEGER) return size;
  throw damaged(elf.source, `symbol ${i} has a size of ${size} bytes, expected less than 2^53`);
}

function widenIndex(index: number): number {
  return index < FIRST_RESERVED ? index : FIRST_RESERVED_INDEX + (index - FIRST_RESERVED);
}

/** Looks up the section of symbol `i` in SHT_SYMTAB_SHNDX (gABI, "Extended Numbering"). */
function readExtendedIndexes(elf: Elf, symbols: Section, count: number): (i: number) => number {
  const section = elf.sections.find(
    ({ type, link }) => type === SECTION_TYPE.extendedIndexes && link === symbols.index,
  );
  if (section === undefined) {
    return (i) => {
      throw damaged(elf.source, `symbol ${i} needs a table of extended section indexes, and there is none`);
    };
  }
  if (section.size < count * 4) {
    throw damaged(elf.source, `${section.name} takes ${section.size} bytes, expected ${count * 4}`);
  }
  const fields = fieldReader(readRange(elf.source, { ...section, what: 'the section indexes' }), elf);
  return (i) => fields.word(i * 4);
}
