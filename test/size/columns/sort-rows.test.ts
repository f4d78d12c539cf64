import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortRows } from '../../../src/size/columns/sort-rows.ts';

interface Row {
  readonly name: string;
  readonly rank: number;
}

const letters = fc.constantFrom('a', 'b', '_', '.0', 'aaaa', 'aaaaaaaa', 'é', '\u{1f600}', '\u{ff5e}');
const text = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(''));
const plain = fc.array(fc.constantFrom('a', 'b', 'aaaa'), { maxLength: 6 }).map((parts) => parts.join(''));

/** Rows of few ranks, so that many names are compared. */
function rowsOf(names: fc.Arbitrary<string>, ranks: fc.Arbitrary<number>): fc.Arbitrary<Row[]> {
  return fc.array(fc.record({ name: names, rank: ranks }), { maxLength: 150, size: 'max' });
}

/** By code points, as Python compares. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function ranked(rows: readonly Row[], names: 'ascending' | 'descending'): [number, string][] {
  return sortRows(rows, { rankOf: ({ rank }) => rank, names }).map(({ name, rank }) => [rank, name]);
}

const near = fc.integer({ min: -1, max: 1 });
const far = fc.constantFrom(-(2 ** 40), 0, 2 ** 40);

describe.each([
  ['plain names', rowsOf(plain, near)],
  ['any names', rowsOf(text, near)],
  ['ranks far apart', rowsOf(plain, far)],
])('%s', (_, rows) => {
  test('come by descending rank, then by ascending name', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const expected = given.toSorted((a, b) => b.rank - a.rank || compare(a.name, b.name));
        expect(ranked(given, 'ascending')).toEqual(expected.map(({ name, rank }) => [rank, name]));
      }),
    );
  });

  test('come by descending rank, then by descending name', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const expected = given.toSorted((a, b) => b.rank - a.rank || compare(b.name, a.name));
        expect(ranked(given, 'descending')).toEqual(expected.map(({ name, rank }) => [rank, name]));
      }),
    );
  });
});

test('names with thousands of characters in common are sorted too', () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ name: 'a'.repeat(5000) + (99 - i), rank: 0 }));
  const sorted = rows.map(({ name }) => name).toSorted(compare);
  expect(ranked(rows, 'ascending').map(([, name]) => name)).toEqual(sorted);
});
