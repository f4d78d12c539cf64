/** Finds the bytes of symbols by name, also by a name that does not own them: an alias, the mark of a clone. */
import type { SymbolTable } from '../../elf/elf.ts';
import { printableText } from '../../elf/symbols/names.ts';
import type { Accounting } from '../accounting/accounting.ts';
import { OWNER_KINDS } from '../accounting/owner-cells.ts';
import { placeReader } from '../accounting/symbol-places.ts';
import type { StringInterner } from '../columns/string-interner.ts';
import { isPartOfFunction, namedAs } from '../names/clone-marks.ts';

/** Of a name's bytes, from `start` up to `end`: of 200,000 names few are worth decoding. */
export type NameTest = (bytes: Uint8Array, start: number, end: number) => boolean;

const SYMBOL = OWNER_KINDS.indexOf('symbol');

/** Bytes of all owners of which a symbol has a wanted name, as `canonicalName` folds names; undefined where none has. */
export function symbolBytes(accounting: Accounting, isWanted: NameTest): number | undefined {
  const { cells } = accounting;
  const owners = wantedOwners(accounting, isWanted);
  if (owners.size === 0) return undefined;
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.kinds[cell] === SYMBOL && owners.has(ownerOf(accounting, cell))) sum += cells.bytes[cell]!;
  }
  return sum;
}

/** The names under which symbols are accounted. */
export function symbolNames({ table, nameIds, cells }: Accounting): string[] {
  const ids = new Set(Array.from(sizedRows(table), (row) => nameIds[row]!));
  return Array.from(ids, (id) => id).flatMap((id) =>
    id < cells.texts.count() ? [printableText(cells.texts.bytesOf(id))] : [],
  );
}

/** Owners that have a wanted name, or bytes at the address of a symbol that has one. */
function wantedOwners(accounting: Accounting, isWanted: NameTest): ReadonlySet<number> {
  const { cells, table } = accounting;
  const isNamed = wantedTexts(cells.texts, isWanted);
  const places = placesOf(accounting, isNamed);
  const placeOf = placeReader(table);
  const placeAt = new Map(places.map((place) => [place, place] as const));
  const owners = new Set<number>();
  const found = new Set<number>();
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.kinds[cell] !== SYMBOL) continue;
    const place = placeAt.get(placeOf(cells.symbols[cell]!));
    if (place !== undefined) found.add(place);
    if (place !== undefined || isNamed[cells.names[cell]!] === 1) owners.add(ownerOf(accounting, cell));
  }
  const unfound = places.filter((place) => !found.has(place));
  for (const owner of ownersBySharedName(accounting, unfound)) owners.add(owner);
  return owners;
}

/** 1 for the number of each text that is wanted. */
function wantedTexts(texts: StringInterner, isWanted: NameTest): Uint8Array {
  const { text, starts } = texts.columns();
  const answers = new Uint8Array(texts.count());
  for (let id = 0; id < answers.length; id++) {
    answers[id] = isWanted(text, starts[id]!, starts[id + 1]!) ? 1 : 0;
  }
  return answers;
}

/**
 * A cell knows the address of its first symbol alone, so one that begins with a clone is found by the names of the
 * symbols at a place, where they are the names of one owner.
 */
function ownersBySharedName(accounting: Accounting, places: readonly number[]): number[] {
  if (places.length === 0) return [];
  const { cells, nameIds, table } = accounting;
  const placeOf = placeReader(table);
  const namesAt = new Map(places.map((place) => [place, new Set<number>()]));
  for (const row of sizedRows(table)) namesAt.get(placeOf(row))?.add(nameIds[row]!);
  const wanted = new Set([...namesAt.values()].flatMap((names) => Array.from(names)));
  const owners = new Map<number, Set<number>>();
  for (const cell of symbolCells(accounting)) {
    const name = cells.names[cell]!;
    if (!wanted.has(name)) continue;
    owners.set(name, (owners.get(name) ?? new Set()).add(ownerOf(accounting, cell)));
  }
  return [...namesAt.values()].flatMap((names) => {
    const some = new Set(Array.from(names).flatMap((name) => Array.from(owners.get(name) ?? [])));
    return some.size === 1 ? Array.from(some) : [];
  });
}

function* symbolCells({ cells }: Accounting): Generator<number> {
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.kinds[cell] === SYMBOL) yield cell;
  }
}

/** A number for the name and the object of a cell. */
function ownerOf({ cells, objects }: Accounting, cell: number): number {
  return cells.names[cell]! * objects.length + cells.objects[cell]!;
}

function* sizedRows(table: SymbolTable): Generator<number> {
  for (let row = 1; row < table.count; row++) {
    if (table.sizes[row] !== 0 && table.sectionIndexes[row] !== 0) yield row;
  }
}

/** Where the symbols with wanted names are. */
function placesOf({ table, nameIds }: Accounting, isNamed: Uint8Array): number[] {
  const placeOf = placeReader(table);
  const places = new Set<number>();
  for (const row of sizedRows(table)) {
    if (isNamed[nameIds[row]!] !== 1) continue;
    // Compilers merge equal parts of functions that are otherwise nothing to each other.
    if (!isPartOfFunction(table.name(row), namedAs(table, row))) places.add(placeOf(row));
  }
  return [...places];
}
