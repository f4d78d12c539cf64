import { checkRange, damaged, hex, readRange } from './byte-range.ts';
import type { ByteSource } from './byte-source.ts';
import { SECTION_TYPE, type Section } from './elf.ts';
import { type FieldReader, fieldReader } from './field-reader.ts';
import type { ElfHeader } from './header.ts';
import { decodeName } from './symbols/names.ts';
import { readStringTable } from './symbols/string-table.ts';

/** The section headers, and the numbers that did not fit into the ELF header. */
export interface SectionHeaders {
  readonly sections: readonly Section[];
  readonly segmentCount: number;
}

/** Headers are objects: this many are some 200 MB, and a kernel linked with -ffunction-sections has 100,000. */
const MOST_SECTIONS = 1_000_000;

/** From this value on, a number of the ELF header stands in section header 0 instead (gABI, "Extended Numbering"). */
const NUMBER_ELSEWHERE = 0xffff;

/** A header before its name is looked up. */
type Entry = Omit<Section, 'name'> & { readonly nameOffset: number };

/** All section headers with their names; none when the file has no section header table. */
export function readSections(source: ByteSource, header: ElfHeader): SectionHeaders {
  if (header.sectionsOffset === 0) {
    return { sections: [], segmentCount: header.segmentCount };
  }
  const entrySize = header.class === 32 ? 40 : 64;
  if (header.sectionEntrySize !== entrySize) {
    throw damaged(
      source,
      `the ELF header gives section headers ${header.sectionEntrySize} bytes each, expected ${entrySize} for ${header.class} bit`,
    );
  }
  const first = readEntries(source, header, 1)[0]!;
  const count = header.sectionCount === 0 ? first.size : header.sectionCount;
  if (count > MOST_SECTIONS) {
    throw damaged(source, `${count} section headers, expected at most ${MOST_SECTIONS}`);
  }
  const entries = readEntries(source, header, count);
  const namesIndex = header.namesIndex === NUMBER_ELSEWHERE ? first.link : header.namesIndex;
  const segmentCount = header.segmentCount === NUMBER_ELSEWHERE ? first.info : header.segmentCount;
  return { sections: nameSections(source, entries, namesIndex), segmentCount };
}

function readEntries(source: ByteSource, header: ElfHeader, count: number): Entry[] {
  const entrySize = header.sectionEntrySize;
  const range = { what: 'the section headers', offset: header.sectionsOffset, size: count * entrySize };
  const fields = fieldReader(readRange(source, range), header);
  return Array.from({ length: count }, (_, index) => readEntry(fields, header.class / 8, index));
}

/** Elf32_Shdr and Elf64_Shdr have the same fields in the same order; six of them are as wide as an address. */
function readEntry(fields: FieldReader, width: number, index: number): Entry {
  const at = index * (16 + 6 * width);
  const linkAt = at + 8 + 4 * width;
  return {
    index,
    nameOffset: fields.word(at),
    type: fields.word(at + 4),
    flags: fields.size(at + 8),
    address: fields.address(at + 8 + width),
    offset: fields.size(at + 8 + 2 * width),
    size: fields.size(at + 8 + 3 * width),
    link: fields.word(linkAt),
    info: fields.word(linkAt + 4),
    align: fields.size(linkAt + 8),
    entrySize: fields.size(linkAt + 8 + width),
  };
}

function nameSections(source: ByteSource, entries: readonly Entry[], namesIndex: number): Section[] {
  // Index 0 says that there is no table of names.
  const table = namesIndex === 0 ? undefined : entries[namesIndex];
  if (namesIndex !== 0 && table === undefined) {
    throw damaged(
      source,
      `the names of the sections are said to be in section ${namesIndex} of ${entries.length}`,
    );
  }
  const names = table ? readStringTable(source, { ...table, name: '.shstrtab' }) : new Uint8Array(1);
  return entries.map(({ nameOffset, ...entry }) => {
    if (table && nameOffset >= names.length) {
      throw damaged(
        source,
        `the name of section ${entry.index} lies outside .shstrtab, at ${hex(nameOffset)}`,
      );
    }
    const name = table ? decodeName(names, nameOffset) : '';
    const section = { ...entry, name };
    checkContents(source, section);
    return section;
  });
}

/** Section 0 has no contents: its fields carry the numbers that did not fit into the ELF header. */
function checkContents(source: ByteSource, section: Section): void {
  if (section.type === SECTION_TYPE.null) return;
  const what = `the contents of section ${section.index} (${section.name})`;
  if (section.type !== SECTION_TYPE.noBits) checkRange(source, { ...section, what });
  if (section.size > Number.MAX_SAFE_INTEGER) {
    throw damaged(source, `${what} take ${section.size} bytes, expected less than 2^53`);
  }
}
