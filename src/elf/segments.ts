import { checkRange, damaged, readRange } from './byte-range.ts';
import type { ByteSource } from './byte-source.ts';
import { PT_LOAD } from './constants.ts';
import type { Segment } from './elf.ts';
import { type FieldReader, fieldReader } from './field-reader.ts';
import type { ElfHeader } from './header.ts';

/** Far more than any linker writes; it bounds the memory that a damaged count can ask for. */
const MOST_SEGMENTS = 1_000_000;

/** All `count` program headers; none when the file has no program header table, as relocatable ones. */
export function readSegments(source: ByteSource, header: ElfHeader, count: number): Segment[] {
  if (header.segmentsOffset === 0 || count === 0) return [];
  const entrySize = header.class === 32 ? 32 : 56;
  if (header.segmentEntrySize !== entrySize) {
    throw damaged(
      source,
      `the ELF header gives program headers ${header.segmentEntrySize} bytes each, expected ${entrySize} for ${header.class} bit`,
    );
  }
  if (count > MOST_SEGMENTS) {
    throw damaged(source, `${count} program headers, expected at most ${MOST_SEGMENTS}`);
  }
  const range = { what: 'the program headers', offset: header.segmentsOffset, size: count * entrySize };
  const fields = fieldReader(readRange(source, range), header);
  const readEntry = header.class === 32 ? readEntry32 : readEntry64;
  return Array.from({ length: count }, (_, index) => {
    const segment = readEntry(fields, index * entrySize);
    checkContents(source, segment, index);
    return segment;
  });
}

function readEntry32(fields: FieldReader, at: number): Segment {
  return {
    type: fields.word(at),
    offset: fields.size(at + 4),
    virtualAddress: fields.address(at + 8),
    physicalAddress: fields.address(at + 12),
    fileSize: fields.size(at + 16),
    memorySize: fields.size(at + 20),
    flags: fields.word(at + 24),
    align: fields.size(at + 28),
  };
}

function readEntry64(fields: FieldReader, at: number): Segment {
  return {
    type: fields.word(at),
    flags: fields.word(at + 4),
    offset: fields.size(at + 8),
    virtualAddress: fields.address(at + 16),
    physicalAddress: fields.address(at + 24),
    fileSize: fields.size(at + 32),
    memorySize: fields.size(at + 40),
    align: fields.size(at + 48),
  };
}

function checkContents(source: ByteSource, segment: Segment, index: number): void {
  if (segment.type !== PT_LOAD) return;
  const what = `the contents of segment ${index}`;
  // ld gives one that is only cleared an offset that may lie behind the file's end.
  if (segment.fileSize > 0) checkRange(source, { what, offset: segment.offset, size: segment.fileSize });
  if (segment.memorySize > Number.MAX_SAFE_INTEGER) {
    throw damaged(
      source,
      `segment ${index} takes ${segment.memorySize} bytes of memory, expected less than 2^53`,
    );
  }
}
