/**
 * How much of a section its objects gave, and how much in one piece the linker script filled up: x86-64 pads .text to
 * 2 MiB, so that its size says nothing of growth.
 */
import { SECTION_FLAG } from '../../elf/elf.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import type { Region } from '../accounting/input-regions.ts';
import type { Extents } from '../accounting/symbol-extents.ts';

/** What growth of a section shows in; bytes. */
export interface SectionPadding {
  /** What objects gave; undefined without a link map. */
  readonly contributed: number | undefined;
  /** The longest piece that the linker script filled up, as far as that can be told. */
  readonly padding: number;
}

/** A section, cut at input sections and by symbols. */
interface PaddedSection {
  readonly regions: readonly Region[];
  readonly extents: Extents;
  readonly contents: SectionContents;
  /** Whether a link map says what lies where. */
  readonly isMapped: boolean;
}

export function paddingOf({ regions, extents, contents, isMapped }: PaddedSection): SectionPadding {
  if (!isMapped) return { contributed: undefined, padding: longestUniformGap(extents, contents) };
  // A table that the script itself counts out, such as .orc_lookup.
  if (regions.every(({ input }) => input === undefined)) return { contributed: sizeOf(regions), padding: 0 };
  let [contributed, padding] = [0, 0];
  for (const { input, start, end } of regions) {
    if (input === undefined) padding = Math.max(padding, end - start);
    else contributed += end - start;
  }
  return { contributed, padding };
}

function sizeOf(regions: readonly Region[]): number {
  return regions.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Shorter pieces hide no growth that anybody minds, and text and data can be uniform by chance. */
const SHORTEST = 1024;

/**
 * Bytes of the longest piece without a symbol that is code, or one value over and over, or has no contents at all. In
 * code x86 fills up with instructions of many forms, and functions without a size are few and short.
 */
function longestUniformGap({ count, starts, ends }: Extents, contents: SectionContents): number {
  let longest = 0;
  let cursor = 0;
  for (let i = 0; i <= count; i++) {
    const start = i < count ? starts[i]! : contents.section.size;
    if (start - cursor >= SHORTEST) longest = Math.max(longest, longestRun(contents, cursor, start));
    if (i < count) cursor = Math.max(cursor, ends[i]!);
  }
  return longest;
}

/** Linkers fill data with zeros, or with what the script says, in up to four bytes. */
const FILL_WIDTH = 4;

function longestRun(contents: SectionContents, start: number, end: number): number {
  const isCode = (contents.section.flags & SECTION_FLAG.execute) !== 0;
  const bytes = isCode ? undefined : contents.range(start, end);
  if (bytes === undefined) return end - start;
  let longest = 0;
  // A run that counts fills a window: most windows differ within their first bytes.
  const window = SHORTEST / 2;
  for (let at = 0; at + window <= bytes.length; at += window) {
    const last = uniformUpTo(bytes, at);
    if (last < at + window) continue;
    longest = Math.max(longest, last - uniformFrom(bytes, at));
    at = last - (last % window);
  }
  return longest < SHORTEST ? 0 : longest;
}

/** Where the bytes from `start` on no longer repeat. */
function uniformUpTo(bytes: Uint8Array, start: number): number {
  let end = Math.min(start + FILL_WIDTH, bytes.length);
  while (end < bytes.length && bytes[end] === bytes[end - FILL_WIDTH]) end++;
  return end;
}

/** Where those up to `start` began to. */
function uniformFrom(bytes: Uint8Array, start: number): number {
  let first = start;
  while (first > 0 && bytes[first - 1] === bytes[first - 1 + FILL_WIDTH]) first--;
  return first;
}
