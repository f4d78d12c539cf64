import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tripleIndex } from '../../../src/size/columns/triple-index.ts';

const number = fc.oneof(fc.nat(2), fc.constantFrom(2 ** 31, 2 ** 32 - 1));
const triple = fc.tuple(fc.nat(3), number, number);
const many = fc.array(triple, { maxLength: 300, size: 'max' });

test('equal triples have one row, others the next, however few were expected', () => {
  fc.assert(
    fc.property(fc.nat(10), many, (expected, triples) => {
      const rows = tripleIndex(expected);
      const known = new Map<string, number>();
      for (const one of triples) {
        const row = known.get(one.join()) ?? known.size;
        known.set(one.join(), row);
        expect(rows.rowOf(...one)).toBe(row);
      }
      expect(rows.count()).toBe(known.size);
    }),
  );
});

test('the columns have the numbers of each row, however many there are of one first number', () => {
  const rows = tripleIndex(1);
  const triples = Array.from({ length: 1000 }, (_, i) => [i % 3, i, 1000 - i] as const);
  for (const one of triples) rows.rowOf(...one);
  const { first, second, third } = rows.columns();
  expect(Array.from(first, (number_, row) => [number_, second[row], third[row]])).toEqual(triples);
});

test('a first number far beyond those before it is taken', () => {
  const rows = tripleIndex(1);
  expect([rows.rowOf(100_000, 1, 1), rows.rowOf(0, 1, 1), rows.rowOf(100_000, 1, 1)]).toEqual([0, 1, 0]);
});
