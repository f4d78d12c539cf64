import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascendingOrder } from '../../../src/size/columns/radix-sort.ts';

const few = fc.array(fc.nat(5), { maxLength: 30 });
const many = fc.array(fc.oneof(fc.nat(300), fc.nat(2 ** 32 - 1)), { minLength: 20, maxLength: 200 });

test('keys come in ascending order, equal ones in the order that they had', () => {
  fc.assert(
    fc.property(fc.oneof(few, many), (keys) => {
      const expected = [...keys.keys()].toSorted((a, b) => keys[a]! - keys[b]! || a - b);
      expect([...ascendingOrder(Uint32Array.from(keys))]).toEqual(expected);
    }),
  );
});
