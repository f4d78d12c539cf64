/** Gathers the bytes of owners into columns while the sections of one kernel are walked through. */
import { type StringInterner, stringInterner } from '../columns/string-interner.ts';
import { tripleIndex } from '../columns/triple-index.ts';

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
  readonly texts: StringInterner;
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

const encoder = new TextEncoder();

const KIND_NUMBERS = Object.fromEntries(OWNER_KINDS.map((kind, number) => [kind, number])) as Readonly<
  Record<OwnerKind, number>
>;

/** Owners of a kernel with so many symbols: literals come to them. To make room later takes as long as to fill it. */
function expectedOwners(symbols: number): number {
  return Math.ceil(1.25 * symbols) + 1024;
}

/** Texts of the owners of a kernel with so many symbols. */
export function ownerTexts(symbols: number): StringInterner {
  return stringInterner(expectedOwners(symbols));
}

/** Collects for a kernel with so many symbols, section after section; what is new among `texts` is added to them. */
export function cellCollector(symbols: number, texts: StringInterner) {
  const expected = expectedOwners(symbols);
  const ownNames = new Map<string, number>();
  const objects = new Map([['', 0]]);
  const owners = tripleIndex(expected);
  let sums = newSums(expected);
  let section = 0;

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
    add: ({ kind, name, object, bytes, symbol }: OwnedBytes): void => {
      const former = owners.count();
      const cell = owners.rowOf(name, withKind(object, KIND_NUMBERS[kind]), section);
      if (cell === sums.bytes.length) sums = newSums(2 * cell, sums);
      if (cell === former) sums.symbols[cell] = symbol;
      sums.bytes[cell]! += bytes;
    },
    finish: (): { objects: readonly string[]; cells: Cells } => {
      const count = owners.count();
      const { first, second, third } = owners.columns();
      return {
        objects: [...objects.keys()],
        cells: {
          count,
          texts,
          ...kindsAndObjects(second),
          names: first,
          sections: third,
          bytes: sums.bytes.subarray(0, count),
          symbols: sums.symbols.subarray(0, count),
        },
      };
    },
  };
}

interface Sums {
  readonly bytes: Float64Array;
  readonly symbols: Uint32Array;
}

/** Columns of `length` rows that begin with those of `old`. */
function newSums(length: number, old?: Sums): Sums {
  const sums = { bytes: new Float64Array(length), symbols: new Uint32Array(length) };
  if (old !== undefined) {
    sums.bytes.set(old.bytes);
    sums.symbols.set(old.symbols);
  }
  return sums;
}

const KIND_BITS = 3;
/** V8 does not fold the power: in the loop below it would be computed for each of 1,000,000 rows. */
const KIND_MASK = 2 ** KIND_BITS - 1;

/** An object and a kind as one number. */
export function withKind(object: number, kind: number): number {
  return (object << KIND_BITS) | kind;
}

/** Takes such numbers apart. In a loop: `map` and `from` of typed arrays call a function for each of 1,000,000. */
export function kindsAndObjects(both: Uint32Array): Pick<Cells, 'kinds' | 'objects'> {
  const kinds = new Uint8Array(both.length);
  const objects = new Uint32Array(both.length);
  for (let i = 0; i < both.length; i++) {
    kinds[i] = both[i]! & KIND_MASK;
    objects[i] = both[i]! >>> KIND_BITS;
  }
  return { kinds, objects };
}
