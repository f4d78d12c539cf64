import { STB_LOCAL, STT_FILE } from '../../elf/constants.ts';
import type { SymbolTable } from '../../elf/elf.ts';
import { isLinkerSymbol } from '../labels/linker-symbols.ts';
import { LINKER } from '../link-map/link-map.ts';
import { stableObject } from '../names/generated-objects.ts';

const BY_LINKER = 1;

/** C files by number; the first is '', the second what the linker made itself. */
export interface SourceFiles {
  readonly names: readonly string[];
  /** The number of the file of each row of the symbol table. */
  readonly ofRow: Uint32Array;
}

/**
 * The C file of each local symbol, such as `dcache.c`, as far as the symbol table tells: the local symbols of a file
 * follow its STT_FILE symbol (gABI, chapter 5). `[linker]` for what the linker made, '' for others.
 */
export function sourceFiles(table: SymbolTable): SourceFiles {
  const names: string[] = ['', LINKER];
  const ofRow = new Uint32Array(table.count);
  let file = 0;
  for (let i = 1; i < table.count; i++) {
    if (table.types[i] === STT_FILE) file = names.push(stableObject(table.name(i))) - 1;
    else if (table.bindings[i] === STB_LOCAL) ofRow[i] = isLinkerSymbol(table, i) ? BY_LINKER : file;
  }
  return { names, ofRow };
}
