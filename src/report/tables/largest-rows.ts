import type { SymbolDiff, SymbolRow } from '../../size/bloat-o-meter/symbol-diff.ts';
import { nameLine } from '../words/owner-words.ts';

/** A diff with the rows that change most, in their order, and how many were left out with what net change. */
export interface LargestRows {
  readonly diff: SymbolDiff;
  readonly omitted: number;
  readonly omittedBytes: number;
}

/** Rows that people are shown at most; the JSON report has all. */
export const MOST_ROWS = 1000;

/** Keeps the `most` rows of largest |delta|, each name on one line; the summary and the totals stay those of the whole. */
export function largestRows(diff: SymbolDiff, most: number): LargestRows {
  const kept = mostChanged(diff.rows, most);
  const [whole, shown] = [diff.rows, kept].map((rows) => rows.reduce((sum, row) => sum + row.delta, 0));
  return {
    diff: { ...diff, title: nameLine(diff.title), rows: kept.map((row) => withPrintableName(row)) },
    omitted: diff.rows.length - kept.length,
    omittedBytes: whole! - shown!,
  };
}

/** The `most` rows of largest |delta|, in their order. */
export function mostChanged(rows: readonly SymbolRow[], most: number): readonly SymbolRow[] {
  if (rows.length <= most) return rows;
  const bySize = rows.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
  const kept = new Set(bySize.slice(0, most));
  return rows.filter((row) => kept.has(row));
}

function withPrintableName({ name, old, new: current, delta }: SymbolRow): SymbolRow {
  return { name: nameLine(name), old, new: current, delta };
}
