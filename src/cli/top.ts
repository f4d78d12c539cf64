import { renderTop } from '../report/tables/top-table.ts';
import { type TopMode, type TopSymbols, topSymbols } from '../size/bloat-o-meter/top-symbols.ts';
import { readSizes } from './diff.ts';

/** The file, which of its symbols, and how many of them (0 for all). */
export interface TopJob {
  readonly path: string;
  readonly mode: TopMode;
  readonly limit: number;
}

/** A table of the biggest symbols of one file. */
export function runTop(job: TopJob): string {
  return renderTop(biggestSymbols(job));
}

/** The same before it is printed. */
export function biggestSymbols({ path, mode, limit }: TopJob): TopSymbols {
  return topSymbols(readSizes(path), { mode, limit });
}
