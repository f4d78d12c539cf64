/** Says what the bytes are that neither a symbol nor the name of their section explains, piece by piece between labels. */
import { isCodeSection } from '../../elf/elf.ts';
import { type FillReader, fillReader } from '../fill/fill-reader.ts';
import { likelyLiterals } from '../literals/likely-literals.ts';
import type { Stretch } from '../literals/string-literals.ts';
import type { AddressWord } from './address-words.ts';
import {
  type BareStretch,
  type Gap,
  type GapContext,
  type GapSink,
  fillGap,
  literalGap,
  tableGap,
  unattributedGap,
} from './gap.ts';
import type { Region } from './input-regions.ts';

/** The owners of stretches of one region. */
interface PieceOwners {
  readonly ownAll: (bare: BareStretch) => void;
  /** Whether a stretch is nothing but fill. */
  readonly isFill: (bare: BareStretch) => boolean;
}

/** A stretch without labels but at its start. */
interface Piece extends BareStretch {
  /** Whether it begins with a label of which it can be a part. */
  readonly isLabelled: boolean;
}

export function pieceOwners(context: GapContext, region: Region, own: GapSink): PieceOwners {
  const { labels } = context;
  const fill = fillReader(context, region);
  const sinks = { own, ownRest: restOwners(fill, own), fill };
  const ownPiece = isCodeSection(context.contents.section)
    ? codeOwners(context, sinks)
    : dataOwners(context, sinks);
  return {
    ownAll: (bare) => {
      if (labels.count === 0)
        ownPiece({ start: bare.start, end: bare.end, aligned: bare.aligned, isLabelled: false });
      else for (const piece of piecesOf(context, bare)) ownPiece(piece);
    },
    isFill: (bare) => fill.startOf(bare) === bare.start,
  };
}

/** Cuts a stretch at its labels. */
function piecesOf({ labels }: GapContext, bare: BareStretch): Piece[] {
  const pieces: Piece[] = [];
  let [start, isLabelled] = [bare.start, false];
  for (const { offset, isOwner } of labels.within(bare.start, bare.end)) {
    if (offset > start) pieces.push({ start, end: offset, aligned: offset, isLabelled });
    [start, isLabelled] = [offset, isOwner];
  }
  pieces.push({ ...bare, start, isLabelled });
  return pieces;
}

/** Takes what nothing names: fill at both ends of it, the rest between. What a label stands before is all the label's. */
function restOwners(fill: FillReader, own: GapSink): (piece: Piece) => void {
  return (piece) => {
    const { start, end, isLabelled } = piece;
    const begin = fill.startOf(piece);
    if (begin === start) return own(isLabelled ? unattributedGap(start, end) : fillGap(start, end));
    const first = isLabelled ? start : fill.endOf({ start, end: begin });
    if (first > start) own(fillGap(start, first));
    own(unattributedGap(first, begin));
    if (begin < end) own(fillGap(begin, end));
  };
}

interface Sinks {
  readonly own: GapSink;
  readonly ownRest: (piece: Piece) => void;
  readonly fill: FillReader;
}

function codeOwners({ contents, tables, findFill, findPrefixes }: GapContext, { own, ownRest }: Sinks) {
  const bytes = findPrefixes === undefined ? undefined : contents.all();
  if (findPrefixes === undefined || bytes === undefined) return tablesFirst(tables, own, ownRest);
  return tablesFirst(tables, own, (piece) => {
    const { start, end, aligned } = piece;
    for (const part of findPrefixes({ section: contents.section, bytes, start, end, findFill })) {
      if (part.name !== undefined) own(tableGap(part, part.name));
      else {
        const isLabelled = part.start > start || piece.isLabelled;
        ownRest({ start: part.start, end: part.end, aligned, isLabelled });
      }
    }
  });
}

function dataOwners(context: GapContext, { own, ownRest, fill }: Sinks) {
  const { contents, tables, wordsOf, isMapped, addresses, hasConstants } = context;
  const ownPart = (piece: Piece): void => {
    const bytes = isMapped ? undefined : contents.all();
    if (bytes === undefined) return ownRest(piece);
    for (const part of likelyLiterals({ ...piece, bytes, addresses, hasConstants })) {
      const { kind, start, end } = part;
      if (kind === 'other')
        ownRest({ start, end, aligned: end, isLabelled: piece.isLabelled && start === piece.start });
      else own(literalGap(part));
    }
  };
  return tablesFirst(tables, own, (piece) => {
    if (!piece.isLabelled && fill.startOf(piece) === piece.start) return own(fillGap(piece.start, piece.end));
    for (const part of withoutAddresses(piece, wordsOf(contents.section, piece.start, piece.end))) {
      if ('kind' in part) own(part);
      else
        ownPart({ ...part, aligned: part.end, isLabelled: piece.isLabelled && part.start === piece.start });
    }
  });
}

function tablesFirst(
  tables: GapContext['tables'],
  own: GapSink,
  ownOther: (piece: Piece) => void,
): (piece: Piece) => void {
  if (tables.length === 0) return ownOther;
  return (piece) => {
    const table = tables.find(({ start, end }) => start <= piece.start && piece.start < end);
    if (table === undefined) ownOther(piece);
    else if (table.name === undefined) own(unattributedGap(piece.start, piece.end));
    else own(tableGap(piece, table.name));
  };
}

/** Words that relocations say to be addresses, of code and of other bytes. */
const JUMPS = '[jump table]';
const ADDRESSES = '[address table]';

/** Addresses by relocations, and what lies between them. */
function withoutAddresses({ start, end }: Stretch, words: readonly AddressWord[]): (Gap | Stretch)[] {
  const parts: (Gap | Stretch)[] = [];
  let cursor = start;
  for (const { offset, size, isCode } of words) {
    if (offset < cursor) continue;
    if (offset > cursor) parts.push({ start: cursor, end: offset });
    cursor = offset + size;
    parts.push(tableGap({ start: offset, end: cursor }, isCode ? JUMPS : ADDRESSES));
  }
  if (cursor < end) parts.push({ start: cursor, end });
  return parts;
}
