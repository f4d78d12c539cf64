/** Rows of the script's table that a counter in a name makes, where nothing of what they stand for changed. */
import { groupBy } from '../../group-by.ts';
import type { SymbolDiff, SymbolRow } from '../../size/bloat-o-meter/symbol-diff.ts';
import { canonicalText } from '../../size/names/owner-name-bytes.ts';

/** A diff without such rows, and how many these are; its totals stay those of the whole. */
interface QuietDiff {
  readonly diff: SymbolDiff;
  readonly noise: readonly SymbolRow[];
}

/**
 * Takes out what came and went under names that differ in counters alone, and sums to nothing:
 * `__initcall__kmod_futex__301_1234_futex_init1` is called otherwise where a line is added far above it.
 */
export function withoutCounterNoise(diff: SymbolDiff): QuietDiff {
  const oneSided = diff.rows.filter((row) => row.old === undefined || row.new === undefined);
  const groups = groupBy(oneSided, ({ name }) => canonicalText(name, 'variable'));
  const noise = new Set([...groups.values()].filter(cancels).flat());
  if (noise.size === 0) return { diff, noise: [] };
  return { diff: { ...diff, rows: diff.rows.filter((row) => !noise.has(row)) }, noise: [...noise] };
}

function cancels(rows: readonly SymbolRow[]): boolean {
  return rows.length > 1 && rows.reduce((sum, { delta }) => sum + delta, 0) === 0;
}

/** One sentence on them, none where there are none. */
export function noiseSentence(noise: readonly SymbolRow[]): string[] {
  if (noise.length === 0) return [];
  return [
    `${noise.length} rows are noise: their names differ in a counter alone, and their sizes cancel out.`,
  ];
}
