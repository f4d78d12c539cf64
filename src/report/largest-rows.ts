import type { SymbolDiff, SymbolRow } from '../size/symbol-diff.ts';
import { nameLine } from './owner-words.ts';

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
  const bySize = diff.rows.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
  const kept = new Set<SymbolRow>(bySize.slice(0, most));
  const left = bySize.slice(most);
  const rows = diff.rows.filter((row) => kept.has(row)).map((row) => withPrintableName(row));
  return {
    diff: { ...diff, title: nameLine(diff.title), rows },
    omitted: left.length,
    omittedBytes: left.reduce((sum, row) => sum + row.delta, 0),
  };
}

function withPrintableName({ name, old, new: current, delta }: SymbolRow): SymbolRow {
  return { name: nameLine(name), old, new: current, delta };
}
