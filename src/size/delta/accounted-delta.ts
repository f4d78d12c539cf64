/**
 * Every byte by which two kernels differ, once: the rows of a section sum to its change. What the table of
 * scripts/bloat-o-meter is blind to is here too: literals, tables, alignment.
 */
import type { Accounting } from '../accounting/accounting.ts';
import { type OtherNames, otherNames } from './aliases.ts';
import { type DirectoryPart, NO_OBJECT, directoryParts, subsystemParts } from './by-directory.ts';
import { type Inlining, NO_INLINING, findInlining } from './inlining.ts';
import { type NamelessRow, type OwnerRow, ownerRows } from './owner-rows.ts';
import { pairCells } from './pair-owners.ts';
import { type PartDelta, bytesByName, pairParts } from './part-delta.ts';

/** What the rows do not explain of a section's change: 0, or the tool is wrong. */
interface SectionAccount extends PartDelta {
  readonly residual: number;
}

/** The accounted table and what it sums to. */
export interface AccountedDelta {
  readonly rows: readonly OwnerRow[];
  /** All allocated sections, in head's order, then those that only base has. */
  readonly sections: readonly SectionAccount[];
  /** Bytes by object, all of them; one in brackets is what lies between objects, or all where no link map says which. */
  readonly objects: readonly PartDelta[];
  /** Bytes by directory, each with all below it; undefined in reports of earlier versions. */
  readonly directories?: readonly DirectoryPart[] | undefined;
  /** Bytes by subsystem of MAINTAINERS; sums to the same. */
  readonly subsystems: readonly PartDelta[];
  /** Whether link maps gave the objects of both sides. */
  readonly hasMaps: boolean;
}

/** Compares the accounts of two kernels; `subsystemOf` an object is '' where that is not known. */
export function accountedDelta(
  base: Accounting,
  head: Accounting,
  subsystemOf: (object: string) => string = () => '',
): AccountedDelta {
  const rows = describedRows(base, head);
  const objects = pairParts(bytesByObject(base), bytesByObject(head));
  return {
    rows,
    sections: sectionAccounts(base, head, rows),
    objects: objects.map((object) =>
      object.name === '' ? Object.assign({}, object, { name: NO_OBJECT }) : object,
    ),
    directories: directoryParts(objects),
    subsystems: subsystemParts(objects, subsystemOf),
    hasMaps: base.hasMap && head.hasMap,
  };
}

function describedRows(base: Accounting, head: Accounting): OwnerRow[] {
  const rows = ownerRows(pairCells(base, head), base, head);
  const namesOf = otherNames(rows, base, head);
  const inlining = findInlining(rows, base, head);
  return rows.map((row) => completeRow(row, namesOf(row), inlining.get(row) ?? NO_INLINING));
}

/** Field by field: a rest pattern over 100,000 rows takes longer than to find them. */
function completeRow(row: NamelessRow, names: OtherNames, { inlinedInto, splitFrom }: Inlining): OwnerRow {
  return {
    kind: row.kind,
    name: row.name,
    object: row.object,
    base: row.base,
    head: row.head,
    delta: row.delta,
    cells: row.cells,
    movedFrom: row.movedFrom,
    renamedFrom: row.renamedFrom,
    aliases: names.aliases,
    clones: names.clones,
    inlinedInto,
    splitFrom,
    definition: undefined,
  };
}

function sectionAccounts(base: Accounting, head: Accounting, rows: readonly OwnerRow[]): SectionAccount[] {
  const explained = new Map<string, number>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      explained.set(cell.section, (explained.get(cell.section) ?? 0) + cell.head - cell.base);
    }
  }
  return pairParts(bytesByName(base.sections), bytesByName(head.sections)).map((part) => {
    const change = part.head - part.base;
    const residual = change - (explained.get(part.name) ?? 0);
    return { name: part.name, base: part.base, head: part.head, residual };
  });
}

function bytesByObject({ cells, objects }: Accounting): Map<string, number> {
  const sums = new Float64Array(objects.length);
  for (let cell = 0; cell < cells.count; cell++) sums[cells.objects[cell]!]! += cells.bytes[cell]!;
  return new Map(
    objects.map((name, id) => [name, sums[id]!]).filter(([, bytes]) => bytes !== 0) as [string, number][],
  );
}
