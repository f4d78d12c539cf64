/** Gathers the changed cells of two kernels into one row for each owner: moved and renamed ones are one row, not two. */
import { STB_LOCAL } from '../../elf/constants.ts';
import { UNNAMED, printableText } from '../../elf/symbols/names.ts';
import type { Accounting } from '../accounting/accounting.ts';
import { OWNER_KINDS, type OwnerKind } from '../accounting/owner-cells.ts';
import { sortRows } from '../columns/sort-rows.ts';
import { NO_ID } from '../columns/string-interner.ts';
import { type TripleIndex, tripleIndex } from '../columns/triple-index.ts';
import { type Owner, mergeMoved, matchRenames } from './match-renames.ts';
import { NO_CELL, type PairedCells } from './pair-owners.ts';

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
  /** The object that holds it; undefined where nothing says which. */
  readonly object: string | undefined;
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

/** A row before its other names are looked up. */
export interface NamelessRow extends Omit<
  OwnerRow,
  'aliases' | 'clones' | 'inlinedInto' | 'splitFrom' | 'definition'
> {
  /** Rows of the symbol tables that name it, 0 for none. */
  readonly symbols: BothSides;
  /** Numbers of its name among the texts of each side, `NO_ID` where that does not have it. */
  readonly names: BothSides;
}

interface BothSides {
  readonly base: number;
  readonly head: number;
}

/** Rows by descending change, whichever its sign; then by name. */
export function ownerRows(paired: PairedCells, base: Accounting, head: Accounting): NamelessRow[] {
  const owners = changedOwners(paired);
  const contentsOf = (owner: Owner): number => {
    const { base: gone, head: come } = symbolsOf(firstCells(owner, paired), base, head);
    return come === 0 ? base.contentsOf(gone) : head.contentsOf(come);
  };
  const isStatic = (owner: Owner): boolean => {
    const { base: gone, head: come } = symbolsOf(firstCells(owner, paired), base, head);
    return (come === 0 ? base.table.bindings[gone] : head.table.bindings[come]) === STB_LOCAL;
  };
  const merged = matchRenames(mergeMoved(owners, paired, isStatic), paired, contentsOf);
  const rows = merged.map((owner) => {
    const cells = firstCells(owner, paired);
    return describe(owner, paired, {
      symbols: symbolsOf(cells, base, head),
      names: namesOf(cells, base, head),
    });
  });
  // Of two changes of one size the one that adds comes first.
  const rankOf = ({ delta }: NamelessRow): number => 2 * Math.abs(delta) + (delta > 0 ? 1 : 0);
  return sortRows(rows, { rankOf, names: 'ascending' });
}

/** All cells of each owner that changed in at least one section. */
function changedOwners(paired: PairedCells): Owner[] {
  const isChanged = new Uint8Array(paired.nameCount);
  const keys = tripleIndex(1024);
  const owners: Owner[] = [];
  for (let row = 0; row < paired.count; row++) {
    if (paired.base[row] === paired.head[row]) continue;
    isChanged[paired.names[row]!] = 1;
    const key = keyOf(keys, paired, row);
    if (key === owners.length) owners.push(newOwner(paired, row));
  }
  for (let row = 0; row < paired.count; row++) {
    if (isChanged[paired.names[row]!] === 0) continue;
    // Other owners of the same name come behind those that changed.
    const owner = owners[keyOf(keys, paired, row)];
    if (owner === undefined) continue;
    owner.cells.push(row);
    owner.base += paired.base[row]!;
    owner.head += paired.head[row]!;
  }
  return owners;
}

function keyOf(keys: TripleIndex, { names, objects, kinds }: PairedCells, row: number): number {
  return keys.rowOf(names[row]!, objects[row]!, kinds[row]!);
}

function newOwner({ kinds, names, objects }: PairedCells, row: number): Owner {
  return {
    kind: kinds[row]!,
    name: names[row]!,
    object: objects[row]!,
    cells: [],
    base: 0,
    head: 0,
    movedFrom: undefined,
    renamedFrom: undefined,
  };
}

/** The first cell of an owner on each side, `NO_CELL` for none. */
function firstCells({ cells }: Owner, { baseCells, headCells }: PairedCells): BothSides {
  let [base, head] = [NO_CELL, NO_CELL];
  for (let i = cells.length - 1; i >= 0; i--) {
    const cell = cells[i]!;
    if (baseCells[cell] !== NO_CELL) base = baseCells[cell]!;
    if (headCells[cell] !== NO_CELL) head = headCells[cell]!;
  }
  return { base, head };
}

function symbolsOf(cells: BothSides, base: Accounting, head: Accounting): BothSides {
  return {
    base: cells.base === NO_CELL ? 0 : base.cells.symbols[cells.base]!,
    head: cells.head === NO_CELL ? 0 : head.cells.symbols[cells.head]!,
  };
}

function namesOf(cells: BothSides, base: Accounting, head: Accounting): BothSides {
  return {
    base: cells.base === NO_CELL ? NO_ID : base.cells.names[cells.base]!,
    head: cells.head === NO_CELL ? NO_ID : head.cells.names[cells.head]!,
  };
}

function describe(
  owner: Owner,
  paired: PairedCells,
  { symbols, names }: Pick<NamelessRow, 'symbols' | 'names'>,
): NamelessRow {
  const { textOf, objectNames } = paired;
  const kind = OWNER_KINDS[owner.kind]!;
  const name = printableText(textOf(owner.name));
  return {
    kind,
    name: kind === 'symbol' ? name || UNNAMED : name,
    object: objectNames[owner.object] || undefined,
    base: owner.base === 0 ? undefined : owner.base,
    head: owner.head === 0 ? undefined : owner.head,
    delta: owner.head - owner.base,
    cells: cellsOf(owner, paired),
    movedFrom: owner.movedFrom === undefined ? undefined : objectNames[owner.movedFrom]!,
    renamedFrom: owner.renamedFrom === undefined ? undefined : printableText(textOf(owner.renamedFrom)),
    symbols,
    names,
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
