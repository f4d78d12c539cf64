/** Lays the owners of two kernels side by side: one row for each owner in each section that either of them has. */
import type { Accounting } from '../accounting/accounting.ts';
import { OWNER_KINDS, kindsAndObjects, withKind } from '../accounting/owner-cells.ts';
import { NO_ID } from '../columns/string-interner.ts';
import { tripleIndex } from '../columns/triple-index.ts';

/** Rows as columns; numbers of names, objects and sections that both kernels share. */
export interface PairedCells {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  /** Names are numbers below it. */
  readonly nameCount: number;
  readonly objects: Uint32Array;
  readonly sections: Uint32Array;
  /** Bytes on each side, 0 where it does not have the owner there. */
  readonly base: Float64Array;
  readonly head: Float64Array;
  /** The cell on each side, `NO_CELL` for none. */
  readonly baseCells: Int32Array;
  readonly headCells: Int32Array;
  /** The bytes of a name. */
  readonly textOf: (name: number) => Uint8Array;
  readonly objectNames: readonly string[];
  readonly sectionNames: readonly string[];
}

export const NO_CELL = -1;

const FILL = OWNER_KINDS.indexOf('fill');

/** Pairs by kind, name, object and section; fill is nobody's, so its object does not tell it apart. */
export function pairCells(base: Accounting, head: Accounting): PairedCells {
  const names = sharedNames(base, head);
  const objects = new Map<string, number>();
  const sections = new Map<string, number>();
  // Both have most owners in common.
  const owners = tripleIndex(Math.ceil(1.25 * Math.max(base.cells.count, head.cells.count)));

  /** The row of each cell. */
  function rowsOf({ cells, ...side }: Accounting, nameOf: (id: number) => number): Uint32Array {
    const objectIds = side.objects.map((name) => numberOf(objects, name));
    const sectionIds = side.sections.map(({ name }) => numberOf(sections, name));
    const rows = new Uint32Array(cells.count);
    for (let cell = 0; cell < cells.count; cell++) {
      const kind = cells.kinds[cell]!;
      const object = kind === FILL ? 0 : objectIds[cells.objects[cell]!]!;
      const section = sectionIds[cells.sections[cell]!]!;
      rows[cell] = owners.rowOf(nameOf(cells.names[cell]!), withKind(object, kind), section);
    }
    return rows;
  }

  const rows = { base: rowsOf(base, (id) => id), head: rowsOf(head, names.ofHead) };
  const { first, second, third } = owners.columns();
  return {
    count: first.length,
    ...kindsAndObjects(second),
    names: first,
    sections: third,
    base: sumsOf(base, rows.base, first.length),
    head: sumsOf(head, rows.head, first.length),
    baseCells: cellsOf(rows.base, first.length),
    headCells: cellsOf(rows.head, first.length),
    nameCount: names.count,
    textOf: names.textOf,
    objectNames: [...objects.keys()],
    sectionNames: [...sections.keys()],
  };
}

interface SharedNames {
  readonly count: number;
  readonly ofHead: (id: number) => number;
  readonly textOf: PairedCells['textOf'];
}

/** Names that base has keep its numbers; those of head alone come behind them. */
function sharedNames(base: Accounting, head: Accounting): SharedNames {
  const [ours, theirs] = [base.cells.texts, head.cells.texts];
  if (ours === theirs) return { count: ours.count(), ofHead: (id) => id, textOf: ours.bytesOf };
  const known = ours.count();
  const ids = ours.findAll(theirs);
  const added: number[] = [];
  for (let id = 0; id < ids.length; id++) {
    if (ids[id] === NO_ID) ids[id] = known + added.push(id) - 1;
  }
  return {
    count: known + added.length,
    ofHead: (id) => ids[id]!,
    textOf: (name) => (name < known ? ours.bytesOf(name) : theirs.bytesOf(added[name - known]!)),
  };
}

function sumsOf({ cells }: Accounting, rows: Uint32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let cell = 0; cell < rows.length; cell++) sums[rows[cell]!]! += cells.bytes[cell]!;
  return sums;
}

/** Of several cells of one row the last one. */
function cellsOf(rows: Uint32Array, count: number): Int32Array {
  const cells = new Int32Array(count).fill(NO_CELL);
  for (let cell = 0; cell < rows.length; cell++) cells[rows[cell]!] = cell;
  return cells;
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
