/** Puts rows of a table in order: 100,000 rows take most of the time of a table when they are compared one by one. */
import { compareNames } from './compare-names.ts';
import { ascendingOrder } from './radix-sort.ts';

interface Named {
  readonly name: string;
}

/** What goes before what. */
export interface Ranking<Row> {
  /** An integer; the largest comes first. */
  readonly rankOf: (row: Row) => number;
  /** The order of names of one rank. */
  readonly names: 'ascending' | 'descending';
}

/** Sorts by rank, then by name as `compareNames` does. */
export function sortRows<Row extends Named>(rows: readonly Row[], ranking: Ranking<Row>): Row[] {
  const { rankOf, names } = ranking;
  const ranks = new Float64Array(rows.map(rankOf));
  const ranked: Row[] = [];
  for (const run of runsOf(rows, descendingOrder(ranks), (row, next) => ranks[row] === ranks[next])) {
    const sorted = sortByName(run, 0);
    for (const row of names === 'ascending' ? sorted : sorted.toReversed()) ranked.push(row);
  }
  return ranked;
}

/** Ranks further apart than 2^32, of a damaged kernel, are compared one by one. */
function descendingOrder(ranks: Float64Array): Uint32Array {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < ranks.length; i++) {
    least = Math.min(least, ranks[i]!);
    most = Math.max(most, ranks[i]!);
  }
  if (most - least < 2 ** 32) return ascendingOrder(new Uint32Array(ranks.map((rank) => most - rank)));
  return Uint32Array.from(ranks.keys()).toSorted((a, b) => ranks[b]! - ranks[a]! || a - b);
}

/** Groups of neighbours in an order. */
function* runsOf<Row>(
  rows: readonly Row[],
  order: Uint32Array,
  isSame: (row: number, next: number) => boolean,
): Generator<Row[]> {
  for (let start = 0; start < order.length;) {
    const run = [rows[order[start]!]!];
    let end = start + 1;
    for (; end < order.length && isSame(order[start]!, order[end]!); end++) run.push(rows[order[end]!]!);
    yield run;
    start = end;
  }
}

/** Fewer are sorted faster by comparing them. */
const FEW = 24;

/** Characters that one key holds, of 8 bits each. */
const KEY_LENGTH = 4;

/** Names that have more characters in common are compared: only a damaged kernel has them. */
const MOST_KNOWN = 256;

/** Ascending; all names begin with the same `known` characters. */
function sortByName<Row extends Named>(rows: Row[], known: number): Row[] {
  if (rows.length === 1) return rows;
  const keys = rows.length < FEW || known > MOST_KNOWN ? undefined : keysOf(rows, known);
  if (keys === undefined) return rows.toSorted((a, b) => compareNames(a.name, b.name));
  const sorted: Row[] = [];
  for (const run of runsOf(rows, ascendingOrder(keys), (row, next) => keys[row] === keys[next])) {
    const isOver = run[0]!.name.length < known + KEY_LENGTH;
    for (const row of isOver ? run : sortByName(run, known + KEY_LENGTH)) sorted.push(row);
  }
  return sorted;
}

/** The next characters of each name as a number, 0 behind its end; undefined where some are not ASCII. */
function keysOf(rows: readonly Named[], known: number): Uint32Array | undefined {
  const keys = new Uint32Array(rows.length);
  for (let i = 0; i < keys.length; i++) {
    const { name } = rows[i]!;
    let key = 0;
    for (let at = known; at < known + KEY_LENGTH; at++) {
      const code = at < name.length ? name.charCodeAt(at) : 0;
      if (code > 0x7f) return undefined;
      key = key * 0x100 + code;
    }
    keys[i] = key;
  }
  return keys;
}
