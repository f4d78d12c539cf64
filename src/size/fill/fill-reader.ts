/** Finds the alignment fill at the ends of bytes that no symbol covers: what is empty, and no more than alignment explains. */
import { LARGEST_ALIGNMENT, alignmentOfOffset } from '../../elf/alignment.ts';
import { SECTION_TYPE, isCodeSection } from '../../elf/elf.ts';
import type { BareStretch, GapContext } from '../accounting/gap.ts';
import type { Region } from '../accounting/input-regions.ts';
import type { Stretch } from '../literals/string-literals.ts';
import { isZero } from './fill-bytes.ts';

/** Where the fill of a stretch is. */
export interface FillReader {
  /** Where the fill begins that leads to the end of a stretch; its end where there is none. */
  readonly startOf: (bare: BareStretch) => number;
  /** Where the fill ends with which a stretch begins; its start where there is none. */
  readonly endOf: (stretch: Stretch) => number;
}

/**
 * In sections of data a word is not cut: zeros up to one are fill at the start of a stretch, and zeros from one on at the
 * end of it. Others can be data: the last bytes of a number, the zero of a literal.
 */
const WORD = 4;

/** Reads the fill of one region. */
export function fillReader(context: GapContext, region: Region): FillReader {
  const { contents, findFill, leavesZeros, usualAlign } = context;
  const { section } = contents;
  const low = Number(section.address % BigInt(LARGEST_ALIGNMENT));
  const alignAt = alignments(context, region);
  const bytesOf = () => (section.type === SECTION_TYPE.noBits ? undefined : contents.all());
  const isCode = isCodeSection(section);
  // A function can begin with empty instructions itself: its start is rather where most begin.
  const most = (): number => (isCode ? usualAlign() : WORD);
  return {
    startOf: ({ start, end, aligned }) => {
      const bytes = bytesOf();
      if (leavesZeros && bytes !== undefined && isZero(bytes, start, end)) return start;
      const found = bytes === undefined ? start : findFill(bytes, start, end);
      const begin =
        isCode || found === start ? found : Math.min(end, Math.ceil((low + found) / WORD) * WORD - low);
      const align = aligned === end ? alignAt(end) : Math.max(alignAt(end), alignAt(aligned));
      return end - begin < align ? begin : end;
    },
    endOf: ({ start, end }) => {
      const bytes = bytesOf();
      if (bytes === undefined) return start;
      for (let align = most(); align > 1; align /= 2) {
        const place = Math.ceil((low + start) / align) * align - low;
        const isFill = place > start && place < end && place - start < alignAt(place);
        if (isFill && findFill(bytes, start, place) === start) return place;
      }
      return start;
    },
  };
}

/**
 * What a place is aligned to: no more bytes than one less are fill before it. Within a contribution it is no more than the
 * section's alignment, and the same wherever the linker has put it; the script aligns what is between two of them.
 */
function alignments({ contents }: GapContext, { input, start: origin }: Region): (place: number) => number {
  const { section } = contents;
  const low = Number(section.address % BigInt(LARGEST_ALIGNMENT));
  return (place) => {
    const align = alignmentOfOffset(low + place);
    const isOwn = input !== undefined && place !== origin;
    return isOwn ? Math.min(align, alignmentOfOffset(place - origin), section.align) : align;
  };
}
