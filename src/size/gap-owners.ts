/** Says what the bytes are that no symbol covers: literals, tables, alignment fill, or `[unattributed]`. */
import { SECTION_FLAG, SECTION_TYPE } from '../elf/elf.ts';
import { alignmentOf } from './alignment.ts';
import { type AddressReader, likelyLiterals } from './likely-literals.ts';
import { type LiteralPart, poolOfInput, poolOfSection, pooledLiterals, wideText } from './literals.ts';
import type { Region } from './regions.ts';
import type { SectionContents } from './section-contents.ts';

/** What kind of thing owns a byte. */
type GapKind = 'literal' | 'table' | 'fill' | 'unattributed';

/** A stretch of a section without a symbol; offsets in bytes from the section's start. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly kind: GapKind;
  /** Of a table, and of a literal of wide characters; another one's name is its bytes from `start` to `textEnd`. */
  readonly name: string;
  readonly textEnd: number;
}

/** A section and how to tell its parts. */
export interface GapContext {
  readonly contents: SectionContents;
  readonly littleEndian: boolean;
  readonly addresses: AddressReader;
  /** Whether a link map says what lies where. */
  readonly isMapped: boolean;
  /** What a section holds beside symbols, see `tableNames`. */
  readonly tableOf: (section: string) => string | undefined;
}

const UNATTRIBUTED = '[unattributed]';
const FILL = '[alignment fill]';

/** Owners of `start` to `end`, which lie in one region and touch a symbol or the region's border on both sides. */
export function gapOwners(context: GapContext, region: Region, start: number, end: number): Gap[] {
  const whole = (kind: GapKind, name: string): Gap[] => [{ start, end, kind, name, textEnd: 0 }];
  const { input } = region;
  const { contents, addresses, isMapped, tableOf } = context;
  if (input === undefined && isMapped) return whole('fill', FILL);
  const pool = input ? poolOfInput(input.name) : poolOfSection(contents.section);
  const pooled = pool && contents.all();
  if (pooled) {
    const parts = pooledLiterals(pooled, { start, end }, pool);
    return parts.map((part) => ownerOfPart(context, part, pool.unit));
  }
  const table = (input && tableOf(input.name)) ?? tableOf(contents.section.name);
  if (table !== undefined) return whole('table', `[${table}]`);
  if (isFill(contents, start, end)) return whole('fill', FILL);
  const isCode = (contents.section.flags & SECTION_FLAG.execute) !== 0;
  const bytes = isMapped || isCode ? undefined : contents.all();
  if (bytes)
    return likelyLiterals({ bytes, start, end, addresses }).map((part) => ownerOfPart(context, part, 1));
  return whole('unattributed', UNATTRIBUTED);
}

function ownerOfPart({ contents, littleEndian }: GapContext, part: LiteralPart, unit: 1 | 2 | 4): Gap {
  const { start, end } = part;
  if (part.kind === 'literal') {
    const { textEnd } = part;
    const name = unit === 1 ? '' : wideText(contents.range(start, textEnd)!, unit, littleEndian);
    return { start, end, kind: 'literal', name, textEnd };
  }
  return part.kind === 'padding' || isFill(contents, start, end)
    ? { start, end, kind: 'fill', name: FILL, textEnd: 0 }
    : { start, end, kind: 'unattributed', name: UNATTRIBUTED, textEnd: 0 };
}

/** Compilers pad code with instructions too, but with no more than this. */
const LONGEST_CODE_FILL = 63;

/** Whether alignment alone explains a gap: it is shorter than what its end is a multiple of, and holds nothing. */
function isFill({ section, range }: SectionContents, start: number, end: number): boolean {
  const length = end - start;
  const align = alignmentOf(section.address, end);
  if (section.type === SECTION_TYPE.noBits) return length < Math.min(align, section.align);
  if (length >= align) return false;
  const isCode = (section.flags & SECTION_FLAG.execute) !== 0;
  return (isCode && length <= LONGEST_CODE_FILL) || isOneByteRepeated(range(start, end)!);
}

/** Zeros, or the trap or the empty instruction of one byte that a linker script asks for (`:text =0xcccc`). */
function isOneByteRepeated(bytes: Uint8Array): boolean {
  const first = bytes[0]!;
  if (first !== 0 && first !== 0xcc && first !== 0x90) return false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== first) return false;
  }
  return true;
}
