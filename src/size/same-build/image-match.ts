/**
 * Compares what a boot image holds, uncompressed, with the linked kernel: what `objcopy -O binary` makes of vmlinux
 * (arch/arm, arm64, riscv and s390), or a vmlinux without symbols (arch/x86 and powerpc).
 */
import { hex } from '../../elf/byte-range.ts';
import type { ByteSource } from '../../elf/byte-source.ts';
import { type Elf, SECTION_TYPE, type Section, isAllocated } from '../../elf/elf.ts';
import { loadAddress } from '../metrics/load-range.ts';

/** The first place where an image is another than that of a kernel. */
export interface ImageDifference {
  /** Bytes from the start of what is compared. */
  readonly at: number;
  /** `.text has 0x12 at 0xc0008000, vmlinux 0x34`. */
  readonly what: string;
}

/** A section that is in the image, `offset` bytes from its start. */
interface StoredSection {
  readonly section: Section;
  readonly offset: number;
}

/** What arch/*\/boot/Makefile has objcopy leave out (`-R .note`), by the names that linker scripts give it. */
const LEFT_OUT = /^\.(note(\.|$)|comment$|MIPS\.|reginfo$|vmlinux\.info$)/;

/** Sections as objcopy -O binary stores them, in the order of their load addresses. */
export function storedSections(elf: Elf): readonly StoredSection[] {
  const stored = elf.sections
    .filter((section) => isAllocated(section) && section.type !== SECTION_TYPE.noBits)
    .filter(({ name }) => !LEFT_OUT.test(name))
    .map((section) => ({ section, place: loadAddress(section, elf.segments) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  const start = stored[0]?.place ?? 0n;
  return stored.map(({ section, place }) => ({ section, offset: Number(place - start) }));
}

/** Compares from the section at offset `from` on; undefined where all are in `image` byte for byte. */
export function binaryDifference(elf: Elf, image: ByteSource, from = 0): ImageDifference | undefined {
  const sections = storedSections(elf).filter(({ offset }) => offset >= from);
  for (const { section, offset } of sections) {
    const at = offset - from;
    const missing = Math.max(0, at + section.size - image.size);
    const found = sectionDifference(elf, section, {
      source: image,
      offset: at,
      size: section.size - missing,
    });
    if (found !== undefined) return { at: at + found.at, what: found.what };
    if (missing > 0) {
      return { at: image.size, what: `it ends ${missing} bytes before the end of ${section.name}` };
    }
  }
  return undefined;
}

/** Where the last of the sections ends in what objcopy -O binary makes. */
export function binarySize(elf: Elf): number {
  return storedSections(elf).reduce((end, { section, offset }) => Math.max(end, offset + section.size), 0);
}

/** Compares section by section, by name; `other` may lack the symbols and what is not loaded. */
export function elfDifference(elf: Elf, other: Elf): ImageDifference | undefined {
  const byName = new Map(other.sections.map((section) => [section.name, section]));
  for (const section of elf.sections.filter((one) => isAllocated(one) && !LEFT_OUT.test(one.name))) {
    const { name, address, size } = section;
    const its = byName.get(name);
    if (its?.address !== address || its.size !== size) {
      const found = its ? `${hex(its.size)} bytes at ${hex(its.address)}` : 'not there';
      return { at: 0, what: `${name} is ${found}, in vmlinux ${hex(size)} bytes at ${hex(address)}` };
    }
    if (section.type === SECTION_TYPE.noBits) continue;
    const range = { source: other.source, offset: its.offset, size };
    const found = sectionDifference(elf, section, range);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A part of a file. */
interface Range {
  readonly source: ByteSource;
  readonly offset: number;
  readonly size: number;
}

/** Files are read in parts of so many bytes. */
const PART = 1024 * 1024;

function sectionDifference(elf: Elf, section: Section, other: Range): ImageDifference | undefined {
  for (let at = 0; at < other.size; at += PART) {
    const length = Math.min(PART, other.size - at);
    const ours = elf.source.read(section.offset + at, length);
    const theirs = other.source.read(other.offset + at, length);
    const first = firstDifference(ours, theirs);
    if (first < 0) continue;
    const [own, found] = [ours[first]!, theirs[first]!];
    const place = section.address + BigInt(at + first);
    return {
      at: at + first,
      what: `${section.name} has ${hex(found)} at ${hex(place)}, vmlinux ${hex(own)}`,
    };
  }
  return undefined;
}

/** The position of the first byte that differs, -1 where none does; both are of one length. */
function firstDifference(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return i;
  }
  return -1;
}

/** The rest of a file, as one of its own. */
export function partOf(source: ByteSource, start: number): ByteSource {
  const { name, size } = source;
  return { name, size: size - start, read: (offset, length) => source.read(start + offset, length) };
}
