/** Walks through one section of a kernel and says who owns each of its bytes. */
import type { OwnerNames } from '../names/owner-names.ts';
import { attributeGaps } from './attribute-gaps.ts';
import type { Gap, GapContext } from './gap.ts';
import type { Region } from './input-regions.ts';
import type { cellCollector } from './owner-cells.ts';
import type { Extents } from './symbol-extents.ts';

/** One section, cut up in two ways: by symbols and by input sections. */
export interface SectionParts {
  readonly context: GapContext;
  readonly regions: readonly Region[];
  readonly extents: Extents;
  /** The number of the source file of a row of the symbol table, where no link map gives objects. */
  readonly fileOf: ((row: number) => number) | undefined;
  readonly names: OwnerNames;
  readonly cells: ReturnType<typeof cellCollector>;
}

/** Gives the collector each stretch of the section with its owner, in the order of addresses. */
export function attributeSection(parts: SectionParts): void {
  const { regions, extents } = parts;
  let next = 0;
  for (const region of regions) {
    const object = parts.cells.objectId(region.input?.object ?? '');
    const ownGap = attributeGaps(parts.context, region, (gap) => addGap(parts, object, gap));
    let cursor = region.start;
    for (; next < extents.count && extents.starts[next]! < region.end; next++) {
      const start = Math.max(extents.starts[next]!, region.start);
      const end = Math.min(extents.ends[next]!, region.end);
      if (start > cursor) ownGap({ start: cursor, end: start, aligned: alignedBy(parts, next) });
      ownSymbol(parts, {
        symbol: extents.symbols[next]!,
        object: objectOf(parts, next) ?? object,
        start,
        end,
      });
      cursor = end;
      // It goes on in the next region.
      if (extents.ends[next]! > region.end) break;
    }
    if (cursor < region.end) ownGap({ start: cursor, end: region.end, aligned: region.end });
  }
}

interface SymbolPart {
  readonly symbol: number;
  readonly object: number;
  readonly start: number;
  readonly end: number;
}

/** Without a link map, the source file of the function or variable that a symbol is a part of. */
function objectOf({ fileOf, extents, names }: SectionParts, index: number): number | undefined {
  if (fileOf === undefined) return undefined;
  const symbol = extents.symbols[index]!;
  // Most kernels have few such symbols or none, and up to 1,000,000 others.
  return fileOf(names.functions.size === 0 ? symbol : (names.functions.get(symbol) ?? symbol));
}

function ownSymbol(parts: SectionParts, { symbol, object, start, end }: SymbolPart): void {
  const { cells } = parts;
  cells.add({
    kind: 'symbol',
    name: parts.names.ids[symbol]!,
    object,
    bytes: end - start,
    symbol,
  });
}

/** Where the function begins before which the symbol of a number stands; else where that symbol begins. */
function alignedBy(
  { extents: { count, starts, ends, symbols }, names }: SectionParts,
  index: number,
): number {
  let at = index;
  while (at + 1 < count && names.functions.has(symbols[at]!) && starts[at + 1] === ends[at]) at++;
  return starts[at]!;
}

function addGap({ context, cells }: SectionParts, object: number, gap: Gap): void {
  const { kind, start, end, textEnd } = gap;
  const isBytes = kind === 'literal' && gap.name === '';
  const name = isBytes ? cells.texts.idOf(context.contents.all()!, start, textEnd) : cells.nameId(gap.name);
  cells.add({ kind, name, object, bytes: end - start, symbol: 0 });
}
