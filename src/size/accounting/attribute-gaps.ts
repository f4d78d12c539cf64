/**
 * Says what the bytes are that no symbol covers. In this order: string literals where a link map or the section itself
 * says that there is nothing else; tables by the name of their section, by the labels around them or by relocations;
 * alignment fill; what looks like string literals, where no link map says where they are; `[unattributed]`.
 */
import {
  type LiteralPool,
  poolOfInput,
  poolOfSection,
  pooledLiterals,
  wideText,
} from '../literals/string-literals.ts';
import {
  type BareStretch,
  type GapContext,
  type GapSink,
  fillGap,
  literalGap,
  tableGap,
  unattributedGap,
} from './gap.ts';
import type { Region } from './input-regions.ts';
import { pieceOwners } from './piece-owners.ts';

/** Hands the owners of a stretch of one region to a sink; what holds for all stretches of a region is found once. */
export function attributeGaps(
  context: GapContext,
  region: Region,
  own: GapSink,
): (bare: BareStretch) => void {
  const { input } = region;
  const pool = input === undefined ? poolOfSection(context.contents.section) : poolOfInput(input.name);
  const bytes = pool && context.contents.all();
  if (bytes !== undefined) return poolOwners(context, { ...pool!, bytes, own });
  const name = tableName(context, region);
  const pieces = pieceOwners(context, region, own);
  if (name === undefined) return pieces.ownAll;
  // What the linker put between two tables to align the second one is no part of either.
  const isBetween = context.isMapped && input === undefined;
  return (bare) =>
    own(isBetween && pieces.isFill(bare) ? fillGap(bare.start, bare.end) : tableGap(bare, name));
}

function tableName({ contents, tableOf }: GapContext, { input }: Region): string | undefined {
  const table = (input && tableOf(input.name)) ?? tableOf(contents.section.name);
  return table && `[${table}]`;
}

interface PoolBytes extends LiteralPool {
  readonly bytes: Uint8Array;
  readonly own: GapSink;
}

function poolOwners({ littleEndian }: GapContext, pool: PoolBytes): (bare: BareStretch) => void {
  const { unit, bytes, own } = pool;
  return (bare) => {
    for (const part of pooledLiterals(bytes, bare, pool)) {
      const { kind, start, end } = part;
      if (unit === 1 || kind !== 'literal') own(literalGap(part));
      else {
        // clang takes tables of numbers that end with a zero for such literals.
        const name = wideText(bytes.slice(start, part.textEnd), unit, littleEndian);
        own(name === undefined ? unattributedGap(start, end) : { ...literalGap(part), name });
      }
    }
  };
}
