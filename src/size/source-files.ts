import type { SymbolTable } from '../elf/elf.ts';

const STT_FILE = 4;
const STB_LOCAL = 0;

/**
 * The C file of each local symbol, such as `dcache.c`, as far as the symbol table tells: the local symbols of a file
 * follow its STT_FILE symbol (gABI, chapter 5). '' for others.
 */
export function sourceFiles(table: SymbolTable): (row: number) => string {
  const files: string[] = [''];
  const fileOf = new Uint32Array(table.count);
  for (let i = 1; i < table.count; i++) {
    if (table.types[i] === STT_FILE) files.push(table.name(i));
    else if (table.bindings[i] === STB_LOCAL) fileOf[i] = files.length - 1;
  }
  return (row) => files[fileOf[row]!]!;
}
