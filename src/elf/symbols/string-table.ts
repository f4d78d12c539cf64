import { damaged, readRange } from '../byte-range.ts';
import type { ByteSource } from '../byte-source.ts';
import { SECTION_FLAG, SECTION_TYPE, type Section } from '../elf.ts';

/** Reads a string table (gABI chapter 4) whole; ends with a zero byte. A `UserError` when the section is none. */
export function readStringTable(source: ByteSource, section: Section): Uint8Array {
  const what = `the string table (section ${section.index}, ${section.name})`;
  if (section.type !== SECTION_TYPE.stringTable) {
    throw damaged(source, `${what} is of type ${section.type}, expected 3`);
  }
  if ((section.flags & SECTION_FLAG.compressed) !== 0) {
    throw damaged(source, `${what} is compressed, which no linker does`);
  }
  const bytes = readRange(source, { what, offset: section.offset, size: section.size });
  if (bytes.length === 0) return new Uint8Array(1);
  if (bytes.at(-1) !== 0) throw damaged(source, `the last name of ${what} is not terminated`);
  return bytes;
}
