/** What else the symbols of an owner are called: aliases of its bytes, and the clones that were folded into it. */
import type { SymbolTable } from '../elf/elf.ts';
import { compareNames } from './name-order.ts';
import type { NamelessRow, OwnerRow } from './owner-rows.ts';
import { placeReader } from './symbol-places.ts';
import { cloneMark, hasPrefix, needsFolding, ownerName } from './owner-name.ts';

/** What a row is called beside its name. */
export type OtherNames = Pick<OwnerRow, 'aliases' | 'clones'>;

const NO_NAMES: readonly string[] = [];

/** The other names of a row, head's, or base's where head does not have the owner. */
export function otherNames(
  rows: readonly NamelessRow[],
  base: SymbolTable,
  head: SymbolTable,
): (row: NamelessRow) => OtherNames {
  const names = new Set(rows.filter(({ kind }) => kind === 'symbol').map(({ name }) => name));
  const rowsOf = (side: 'base' | 'head') =>
    new Set(rows.map(({ symbols }) => symbols[side]).filter((row) => row !== 0));
  const aliases = { base: aliasesOf(base, rowsOf('base')), head: aliasesOf(head, rowsOf('head')) };
  const clones = { base: clonesOf(base, names), head: clonesOf(head, names) };
  return (row) => {
    const side = row.head === undefined ? 'base' : 'head';
    return {
      aliases: aliases[side].get(row.symbols[side]) ?? NO_NAMES,
      clones: row.kind === 'symbol' ? (clones[side].get(row.name) ?? NO_NAMES) : NO_NAMES,
    };
  };
}

/** Names of each of the `wanted` rows of the symbol table, which own their bytes. */
function aliasesOf(table: SymbolTable, wanted: ReadonlySet<number>): ReadonlyMap<number, string[]> {
  const placeOf = placeReader(table);
  const owners = new Map<number, number>();
  for (const row of wanted) owners.set(placeOf(row), row);
  const aliases = new Map<number, string[]>();
  if (wanted.size === 0) return aliases;
  for (let row = 1; row < table.count; row++) {
    const owner = table.sizes[row] === 0 ? undefined : owners.get(placeOf(row));
    if (owner === undefined || owner === row) continue;
    aliases.set(owner, [...(aliases.get(owner) ?? []), table.name(row)]);
  }
  return new Map([...aliases].map(([row, names]) => [row, [...new Set(names)].toSorted(compareNames)]));
}

/** Marks such as `.cold` of the symbols that are accounted under each of the `wanted` names. */
function clonesOf(table: SymbolTable, wanted: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const { bytes, starts } = table.names;
  const clones = new Map<string, string[]>();
  if (wanted.size === 0) return clones;
  for (let row = 1; row < table.count; row++) {
    const start = starts[row]!;
    if (table.sizes[row] === 0) continue;
    if (!hasPrefix(bytes, start) && !needsFolding(bytes, start, bytes.indexOf(0, start))) continue;
    const name = table.name(row);
    const [owner, mark] = [ownerName(name), cloneMark(name)];
    if (mark === undefined || !wanted.has(owner)) continue;
    clones.set(owner, [...(clones.get(owner) ?? []), mark]);
  }
  return new Map([...clones].map(([name, marks]) => [name, [...new Set(marks)].toSorted(compareNames)]));
}
