import { UNNAMED, nameAt } from '../../elf/symbols/names.ts';
import { compareNames } from '../columns/compare-names.ts';
import type { SymbolSizes } from '../measurement.ts';
import { NEWEST_COMPAT, letterTest, scriptRules } from './symbol-letters.ts';

/** One symbol as `nm --size-sort` shows it; size in bytes. */
interface TopSymbol {
  readonly letter: string;
  readonly name: string;
  readonly size: number;
  /** Of `TopSymbols.total`, 0 to 1. */
  readonly share: number;
}

/** The biggest symbols, and what they are a part of. Bytes. */
export interface TopSymbols {
  /** Largest first, equal ones by name. */
  readonly rows: readonly TopSymbol[];
  /** How many symbols were chosen from, and the sum of their sizes. */
  readonly count: number;
  readonly total: number;
}

/** Which symbols to choose from: all that nm lists, or by the letters of the newest scripts/bloat-o-meter -t and -d. */
export type TopMode = 'all' | 'text' | 'data';

/** The `limit` biggest symbols, all of them for 0. */
export function topSymbols(
  symbols: SymbolSizes,
  { mode, limit }: { readonly mode: TopMode; readonly limit: number },
): TopSymbols {
  const { names, sizes, letters } = symbols;
  const isChosen =
    mode === 'all' ? () => true : letterTest(scriptRules(NEWEST_COMPAT).tables[mode][0]!.letters);
  const chosen = Array.from(sizes.keys()).filter((i) => isChosen(letters[i]!));
  const total = chosen.reduce((sum, i) => sum + sizes[i]!, 0);
  const rows = chosen
    .map((i) => ({
      letter: String.fromCharCode(letters[i]!),
      name: nameAt(names, i) || UNNAMED,
      size: sizes[i]!,
      share: sizes[i]! / total,
    }))
    .toSorted((a, b) => b.size - a.size || compareNames(a.name, b.name));
  return { rows: limit === 0 ? rows : rows.slice(0, limit), count: chosen.length, total };
}
