/**
 * What a program asks the dynamic linker for: gABI chapters 7 and 8, "Program Header" and "Dynamic Section". Symbols and
 * relocations are left out, and sections, which a stripped program need not have.
 */
import { readRange } from './byte-range.ts';
import type { ByteSource } from './byte-source.ts';
import { PT_DYNAMIC, PT_LOAD } from './constants.ts';
import type { Segment } from './elf.ts';
import { type Encoding, fieldReader } from './field-reader.ts';
import { readHeader } from './header.ts';
import { readSegments } from './segments.ts';
import { decodeName } from './symbols/names.ts';

/** The libraries that a program or a library names. */
export interface NeededLibraries {
  /** `libc.so.6`. */
  readonly names: readonly string[];
  /** Folders to look in first, as they are written: `$ORIGIN/../lib`. */
  readonly folders: readonly string[];
}

const NEEDED = 1;
const STRING_TABLE = 5;
const STRING_TABLE_SIZE = 10;
const FOLDERS: readonly number[] = [15, 29]; // DT_RPATH, DT_RUNPATH

/** None for a static program. Throws a UserError where the file is damaged, or no ELF file. */
export function readNeeded(source: ByteSource): NeededLibraries {
  const header = readHeader(source);
  const segments = readSegments(source, header, header.segmentCount);
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  const entries = dynamic === undefined ? [] : readEntries(source, header, dynamic);
  const valueOf = (wanted: number): number => entries.find(([tag]) => tag === wanted)?.[1] ?? 0;
  const size = valueOf(STRING_TABLE_SIZE);
  const offset = offsetOf(segments, BigInt(valueOf(STRING_TABLE)));
  if (offset === undefined || size === 0) return { names: [], folders: [] };
  const texts = readRange(source, { what: 'the names of libraries', offset, size });
  const textsOf = (tags: readonly number[]): string[] =>
    entries.flatMap(([tag, start]) => (tags.includes(tag) && start < size ? decodeName(texts, start) : []));
  return { names: textsOf([NEEDED]), folders: textsOf(FOLDERS).flatMap((text) => text.split(':')) };
}

type Entry = readonly [tag: number, value: number];

function readEntries(source: ByteSource, encoding: Encoding, { offset, fileSize: size }: Segment): Entry[] {
  const fields = fieldReader(readRange(source, { what: 'the dynamic section', offset, size }), encoding);
  const width = encoding.class / 8;
  const count = Math.floor(size / (2 * width));
  return Array.from({ length: count }, (_, index) => {
    const at = index * 2 * width;
    return [fields.size(at), fields.size(at + width)] as const;
  });
}

/** Where what is at an address of memory lies in the file. */
function offsetOf(segments: readonly Segment[], address: bigint): number | undefined {
  const around = segments.find(({ type, virtualAddress, fileSize }) => {
    return type === PT_LOAD && virtualAddress <= address && address < virtualAddress + BigInt(fileSize);
  });
  return around && around.offset + Number(address - around.virtualAddress);
}
