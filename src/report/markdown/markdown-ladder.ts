import type { Report } from '../report.ts';
import { MOST_ROWS } from '../tables/largest-rows.ts';
import { renderHeadline, renderWithin } from './markdown.ts';

/** Rows of each table, from the full comment down to none. */
const RUNGS = [MOST_ROWS, 200, 50, 20, 5, 0] as const;

/** Renderings of one report that are at most `maxBytes` of UTF-8, the longest first; at least the headline alone. */
export function markdownLadder(report: Report, maxBytes: number): readonly string[] {
  const headline = renderHeadline(report);
  const rungs = RUNGS.flatMap((rows) => renderWithin(report, { rows, maxBytes }) ?? []);
  const fitting = bytesOf(headline) <= maxBytes ? [...rungs, headline] : rungs;
  return fitting.length === 0 ? [headline] : descending(fitting);
}

/** A rung that leaves out little can be longer than the one above it, by the sentence that says so. */
function descending(rungs: readonly string[]): string[] {
  const sizes = rungs.map((markdown) => bytesOf(markdown));
  return rungs.filter((_, i) => sizes.slice(0, i).every((above) => above > sizes[i]!));
}

function bytesOf(markdown: string): number {
  return new TextEncoder().encode(markdown).length;
}
