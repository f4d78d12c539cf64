/**
 * Proves from which source file a global function is, which a symbol table does not say: it has only one, or local
 * symbols of one file lie on both sides, or the function calls a local one, which only its own file can.
 */
import { EM_ARM } from '../../elf/constants.ts';
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import { callScanner } from '../accounting/direct-calls.ts';
import type { SourceFiles } from '../accounting/source-files.ts';
import { sortByOffset } from '../columns/sort-by-offset.ts';
import { LINKER } from '../link-map/link-map.ts';
import { namedAs } from '../names/clone-marks.ts';
import type { PlacedSymbols } from './prefixed-functions.ts';

/** A section and the symbols that own bytes of it. */
export interface CodeOfFunctions extends PlacedSymbols {
  readonly contents: SectionContents;
}

interface Searched {
  readonly elf: Elf;
  readonly table: SymbolTable;
  readonly files: SourceFiles;
  readonly sections: readonly CodeOfFunctions[];
}

/** Whether a function, by its row of the symbol table, is proven to be from a file. */
export type FileEvidence = (row: number, file: number) => boolean;

const RELOCATABLE = 1;

export function fileEvidence(searched: Searched): FileEvidence {
  const { elf, table, files, sections } = searched;
  const isOnlyFile = files.names.filter((name) => name !== '' && name !== LINKER).length === 1;
  const bySection = new Map(sections.map((section) => [section.contents.section.index, section]));
  const neighbours = new Map<CodeOfFunctions, LocalSymbols>();
  return (row, file) => {
    const section = bySection.get(table.sectionIndexes[row]!);
    if (isOnlyFile || section === undefined) return isOnlyFile;
    const locals = neighbours.get(section) ?? localSymbols(searched, section);
    neighbours.set(section, locals);
    const [before, after] = filesBeside(locals, section.offsetOf(row));
    if (before === file && after === file) return true;
    return elf.type !== RELOCATABLE && callsLocal(searched, section, { row, file }, locals);
  };
}

/** Local symbols of a section in the order of offsets; columns. */
interface LocalSymbols {
  readonly offsets: Float64Array;
  readonly files: Uint32Array;
  /** Files by the offset of each local function. */
  readonly functions: ReadonlyMap<number, number>;
}

function localSymbols({ table, files }: Searched, { rows, offsetOf }: CodeOfFunctions): LocalSymbols {
  const local = rows.filter((row) => files.ofRow[row] !== 0);
  const sorted = sortByOffset({ rows: local, offsets: Float64Array.from(local, offsetOf) });
  const functions = new Map<number, number>();
  for (const row of local) {
    if (namedAs(table, row) === 'function') functions.set(offsetOf(row), files.ofRow[row]!);
  }
  return {
    offsets: sorted.offsets,
    files: Uint32Array.from(sorted.rows, (row) => files.ofRow[row]!),
    functions,
  };
}

function filesBeside({ offsets, files }: LocalSymbols, offset: number): (number | undefined)[] {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return [files[low - 1], files[low]];
}

interface FunctionInFile {
  readonly row: number;
  readonly file: number;
}

/** Whether the code of a function calls a local function of the file in its own section. */
function callsLocal(
  { elf, table }: Searched,
  { contents, offsetOf }: CodeOfFunctions,
  { row, file }: FunctionInFile,
  { functions }: LocalSymbols,
): boolean {
  const scan = callScanner(elf.machine);
  const start = offsetOf(row);
  const code = contents.range(start, Math.min(start + table.sizes[row]!, contents.section.size));
  if (scan === undefined || code === undefined) return false;
  const isThumb = elf.machine === EM_ARM && (table.addresses[row]! & 1n) === 1n;
  let isFound = false;
  scan({ bytes: code, littleEndian: elf.littleEndian, isThumb: () => isThumb }, (_, target) => {
    isFound ||= functions.get(start + target) === file;
  });
  return isFound;
}
