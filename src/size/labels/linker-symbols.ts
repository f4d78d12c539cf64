/**
 * Local symbols of code that linkers make themselves, to lead to functions that a jump does not reach or that are of
 * another instruction set. In the symbol table they come after those of the last object.
 */
import { STB_LOCAL, STT_FUNC } from '../../elf/constants.ts';
import type { SymbolTable } from '../../elf/elf.ts';

/** ld: bfd/elf32-arm.c (STUB_ENTRY_NAME and the glue's), elfnn-aarch64.c, elf64-ppc.c (ppc_build_one_stub). */
const GNU = /^__.+_(veneer|from_arm|from_thumb)$|^[0-9a-f]{8}\.(plt_branch|long_branch|plt_call)\./;

/** ld.lld: `addSymbols` of each thunk in lld/ELF/Thunks.cpp. */
const LLD = /^__[A-Za-z]\w*Thunk_/;

const [UNDERSCORE, DOT] = [0x5f, 0x2e];

/** Of `0000001a.long_branch.foo`. */
const NUMBER_LENGTH = 8;

/** Whether a row of the symbol table is such a symbol; most names are not decoded. */
export function isLinkerSymbol(table: SymbolTable, row: number): boolean {
  if (table.types[row] !== STT_FUNC || table.bindings[row] !== STB_LOCAL) return false;
  const { bytes, starts } = table.names;
  const start = starts[row]!;
  const isReserved = bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE;
  if (!isReserved && bytes[start + NUMBER_LENGTH] !== DOT) return false;
  const name = table.name(row);
  return GNU.test(name) || LLD.test(name);
}
