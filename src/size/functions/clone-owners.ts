/**
 * Finds the global functions that clones and parts belong to, where no link map gives objects: `foo` is global and in no
 * file, `foo.part.0` is local and in `a.c`. Another file may have had a static `foo` of which only clones are left, so it
 * must be proven that the global one is in the file of the clone.
 */
import { STB_LOCAL } from '../../elf/constants.ts';
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import type { SourceFiles } from '../accounting/source-files.ts';
import { hasMark, namedAs } from '../names/clone-marks.ts';
import { type CodeOfFunctions, type FileEvidence, fileEvidence } from './file-evidence.ts';

/** What clones are found by. */
interface CloneSearch {
  readonly elf: Elf;
  readonly table: SymbolTable;
  readonly files: SourceFiles;
  /** The number of the owner name of each row. */
  readonly ids: Uint32Array;
  /** Numbers of names are below it. */
  readonly idCount: number;
  /** Rows whose names have a dot. */
  readonly dotted: readonly number[];
  readonly sections: readonly CodeOfFunctions[];
}

/** Clones of one file that have one owner name; rows of the symbol table. */
interface Clones {
  readonly file: number;
  /** The global function of that name. */
  readonly owner: number;
  readonly rows: number[];
}

/** By the row of each such clone the row of its function. */
export function functionsOfClones(search: CloneSearch): ReadonlyMap<number, number> {
  const functions = new Map<number, number>();
  const { table } = search;
  const clones = search.dotted.filter((row) => isLocalClone(search, row));
  if (clones.length === 0) return functions;
  const evidence = fileEvidence(search);
  for (const group of groupsOf(search, clones, wholeFunctions(search, clones))) {
    if (!isOf(table, group, evidence)) continue;
    for (const row of group.rows) functions.set(row, group.owner);
  }
  return functions;
}

function isLocalClone({ table, files }: CloneSearch, row: number): boolean {
  return table.bindings[row] === STB_LOCAL && files.ofRow[row] !== 0 && isClone(table, row);
}

/** Functions of the names of clones that are none themselves; rows of the symbol table. */
function wholeFunctions({ table, ids, idCount, sections }: CloneSearch, clones: readonly number[]): number[] {
  const isWanted = new Uint8Array(idCount);
  for (const row of clones) isWanted[ids[row]!] = 1;
  const whole: number[] = [];
  for (const { rows } of sections) {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      // Few of 1,000,000 rows get past this.
      if (isWanted[ids[row]!] !== 1 || namedAs(table, row) === 'variable' || isClone(table, row)) continue;
      whole.push(row);
    }
  }
  return whole;
}

/** Those that have the name of a global function, and of none of their own file. */
function groupsOf(
  { table, files, ids }: CloneSearch,
  clones: readonly number[],
  whole: readonly number[],
): Clones[] {
  const keyOf = (row: number): string => `${files.ofRow[row]},${ids[row]}`;
  const isLocal = (row: number): boolean => table.bindings[row] === STB_LOCAL;
  const globals = new Map(whole.filter((row) => !isLocal(row)).map((row) => [ids[row]!, row]));
  const own = new Set(whole.filter(isLocal).map(keyOf));
  const groups = new Map<string, Clones>();
  for (const row of clones) {
    const owner = globals.get(ids[row]!);
    if (owner === undefined || own.has(keyOf(row))) continue;
    const group = groups.get(keyOf(row)) ?? { file: files.ofRow[row]!, owner, rows: [] };
    group.rows.push(row);
    groups.set(keyOf(row), group);
  }
  return [...groups.values()];
}

function isClone(table: SymbolTable, row: number): boolean {
  const { bytes, starts } = table.names;
  const start = starts[row]!;
  const of = namedAs(table, row);
  return of === 'function' && hasMark({ bytes, start, end: bytes.indexOf(0, start) }, of);
}

/**
 * gcc's `foo.cold` is what a function `foo` of the same file does rarely, and that function is there. What other clones
 * are of may be gone.
 */
function isOf(table: SymbolTable, { file, owner, rows }: Clones, evidence: FileEvidence): boolean {
  const cold = `${table.name(owner)}.cold`;
  return rows.some((row) => table.name(row) === cold) || evidence(owner, file);
}
