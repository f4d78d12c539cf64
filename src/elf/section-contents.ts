import { readRange } from './byte-range.ts';
import { type Elf, SECTION_TYPE, type Section } from './elf.ts';

/** The bytes of a section, read when they are asked for: the code of a large kernel is mostly not. */
export interface SectionContents {
  readonly section: Section;
  /** All of them, read once; undefined for NOBITS, which has none. */
  readonly all: () => Uint8Array | undefined;
  /** Those from `start` up to `end`, which lie within the section. */
  readonly range: (start: number, end: number) => Uint8Array | undefined;
}

export function sectionContents(elf: Elf, section: Section): SectionContents {
  const what = `the contents of ${section.name}`;
  let whole: Uint8Array | undefined;
  if (section.type === SECTION_TYPE.noBits) {
    return { section, all: () => undefined, range: () => undefined };
  }
  return {
    section,
    all: () => (whole ??= readRange(elf.source, { ...section, what })),
    range: (start, end) =>
      whole?.subarray(start, end) ??
      readRange(elf.source, { what, offset: section.offset + start, size: end - start }),
  };
}
