import type { Elf, SymbolTable } from '../../elf/elf.ts';
import type { SourceFiles } from '../accounting/source-files.ts';
import type { StringInterner } from '../columns/string-interner.ts';
import { functionsOfClones } from '../functions/clone-owners.ts';
import type { CodeOfFunctions } from '../functions/file-evidence.ts';
import { prefixedFunctions } from '../functions/prefixed-functions.ts';
import { namedAs } from './clone-marks.ts';
import { beginsCounted, canonicalName } from './owner-name-bytes.ts';

/** The owner names of symbols, as columns with a place for each row of the symbol table. */
export interface OwnerNames {
  /** Numbers among the texts, `NO_NAME` for rows that were not asked for. */
  readonly ids: Uint32Array;
  /** By the row of a prefix such as `__pfx_foo`, or of a clone, that of the function that it is a part of. */
  readonly functions: ReadonlyMap<number, number>;
}

/** What names are read of. */
interface NamedKernel {
  readonly elf: Elf;
  readonly table: SymbolTable;
  /** Undefined where a link map gives objects. */
  readonly files: SourceFiles | undefined;
  /** Those whose symbols are asked for. */
  readonly sections: readonly CodeOfFunctions[];
}

/** More than any number of a text. */
const NO_NAME = 0xffff_ffff;

/** Reads the names of all symbols that own bytes. */
export function ownerNames(kernel: NamedKernel, texts: StringInterner): OwnerNames {
  const { elf, table, files, sections } = kernel;
  const { ids, dotted } = foldedNames(kernel, texts);
  const prefixes = prefixedFunctions(table, sections);
  for (const [prefix, row] of prefixes) ids[prefix] = ids[row]!;
  if (files === undefined) return { ids, functions: prefixes };
  const clones = functionsOfClones({ elf, table, files, ids, idCount: texts.count(), dotted, sections });
  const functions = new Map(clones);
  for (const [prefix, row] of prefixes) functions.set(prefix, clones.get(row) ?? row);
  return { ids, functions };
}

/** Numbers of names by row, and the rows whose names have a dot. */
interface FoldedNames {
  readonly ids: Uint32Array;
  readonly dotted: readonly number[];
}

/**
 * In the order of the symbol table, which is that of the string table: to read names here and there, as addresses lead to
 * them, takes several times as long where there are 1,000,000.
 */
function foldedNames({ table, sections }: NamedKernel, texts: StringInterner): FoldedNames {
  const ids = new Uint32Array(table.count).fill(NO_NAME);
  const dotted: number[] = [];
  const { bytes, starts } = table.names;
  for (const { rows } of sections) {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const start = starts[row]!;
      const end = endOfPlain(bytes, start);
      if (end !== IS_DOTTED && !beginsCounted(bytes, start)) {
        ids[row] = texts.idOf(bytes, start, end);
        continue;
      }
      if (end === IS_DOTTED) dotted.push(row);
      const name = { bytes, start, end: bytes.indexOf(0, start) };
      ids[row] = canonicalName(name, namedAs(table, row), texts.idOf);
    }
  }
  return { ids, dotted };
}

const DOT = 0x2e;
const IS_DOTTED = -1;

/** Where a name ends that has no dot, as most have none. */
function endOfPlain(bytes: Uint8Array, start: number): number {
  for (let end = start; ; end++) {
    if (bytes[end] === DOT) return IS_DOTTED;
    if (bytes[end] === 0) return end;
  }
}
