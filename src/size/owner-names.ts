import type { SymbolTable } from '../elf/elf.ts';
import type { ByteStrings } from './byte-strings.ts';
import { ownerNameReader } from './owner-name-reader.ts';
import { hasPrefix } from './owner-name.ts';

/** The owner names of symbols, as columns with a place for each row of the symbol table. */
export interface OwnerNames {
  /** Numbers among the texts, `NO_NAME` for rows that were not asked for. */
  readonly ids: Uint32Array;
  /** 1 where the symbol's own name begins with `__pfx_`. */
  readonly prefixed: Uint8Array;
}

/** More than any number of a text. */
const NO_NAME = 0xffff_ffff;

/**
 * Reads the names of all `rows`. In the order of the symbol table, which is that of the string table: to read names here
 * and there, as addresses lead to them, takes several times as long where there are 1,000,000.
 */
export function ownerNames(table: SymbolTable, texts: ByteStrings, rows: readonly Uint32Array[]): OwnerNames {
  const names = { ids: new Uint32Array(table.count).fill(NO_NAME), prefixed: new Uint8Array(table.count) };
  const { bytes, starts } = table.names;
  const idOf = ownerNameReader(table, texts.idOf);
  for (const some of rows) {
    for (let i = 0; i < some.length; i++) {
      const row = some[i]!;
      names.ids[row] = idOf(row);
      names.prefixed[row] = hasPrefix(bytes, starts[row]!) ? 1 : 0;
    }
  }
  return names;
}
