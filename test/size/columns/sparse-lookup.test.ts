import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparseLookup } from '../../../src/size/columns/sparse-lookup.ts';

const key = fc.oneof(fc.nat(20), fc.nat(2 ** 31 - 1), fc.maxSafeNat());

test('each key has its value, others none', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat())), fc.array(key), (entries, others) => {
      const known = new Map(entries);
      const lookup = sparseLookup(entries);
      for (const one of [...known.keys(), ...others]) expect(lookup(one)).toBe(known.get(one));
    }),
  );
});

test('keys that differ in their upper halves alone are told apart', () => {
  const lookup = sparseLookup([
    [2 ** 32 + 1, 'a'],
    [2 ** 33 + 1, 'b'],
  ]);
  expect([lookup(1), lookup(2 ** 32 + 1), lookup(2 ** 33 + 1)]).toEqual([undefined, 'a', 'b']);
});
