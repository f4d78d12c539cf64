/** Gathers the bytes of owners into columns while the sections of one kernel are walked through. */
import { type ByteStrings, byteStrings } from './byte-strings.ts';

/** What owns bytes. */
export const OWNER_KINDS = ['symbol', 'literal', 'table', 'fill', 'unattributed'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** One row for each different owner in each section, as columns. */
export interface Cells {
  readonly count: number;
  /** Index into `OWNER_KINDS`. */
  readonly kinds: Uint8Array;
  /** Number of the owner's name among `texts`. */
  readonly names: Uint32Array;
  readonly texts: ByteStrings;
  /** Index into `Accounting.objects` and `Accounting.sections`. */
  readonly objects: Uint32Array;
  readonly sections: Uint32Array;
  readonly bytes: Float64Array;
  /** Row of the symbol table that owns the first bytes; 0 for other owners. */
  readonly symbols: Uint32Array;
}

/** Some bytes of one owner; `name` and `object` as the collector numbers them. */
export interface OwnedBytes {
  readonly kind: OwnerKind;
  readonly name: number;
  readonly object: number;
  readonly bytes: number;
  readonly symbol: number;
}

const NONE = -1;
const encoder = new TextEncoder();

/** Collects for a kernel of about `expected` symbols, section after section. */
export function cellCollector(expected: number) {
  const texts = byteStrings(expected);
  const ownNames = new Map<string, number>();
  const objects = new Map([['', 0]]);
  let columns = newColumns(expected + 1024);
  let count = 0;
  /** The last cell of each name, and of each cell the one before it with the same name. */
  let lastOfName = new Int32Array(2 * expected + 1024).fill(NONE);
  let section = 0;

  /** Cells of former sections end the search: they are all behind those of this one. */
  function find({ name, object }: OwnedBytes, kind: number): number {
    for (let cell = lastOfName[name]!; cell !== NONE; cell = columns.former[cell]!) {
      if (columns.sections[cell] !== section) return NONE;
      if (columns.objects[cell] === object && columns.kinds[cell] === kind) return cell;
    }
    return NONE;
  }

  function makeRoom(name: number): void {
    if (count === columns.kinds.length) columns = newColumns(2 * count, columns);
    if (name < lastOfName.length) return;
    const longer = new Int32Array(2 * name).fill(NONE);
    longer.set(lastOfName);
    lastOfName = longer;
  }

  return {
    texts,
    /** The number of a name that is no symbol's. */
    nameId: (name: string): number => {
      const known = ownNames.get(name);
      if (known !== undefined) return known;
      const bytes = encoder.encode(name);
      const id = texts.idOf(bytes, 0, bytes.length);
      ownNames.set(name, id);
      return id;
    },
    objectId: (object: string): number => {
      const known = objects.get(object);
      if (known !== undefined) return known;
      objects.set(object, objects.size);
      return objects.size - 1;
    },
    beginSection: (index: number): void => {
      section = index;
    },
    add: (owned: OwnedBytes): void => {
      makeRoom(owned.name);
      const kind = OWNER_KINDS.indexOf(owned.kind);
      const known = find(owned, kind);
      if (known !== NONE) {
        columns.bytes[known]! += owned.bytes;
        return;
      }
      columns.former[count] = lastOfName[owned.name]!;
      lastOfName[owned.name] = count;
      columns.kinds[count] = kind;
      columns.names[count] = owned.name;
      columns.objects[count] = owned.object;
      columns.sections[count] = section;
      columns.bytes[count] = owned.bytes;
      columns.symbols[count] = owned.symbol;
      count++;
    },
    finish: (): { objects: readonly string[]; cells: Cells } => ({
      objects: [...objects.keys()],
      cells: { count, texts, ...columns },
    }),
  };
}

type Columns = Omit<Cells, 'count' | 'texts'> & { readonly former: Int32Array };

/** Columns of `length` rows that begin with those of `old`. */
function newColumns(length: number, old?: Columns): Columns {
  return {
    kinds: lengthened(new Uint8Array(length), old?.kinds),
    names: lengthened(new Uint32Array(length), old?.names),
    objects: lengthened(new Uint32Array(length), old?.objects),
    sections: lengthened(new Uint32Array(length), old?.sections),
    bytes: lengthened(new Float64Array(length), old?.bytes),
    symbols: lengthened(new Uint32Array(length), old?.symbols),
    former: lengthened(new Int32Array(length), old?.former),
  };
}

function lengthened<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(column: T, old?: T): T {
  if (old !== undefined) column.set(old);
  return column;
}
