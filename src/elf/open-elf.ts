/**
 * Opens an ELF file of any class, byte order and machine: header, section headers, program headers. Contents of
 * sections are left where they are. Specification: https://gabi.xinuos.com, chapters 2 to 4 and 7.
 */
import type { ByteSource } from './byte-source.ts';
import type { Elf } from './elf.ts';
import { readHeader } from './header.ts';
import { readSections } from './sections.ts';
import { readSegments } from './segments.ts';

/** Reads the headers, at most a few kilobytes of a usual file; a `UserError` says what is wrong with it and where. */
export function openElf(source: ByteSource): Elf {
  const header = readHeader(source);
  const { sections, segmentCount } = readSections(source, header);
  return {
    name: source.name,
    class: header.class,
    littleEndian: header.littleEndian,
    type: header.type,
    machine: header.machine,
    flags: header.flags,
    sections,
    segments: readSegments(source, header, segmentCount),
    source,
  };
}
