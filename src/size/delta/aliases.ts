/** What else the symbols of an owner are called: aliases of its bytes, and the clones that were folded into it. */
import type { SymbolTable } from '../../elf/elf.ts';
import { printableText } from '../../elf/symbols/names.ts';
import type { Accounting } from '../accounting/accounting.ts';
import { placeReader } from '../accounting/symbol-places.ts';
import { compareNames } from '../columns/compare-names.ts';
import { marksIn, namedAs } from '../names/clone-marks.ts';
import { FUNCTION_PREFIXES } from '../names/generated-names.ts';
import { canonicalText } from '../names/owner-name-bytes.ts';
import type { NamelessRow, OwnerRow } from './owner-rows.ts';

/** What a row is called beside its name. */
export type OtherNames = Pick<OwnerRow, 'aliases' | 'clones'>;

const NO_NAMES: readonly string[] = [];

/** The other names of a row, head's, or base's where head does not have the owner. */
export function otherNames(
  rows: readonly NamelessRow[],
  base: Accounting,
  head: Accounting,
): (row: NamelessRow) => OtherNames {
  const sides = { base: namesOn('base', rows, base), head: namesOn('head', rows, head) };
  return (row) => {
    const side = sideOf(row);
    const { aliases, clones } = sides[side];
    return {
      aliases: aliases.get(row.symbols[side]) ?? NO_NAMES,
      clones: row.kind === 'symbol' ? (clones.get(row.names[side]) ?? NO_NAMES) : NO_NAMES,
    };
  };
}

type Side = 'base' | 'head';

function sideOf(row: NamelessRow): Side {
  return row.head === undefined ? 'base' : 'head';
}

/** By row of the symbol table, and by number of the name. */
interface NamesOfSide {
  readonly aliases: ReadonlyMap<number, readonly string[]>;
  readonly clones: ReadonlyMap<number, readonly string[]>;
}

function namesOn(side: Side, rows: readonly NamelessRow[], accounting: Accounting): NamesOfSide {
  const own = rows.filter((row) => sideOf(row) === side);
  const symbols = own.map((row) => row.symbols[side]).filter((symbol) => symbol !== 0);
  const names = own.filter(({ kind }) => kind === 'symbol').map((row) => row.names[side]);
  return { aliases: aliasesOf(accounting.table, symbols), clones: clonesOf(accounting, names) };
}

/** Names of each of the `wanted` rows of the symbol table, which own their bytes. */
function aliasesOf(table: SymbolTable, wanted: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const aliases = new Map<number, Set<string>>();
  const placeOf = placeReader(table);
  const ownerAt = new Map(wanted.map((row) => [placeOf(row), row] as const));
  for (let row = 1; wanted.length > 0 && row < table.count; row++) {
    const owner = table.sizes[row] === 0 ? undefined : ownerAt.get(placeOf(row));
    if (owner !== undefined && owner !== row) addTo(aliases, owner, table.name(row));
  }
  return sorted(aliases);
}

/** Marks such as `.cold` of the symbols that are accounted under each of the `wanted` names. */
function clonesOf(
  { table, cells, nameIds }: Accounting,
  wanted: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const clones = new Map<number, Set<string>>();
  const isWanted = new Uint8Array(cells.texts.count());
  for (const name of wanted) isWanted[name] = 1;
  for (let row = 1; wanted.length > 0 && row < table.count; row++) {
    const owner = nameIds[row]!;
    if (isWanted[owner] !== 1 || table.sizes[row] === 0) continue;
    const mark = cloneMarks(table, row, printableText(cells.texts.bytesOf(owner)));
    if (mark !== '') addTo(clones, owner, mark);
  }
  return sorted(clones);
}

/** `__pfx_.cold` of `__pfx_foo.cold`, which is accounted under `foo`. */
function cloneMarks(table: SymbolTable, row: number, owner: string): string {
  const of = namedAs(table, row);
  let [prefix, rest] = ['', table.name(row)];
  for (const { text } of [...FUNCTION_PREFIXES, ...FUNCTION_PREFIXES]) {
    if (!rest.startsWith(text) || canonicalText(rest, of) === owner) continue;
    prefix += text;
    rest = rest.slice(text.length);
  }
  return prefix + marksIn(rest, of);
}

function addTo(names: Map<number, Set<string>>, key: number, name: string): void {
  const known = names.get(key);
  if (known === undefined) names.set(key, new Set([name]));
  else known.add(name);
}

function sorted(names: ReadonlyMap<number, ReadonlySet<string>>): ReadonlyMap<number, readonly string[]> {
  return new Map(Array.from(names, ([key, some]) => [key, [...some].toSorted(compareNames)]));
}
