import { compareNames } from './compare-names.ts';

interface Named {
  readonly name: string;
}

/** What goes before what. */
export interface Ranking<Row> {
  /** Returns an integer; the largest comes first. */
  readonly rankOf: (row: Row) => number;
  /** The order of names of one rank. */
  readonly names: 'ascending' | 'descending';
}

/** Sorts by rank, then by name as `compareNames` does. */
export function sortRows<Row extends Named>(rows: readonly Row[], { rankOf, names }: Ranking<Row>): Row[] {
  const sign = names === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => rankOf(b) - rankOf(a) || sign * compareNames(a.name, b.name));
}
