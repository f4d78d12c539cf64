import { openElf } from './elf/open-elf.ts';
import { readSymbols } from './elf/symbols.ts';
import { openElfSource } from './kernel/elf-source.ts';
import { renderBloatOMeter } from './report/bloat-o-meter.ts';
import type { SymbolSizes } from './size/measurement.ts';
import { type DiffOptions, diffSymbols } from './size/symbol-diff.ts';
import { symbolSizes } from './size/symbol-sizes.ts';

/** The two files and the form of the output. */
export interface DiffJob extends DiffOptions {
  readonly oldPath: string;
  readonly newPath: string;
}

/** What scripts/bloat-o-meter prints about two files; a `UserError` where it would print zeros. */
export function runDiff({ oldPath, newPath, mode, compat }: DiffJob): string {
  return renderBloatOMeter(diffSymbols(readSizes(oldPath), readSizes(newPath), { mode, compat }));
}

/** Opens a file and reads the sizes of its symbols. */
export function readSizes(path: string): SymbolSizes {
  using source = openElfSource(path);
  const elf = openElf(source);
  return symbolSizes(elf, readSymbols(elf));
}
