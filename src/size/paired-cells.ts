/** Lays the owners of two kernels side by side: one row for each owner in each section that either of them has. */
import type { Accounting } from './accounting.ts';
import { type ByteStrings, byteStrings } from './byte-strings.ts';
import { OWNER_KINDS } from './cells.ts';

/** Rows as columns; numbers of names, objects and sections that both kernels share. */
export interface PairedCells {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly names: Uint32Array;
  readonly objects: Uint32Array;
  readonly sections: Uint32Array;
  /** Bytes on each side, 0 where it does not have the owner there. */
  readonly base: Float64Array;
  readonly head: Float64Array;
  /** The cell on each side, -1 for none. */
  readonly baseCells: Int32Array;
  readonly headCells: Int32Array;
  readonly texts: ByteStrings;
  readonly objectNames: readonly string[];
  readonly sectionNames: readonly string[];
}

const NONE = -1;
const FILL = OWNER_KINDS.indexOf('fill');

/** Pairs by kind, name, object and section; fill is nobody's, so its object does not tell it apart. */
export function pairCells(base: Accounting, head: Accounting): PairedCells {
  const texts = byteStrings(Math.max(base.cells.count, head.cells.count));
  const objects = new Map<string, number>();
  const sections = new Map<string, number>();
  const most = base.cells.count + head.cells.count;
  const rows = {
    kinds: new Uint8Array(most),
    names: new Uint32Array(most),
    objects: new Uint32Array(most),
    sections: new Uint32Array(most),
    base: new Float64Array(most),
    head: new Float64Array(most),
    baseCells: new Int32Array(most).fill(NONE),
    headCells: new Int32Array(most).fill(NONE),
  };
  let count = 0;
  /** The last row of each name, and of each row the one before it with the same name. */
  const lastOfName = new Int32Array(base.cells.texts.count() + head.cells.texts.count()).fill(NONE);
  const former = new Int32Array(most);

  function rowOf(name: number, object: number, { section, kind }: { section: number; kind: number }): number {
    for (let row = lastOfName[name]!; row !== NONE; row = former[row]!) {
      if (rows.objects[row] === object && rows.sections[row] === section && rows.kinds[row] === kind)
        return row;
    }
    former[count] = lastOfName[name]!;
    lastOfName[name] = count;
    rows.kinds[count] = kind;
    rows.names[count] = name;
    rows.objects[count] = object;
    rows.sections[count] = section;
    return count++;
  }

  function addSide({ cells, ...side }: Accounting, bytes: Float64Array, cellOf: Int32Array): void {
    const nameIds = Array.from({ length: cells.texts.count() }, (_, id) => {
      const text = cells.texts.bytesOf(id);
      return texts.idOf(text, 0, text.length);
    });
    const objectIds = side.objects.map((name) => numberOf(objects, name));
    const sectionIds = side.sections.map(({ name }) => numberOf(sections, name));
    for (let cell = 0; cell < cells.count; cell++) {
      const kind = cells.kinds[cell]!;
      const object = kind === FILL ? 0 : objectIds[cells.objects[cell]!]!;
      const section = sectionIds[cells.sections[cell]!]!;
      const row = rowOf(nameIds[cells.names[cell]!]!, object, { section, kind });
      bytes[row]! += cells.bytes[cell]!;
      cellOf[row] = cell;
    }
  }

  addSide(base, rows.base, rows.baseCells);
  addSide(head, rows.head, rows.headCells);
  return {
    count,
    ...rows,
    texts,
    objectNames: [...objects.keys()],
    sectionNames: [...sections.keys()],
  };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
