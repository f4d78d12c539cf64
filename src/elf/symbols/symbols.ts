/**
 * Reads the symbol table of an ELF file into columns. `.dynsym` is left out: nm lists `.symtab`, and a kernel has
 * no other. Specification: https://gabi.xinuos.com, chapter 5.
 */
import { UserError } from '../../user-error.ts';
import { damaged, hex } from '../byte-range.ts';
import { type Elf, SECTION_FLAG, SECTION_TYPE, type Section, type SymbolTable } from '../elf.ts';
import { type NameColumn, nameAt } from './names.ts';
import { readStringTable } from './string-table.ts';
import { readColumns, symbolEntrySize } from './symbol-columns.ts';

/** Reads the symbol table; a `UserError` when the file has none (stripped) or it is damaged. */
export function readSymbols(elf: Elf): SymbolTable {
  const section = elf.sections.find(({ type }) => type === SECTION_TYPE.symbolTable);
  if (section === undefined) {
    throw new UserError(
      `${elf.name} has no symbol table: it is stripped; give the file as the linker wrote it`,
    );
  }
  checkSymbolSection(elf, section);
  const { starts, ...columns } = readColumns(elf, section);
  const names = readNames(elf, section, starts);
  return { count: starts.length, ...columns, names, name: (i) => nameAt(names, i) };
}

function checkSymbolSection(elf: Elf, section: Section): void {
  const what = `the symbol table (section ${section.index}, ${section.name})`;
  const entrySize = symbolEntrySize(elf);
  if ((section.flags & SECTION_FLAG.compressed) !== 0) {
    throw damaged(elf.source, `${what} is compressed, which no linker does`);
  }
  if (section.entrySize !== entrySize) {
    throw damaged(elf.source, `${what} has entries of ${section.entrySize} bytes, expected ${entrySize}`);
  }
  if (section.size % entrySize !== 0) {
    throw damaged(elf.source, `${what} takes ${section.size} bytes, expected a multiple of ${entrySize}`);
  }
}

function readNames(elf: Elf, symbols: Section, starts: Uint32Array): NameColumn {
  const section = elf.sections[symbols.link];
  if (section === undefined) {
    throw damaged(
      elf.source,
      `the names of the symbols are said to be in section ${symbols.link} of ${elf.sections.length}`,
    );
  }
  const bytes = readStringTable(elf.source, section);
  for (let i = 0; i < starts.length; i++) {
    if (starts[i]! < bytes.length) continue;
    throw damaged(elf.source, `the name of symbol ${i} lies outside ${section.name}, at ${hex(starts[i]!)}`);
  }
  return { bytes, starts };
}
