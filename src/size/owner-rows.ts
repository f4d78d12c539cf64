/** Gathers the changed cells of two kernels into one row for each owner: moved and renamed ones are one row, not two. */
import { printableText } from '../elf/names.ts';
import type { Accounting } from './accounting.ts';
import { OWNER_KINDS, type OwnerKind } from './cells.ts';
import { type Owner, mergeMoved, mergeRenamed } from './merged-owners.ts';
import { compareNames } from './name-order.ts';
import type { PairedCells } from './paired-cells.ts';

/** Bytes of an owner in one section. */
interface OwnerCell {
  readonly section: string;
  readonly base: number;
  readonly head: number;
}

/** One owner whose bytes changed, or that moved or was renamed. */
export interface OwnerRow {
  readonly kind: OwnerKind;
  /** Of a literal its characters; head's name of a renamed symbol. */
  readonly name: string;
  /** '' where nothing says which. */
  readonly object: string;
  /** Bytes in all sections; undefined where that side does not have it. */
  readonly base: number | undefined;
  readonly head: number | undefined;
  readonly delta: number;
  /** The sections in which it changed. */
  readonly cells: readonly OwnerCell[];
  /** The object it was in at base, where that is another one. */
  readonly movedFrom: string | undefined;
  readonly renamedFrom: string | undefined;
  /** Other symbols of the same bytes. */
  readonly aliases: readonly string[];
  /** Marks of symbols that are counted in, such as `.cold` and `__pfx_`. */
  readonly clones: readonly string[];
  /** Functions that took it up: all that called it, and all of them grew. */
  readonly inlinedInto: readonly string[];
  /** Functions that it was a part of: all that call it, and all of them shrank. */
  readonly splitFrom: readonly string[];
  /** Where head's sources define it, for a function that grew; undefined where that cannot be told. */
  readonly definition: Definition | undefined;
}

/** A line of a source file, counted from 1. */
export interface Definition {
  readonly file: string;
  readonly line: number;
}

/** A row before its other names are looked up, with the rows of the symbol tables that name it, 0 for none. */
export interface NamelessRow extends Omit<
  OwnerRow,
  'aliases' | 'clones' | 'inlinedInto' | 'splitFrom' | 'definition'
> {
  readonly symbols: { readonly base: number; readonly head: number };
}

const STB_LOCAL = 0;

/** Rows by descending change, whichever its sign; then by name. */
export function ownerRows(paired: PairedCells, base: Accounting, head: Accounting): NamelessRow[] {
  const owners = changedOwners(paired);
  const symbolsOf = symbolReader(paired, base, head);
  const contentsOf = (owner: Owner): number => {
    const symbols = symbolsOf(owner);
    return symbols.head === 0 ? base.contentsOf(symbols.base) : head.contentsOf(symbols.head);
  };
  const isStatic = (owner: Owner): boolean => {
    const symbols = symbolsOf(owner);
    return symbols.head === 0
      ? base.table.bindings[symbols.base] === STB_LOCAL
      : head.table.bindings[symbols.head] === STB_LOCAL;
  };
  const merged = mergeRenamed(mergeMoved(owners, paired, isStatic), paired, contentsOf);
  return merged
    .map((owner) => describe(owner, paired, symbolsOf(owner)))
    .toSorted(
      (a, b) => Math.abs(b.delta) - Math.abs(a.delta) || b.delta - a.delta || compareNames(a.name, b.name),
    );
}

/** All cells of each owner that changed in at least one section. */
function changedOwners(paired: PairedCells): Owner[] {
  const owners = new Map<number, Owner>();
  const changedNames = new Set<number>();
  const keyOf = (row: number): number =>
    (paired.names[row]! * paired.objectNames.length + paired.objects[row]!) * OWNER_KINDS.length +
    paired.kinds[row]!;
  for (let row = 0; row < paired.count; row++) {
    if (paired.base[row] === paired.head[row]) continue;
    changedNames.add(paired.names[row]!);
    owners.set(keyOf(row), {
      kind: paired.kinds[row]!,
      name: paired.names[row]!,
      object: paired.objects[row]!,
      cells: [],
      base: 0,
      head: 0,
    });
  }
  for (let row = 0; row < paired.count; row++) {
    if (!changedNames.has(paired.names[row]!)) continue;
    const owner = owners.get(keyOf(row));
    if (owner === undefined) continue;
    owner.cells.push(row);
    owner.base += paired.base[row]!;
    owner.head += paired.head[row]!;
  }
  return [...owners.values()];
}

/** Rows of the symbol tables that name an owner, 0 for none. */
function symbolReader(
  paired: PairedCells,
  base: Accounting,
  head: Accounting,
): (owner: Owner) => NamelessRow['symbols'] {
  const first = (columns: Int32Array, { cells }: Accounting, owner: Owner): number => {
    const row = owner.cells.find((cell) => columns[cell] !== -1);
    return row === undefined ? 0 : cells.symbols[columns[row]!]!;
  };
  return (owner) => ({
    base: first(paired.baseCells, base, owner),
    head: first(paired.headCells, head, owner),
  });
}

function describe(owner: Owner, paired: PairedCells, symbols: NamelessRow['symbols']): NamelessRow {
  const { texts, objectNames } = paired;
  const nameOf = (name: number): string => printableText(texts.bytesOf(name));
  return {
    kind: OWNER_KINDS[owner.kind]!,
    name: nameOf(owner.name),
    object: objectNames[owner.object]!,
    base: owner.base === 0 ? undefined : owner.base,
    head: owner.head === 0 ? undefined : owner.head,
    delta: owner.head - owner.base,
    cells: cellsOf(owner, paired),
    movedFrom: owner.movedFrom === undefined ? undefined : objectNames[owner.movedFrom]!,
    renamedFrom: owner.renamedFrom === undefined ? undefined : nameOf(owner.renamedFrom),
    symbols,
  };
}

/** One for each section whose bytes changed. */
function cellsOf({ cells }: Owner, paired: PairedCells): OwnerCell[] {
  if (cells.length === 1) return [cellOf(cells[0]!, paired)];
  const sections = new Map<string, { base: number; head: number }>();
  for (const cell of cells) {
    const name = paired.sectionNames[paired.sections[cell]!]!;
    const { base, head } = sections.get(name) ?? { base: 0, head: 0 };
    sections.set(name, { base: base + paired.base[cell]!, head: head + paired.head[cell]! });
  }
  return [...sections]
    .filter(([, { base, head }]) => base !== head)
    .map(([section, { base, head }]) => ({ section, base, head }));
}

function cellOf(cell: number, { sectionNames, sections, base, head }: PairedCells): OwnerCell {
  return { section: sectionNames[sections[cell]!]!, base: base[cell]!, head: head[cell]! };
}
