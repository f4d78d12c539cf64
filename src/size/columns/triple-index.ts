/** Gives each different triple of numbers a row: a hash table without an object for each of 1,000,000 symbols. */

/** Rows count up from 0 in the order of first use; the numbers are integers from 0 up to 2^32. */
export interface TripleIndex {
  /** The row of a triple. `first` counts up: room is made for each of the numbers up to it. */
  readonly rowOf: (first: number, second: number, third: number) => number;
  readonly count: () => number;
  /** The numbers of all rows. */
  readonly columns: () => TripleColumns;
}

interface TripleColumns {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
}

const NONE = -1;

/** Makes room for about `expected` rows; more are taken too. */
export function tripleIndex(expected: number): TripleIndex {
  let columns = newColumns(expected + 64);
  let count = 0;
  /** The first row of each first number: most have one row, which is found here without a search. */
  let earliest = new Int32Array(expected + 64).fill(NONE);
  /** A hash table of all other rows. */
  let slots = new Int32Array(64).fill(NONE);
  let others = 0;

  function isAt(row: number, first: number, rest: Rest): boolean {
    return (
      columns.first[row] === first && columns.second[row] === rest.second && columns.third[row] === rest.third
    );
  }

  function slotOf(first: number, rest: Rest): number {
    let slot = hashOf(first, rest) & (slots.length - 1);
    for (let row = slots[slot]!; row !== NONE && !isAt(row, first, rest); row = slots[slot]!) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  function append(first: number, { second, third }: Rest): number {
    if (count === columns.first.length) columns = newColumns(2 * count, columns);
    columns.first[count] = first;
    columns.second[count] = second;
    columns.third[count] = third;
    return count++;
  }

  function makeSlots(): void {
    if (2 * others < slots.length) return;
    const rows = slots.filter((row) => row !== NONE);
    slots = new Int32Array(4 * slots.length).fill(NONE);
    for (const row of rows) {
      const rest = { second: columns.second[row]!, third: columns.third[row]! };
      slots[slotOf(columns.first[row]!, rest)] = row;
    }
  }

  function otherRow(first: number, rest: Rest): number {
    makeSlots();
    const slot = slotOf(first, rest);
    if (slots[slot] === NONE) {
      slots[slot] = append(first, rest);
      others++;
    }
    return slots[slot]!;
  }

  return {
    rowOf: (first, second, third) => {
      if (first >= earliest.length) {
        earliest = lengthened(new Int32Array(2 * first + 2).fill(NONE), earliest);
      }
      const row = earliest[first]!;
      const rest = { second, third };
      if (row === NONE) return (earliest[first] = append(first, rest));
      return isAt(row, first, rest) ? row : otherRow(first, rest);
    },
    count: () => count,
    columns: () => ({
      first: columns.first.subarray(0, count),
      second: columns.second.subarray(0, count),
      third: columns.third.subarray(0, count),
    }),
  };
}

interface Rest {
  readonly second: number;
  readonly third: number;
}

/** Each number times an odd one of its own; then the finalizer of MurmurHash3, so that each bit has a say in the slot. */
function hashOf(first: number, { second, third }: Rest): number {
  let hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b) ^ Math.imul(third, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

/** Columns of `length` rows that begin with those of `old`. */
function newColumns(length: number, old?: TripleColumns): TripleColumns {
  return {
    first: lengthened(new Uint32Array(length), old?.first),
    second: lengthened(new Uint32Array(length), old?.second),
    third: lengthened(new Uint32Array(length), old?.third),
  };
}

function lengthened<T extends Uint32Array | Int32Array>(column: T, old?: T): T {
  if (old !== undefined) column.set(old);
  return column;
}
