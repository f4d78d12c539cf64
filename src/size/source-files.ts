import type { SymbolTable } from '../elf/elf.ts';

const STT_FILE = 4;
const STB_LOCAL = 0;

/** C files by number; the first is ''. */
export interface SourceFiles {
  readonly names: readonly string[];
  /** The number of the file of each row of the symbol table. */
  readonly ofRow: Uint32Array;
}

/**
 * The C file of each local symbol, such as `dcache.c`, as far as the symbol table tells: the local symbols of a file
 * follow its STT_FILE symbol (gABI, chapter 5). '' for others.
 */
export function sourceFiles(table: SymbolTable): SourceFiles {
  const names: string[] = [''];
  const ofRow = new Uint32Array(table.count);
  for (let i = 1; i < table.count; i++) {
    if (table.types[i] === STT_FILE) names.push(table.name(i));
    else if (table.bindings[i] === STB_LOCAL) ofRow[i] = names.length - 1;
  }
  return { names, ofRow };
}
