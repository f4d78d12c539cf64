import { readSizes } from './diff.ts';
import { renderTop } from './report/top-table.ts';
import { type TopMode, topSymbols } from './size/top-symbols.ts';

/** The file, which of its symbols, and how many of them (0 for all). */
export interface TopJob {
  readonly path: string;
  readonly mode: TopMode;
  readonly limit: number;
}

/** A table of the biggest symbols of one file. */
export function runTop({ path, mode, limit }: TopJob): string {
  return renderTop(topSymbols(readSizes(path), { mode, limit }));
}
