/**
 * Compares two kernels symbol by symbol as scripts/bloat-o-meter of the kernel does: which symbols it counts, under
 * which name, in which order. Printing is in report/tables/bloat-o-meter.ts.
 */
import { UserError } from '../../user-error.ts';
import { sortRows } from '../columns/sort-rows.ts';
import type { SymbolSizes } from '../measurement.ts';
import { foldedNames } from './folded-names.ts';
import { ignoredNameTest } from './ignored-names.ts';
import {
  type Compat,
  type DiffMode,
  type LetterSet,
  type ScriptRules,
  letterTest,
  scriptRules,
} from './symbol-letters.ts';

/** One symbol name; `undefined` where that side does not have it. Bytes. */
export interface SymbolRow {
  readonly name: string;
  readonly old: number | undefined;
  readonly new: number | undefined;
  readonly delta: number;
}

/** One table of scripts/bloat-o-meter: its summary line, its rows in its order, its totals. Bytes. */
export interface SymbolDiff {
  /** `Function`, `Data` or `RO Data`: the head of the first column. */
  readonly title: string;
  readonly added: number;
  readonly removed: number;
  readonly grown: number;
  readonly shrunk: number;
  readonly up: number;
  /** Positive, as the script adds it up. */
  readonly down: number;
  /** Only names whose size changed. */
  readonly rows: readonly SymbolRow[];
  readonly before: number;
  readonly after: number;
}

/** What to compare, and after which kernel's script. */
export interface DiffOptions {
  readonly mode: DiffMode;
  readonly compat: Compat | ScriptRules;
}

/** The tables that the script prints: three for `categories`, otherwise one. */
export function diffSymbols(
  old: SymbolSizes,
  head: SymbolSizes,
  { mode, compat }: DiffOptions,
): SymbolDiff[] {
  const rules = typeof compat === 'string' ? scriptRules(compat) : compat;
  return rules.tables[mode].map((set) => diffSet([old, head], set, rules));
}

function diffSet(
  sides: readonly [SymbolSizes, SymbolSizes],
  { title, letters }: LetterSet,
  rules: ScriptRules,
): SymbolDiff {
  const sums = addUp(sides, letterTest(letters), rules);
  const rows = changedRows(sums);
  const before = total(sums.old);
  const after = total(sums.head);
  const counts = { added: 0, removed: 0, grown: 0, shrunk: 0, up: 0 };
  for (const row of rows) {
    if (row.old === undefined) counts.added++;
    else if (row.new === undefined) counts.removed++;
    else if (row.delta > 0) counts.grown++;
    else counts.shrunk++;
    counts.up += Math.max(0, row.delta);
  }
  return { title, ...counts, down: counts.up - (after - before), rows, before, after };
}

/** Bytes by name on both sides: row `i` of both columns is name `i`, 0 where a side does not have it. */
interface Sums {
  readonly nameOf: (row: number) => string;
  readonly old: Float64Array;
  readonly head: Float64Array;
}

function addUp(
  [old, head]: readonly [SymbolSizes, SymbolSizes],
  isCounted: (letter: number) => boolean,
  rules: ScriptRules,
): Sums {
  const names = foldedNames(old.sizes.length + head.sizes.length);
  const sumsOf = (symbols: SymbolSizes): Float64Array => {
    const { bytes, starts } = symbols.names;
    const sums = new Float64Array(old.sizes.length + head.sizes.length);
    const isIgnored = ignoredNameTest(bytes, rules);
    for (let i = 0; i < starts.length; i++) {
      if (!isCounted(symbols.letters[i]!) || isIgnored(starts[i]!)) continue;
      const row = names.rowOf(bytes, starts[i]!);
      sums[row] = sums[row]! + symbols.sizes[i]!;
    }
    return sums;
  };
  return { nameOf: names.nameOf, old: sumsOf(old), head: sumsOf(head) };
}

/** Python's `delta.sort(reverse=True)` of (delta, name): ties are in descending order of names. */
function changedRows({ nameOf, old, head }: Sums): SymbolRow[] {
  const rows: SymbolRow[] = [];
  for (let i = 0; i < old.length; i++) {
    const [before, after] = [old[i]!, head[i]!];
    if (before === after) continue;
    rows.push({
      name: nameOf(i),
      old: before === 0 ? undefined : before,
      new: after === 0 ? undefined : after,
      delta: after - before,
    });
  }
  return sortRows(rows, { rankOf: ({ delta }) => delta, names: 'descending' });
}

function total(sums: Float64Array): number {
  const sum = sums.reduce((bytes, size) => bytes + size, 0);
  if (Number.isSafeInteger(sum)) return sum;
  throw new UserError(
    `the sizes of all symbols sum to ${sum} bytes, expected less than 2^53; a file is damaged`,
  );
}
