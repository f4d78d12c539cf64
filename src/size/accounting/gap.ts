/** Bytes of a section that no symbol covers: what is known of them, and what is said of them. */
import type { SectionContents } from '../../elf/section-contents.ts';
import type { FillFinder } from '../fill/fill-bytes.ts';
import type { PrefixFinder } from '../functions/function-prefixes.ts';
import type { LabelledTable, TableNamer } from '../labels/label-tables.ts';
import type { SectionLabels } from '../labels/section-labels.ts';
import type { AddressReader } from '../literals/likely-literals.ts';
import type { LiteralPart, Stretch } from '../literals/string-literals.ts';
import type { AddressWords } from './address-words.ts';

/** A section and how to tell its parts. */
export interface GapContext {
  readonly contents: SectionContents;
  readonly littleEndian: boolean;
  /** Whether a link map says what lies where. */
  readonly isMapped: boolean;
  /** What a section holds beside symbols, see `linkerTables`. */
  readonly tableOf: TableNamer;
  readonly labels: SectionLabels;
  readonly tables: readonly LabelledTable[];
  readonly findFill: FillFinder;
  /** What the starts of its symbols are mostly a multiple of, in bytes. */
  readonly usualAlign: () => number;
  /** Whether zeros can be what is left of longer code, of any length. */
  readonly leavesZeros: boolean;
  readonly addresses: AddressReader;
  /** Whether compilers of this machine put constants of two bytes among literals. */
  readonly hasConstants: boolean;
  readonly wordsOf: AddressWords;
  /** Undefined where no function has a prefix. */
  readonly findPrefixes: PrefixFinder | undefined;
}

/** Bytes that no symbol covers: they lie in one region and touch a symbol or the region's border on both sides. */
export interface BareStretch extends Stretch {
  /**
   * What the fill at the end of it can be to align beside what stands there: the function after a prefix that stands there;
   * else the end.
   */
  readonly aligned: number;
}

/** What kind of thing owns a byte. */
type GapKind = 'literal' | 'table' | 'fill' | 'unattributed';

/** Bytes of one owner; offsets from the section's start. */
export interface Gap extends Stretch {
  readonly kind: GapKind;
  /** Of a table, and of a literal of wide characters; another one's name is its bytes from `start` to `textEnd`. */
  readonly name: string;
  readonly textEnd: number;
}

/** Takes the owners of bytes, in the order of addresses. */
export type GapSink = (gap: Gap) => void;

/** What is a literal, or pads one. */
export function literalGap(part: LiteralPart): Gap {
  const { start, end } = part;
  if (part.kind === 'literal') return { start, end, kind: 'literal', name: '', textEnd: part.textEnd };
  return part.kind === 'padding' ? fillGap(start, end) : unattributedGap(start, end);
}

export function tableGap({ start, end }: Stretch, name: string): Gap {
  return { start, end, kind: 'table', name, textEnd: 0 };
}

export function fillGap(start: number, end: number): Gap {
  return { start, end, kind: 'fill', name: '[alignment fill]', textEnd: 0 };
}

export function unattributedGap(start: number, end: number): Gap {
  return { start, end, kind: 'unattributed', name: '[unattributed]', textEnd: 0 };
}
