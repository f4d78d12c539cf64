/**
 * Finds the global functions that clones and parts belong to, where no link map gives objects: `foo` is global and in no
 * file, `foo.part.0` is local and in `a.c`. Another file may have had a static `foo` of which only clones are left, so it
 * must be proven that the global one is in the file of the clone.
 */
import type { Elf, SymbolTable } from '../elf/elf.ts';
import { type CodeOfFunctions, type FileEvidence, fileEvidence } from './file-evidence.ts';
import { marksIn, namedAs } from './clone-marks.ts';
import type { SourceFiles } from './source-files.ts';

const STB_LOCAL = 0;

/** What clones are found by. */
interface CloneSearch {
  readonly elf: Elf;
  readonly table: SymbolTable;
  readonly files: SourceFiles;
  /** The number of the owner name of each row. */
  readonly ids: Uint32Array;
  readonly sections: readonly CodeOfFunctions[];
}

/** Clones of one file that have one owner name; rows of the symbol table. */
interface Clones {
  readonly file: number;
  readonly id: number;
  readonly rows: readonly number[];
}

/** By the row of each such clone the row of its function. */
export function functionsOfClones(search: CloneSearch): ReadonlyMap<number, number> {
  const functions = new Map<number, number>();
  const groups = clonesWithoutFunction(search);
  if (groups.length === 0) return functions;
  const globals = globalFunctions(search, new Set(groups.map(({ id }) => id)));
  const evidence = fileEvidence(search);
  for (const group of groups) {
    const owner = globals.get(group.id);
    if (owner === undefined || !isOf(search.table, group, owner, evidence)) continue;
    for (const row of group.rows) functions.set(row, owner);
  }
  return functions;
}

/** Local clones of each file and name of which the file has no function by itself. */
function clonesWithoutFunction({ table, files, ids, sections }: CloneSearch): Clones[] {
  const clones = new Map<string, { file: number; id: number; rows: number[] }>();
  const whole = new Set<string>();
  forEachFunction(table, sections, (row) => {
    const file = files.ofRow[row]!;
    if (table.bindings[row] !== STB_LOCAL || file === 0) return;
    const id = ids[row]!;
    const key = `${file},${id}`;
    if (marksOf(table, row) === '') {
      whole.add(key);
      return;
    }
    const group = clones.get(key) ?? { file, id, rows: [] };
    group.rows.push(row);
    clones.set(key, group);
  });
  return [...clones].filter(([key]) => !whole.has(key)).map(([, group]) => group);
}

/** Functions of the wanted names that are not local. */
function globalFunctions(
  { table, ids, sections }: CloneSearch,
  wanted: ReadonlySet<number>,
): Map<number, number> {
  const globals = new Map<number, number>();
  forEachFunction(table, sections, (row) => {
    if (table.bindings[row] === STB_LOCAL || !wanted.has(ids[row]!)) return;
    if (marksOf(table, row) === '') globals.set(ids[row]!, row);
  });
  return globals;
}

function forEachFunction(
  table: SymbolTable,
  sections: readonly CodeOfFunctions[],
  use: (row: number) => void,
): void {
  for (const { rows } of sections) {
    for (let i = 0; i < rows.length; i++) if (namedAs(table, rows[i]!) === 'function') use(rows[i]!);
  }
}

const DOT = 0x2e;

/** Most names have no dot, and are not decoded. */
function marksOf(table: SymbolTable, row: number): string {
  const { bytes, starts } = table.names;
  for (let at = starts[row]!; bytes[at] !== 0; at++) {
    if (bytes[at] === DOT) return marksIn(table.name(row), 'function');
  }
  return '';
}

/**
 * gcc's `foo.cold` is what a function `foo` of the same file does rarely, and that function is there. What other clones
 * are of may be gone.
 */
function isOf(table: SymbolTable, { file, rows }: Clones, owner: number, evidence: FileEvidence): boolean {
  const cold = `${table.name(owner)}.cold`;
  return rows.some((row) => table.name(row) === cold) || evidence(owner, file);
}
