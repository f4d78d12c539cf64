import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_ID, stringInterner } from '../../../src/size/columns/string-interner.ts';

const many = fc.array(fc.uint8Array({ maxLength: 6, max: 3 }), { maxLength: 200, size: 'max' });

/** Numbers in the order of first use, by a Map of texts. */
function numbers(all: readonly Uint8Array[]): number[] {
  const ids = new Map<string, number>();
  return all.map((one) => {
    const id = ids.get(one.join()) ?? ids.size;
    ids.set(one.join(), id);
    return id;
  });
}

test('equal bytes have one number, others the next, however few were expected', () => {
  fc.assert(
    fc.property(fc.nat(10), many, (expected, all) => {
      const strings = stringInterner(expected);
      expect(all.map((one) => strings.idOf(one, 0, one.length))).toEqual(numbers(all));
      expect(strings.count()).toBe(new Set(all.map((one) => one.join())).size);
    }),
  );
});

test('the bytes of a number are those that it was given for', () => {
  fc.assert(
    fc.property(fc.nat(10), many, (expected, all) => {
      const strings = stringInterner(expected);
      const ids = all.map((one) => strings.idOf(one, 0, one.length));
      expect(ids.map((id) => strings.bytesOf(id))).toEqual(all);
    }),
  );
});

test('bytes inside of others are found', () => {
  const strings = stringInterner(1);
  const whole = Uint8Array.from([1, 2, 3, 1, 2]);
  expect([strings.idOf(whole, 0, 2), strings.idOf(whole, 2, 5), strings.idOf(whole, 3, 5)]).toEqual([
    0, 1, 0,
  ]);
});

test('a later change of the bytes does not change what was numbered', () => {
  const strings = stringInterner(1);
  const given = Uint8Array.from([1, 2]);
  strings.idOf(given, 0, 2);
  given.fill(9);
  expect([...strings.bytesOf(0)]).toEqual([1, 2]);
});

test('a string that is longer than the room for all is taken', () => {
  const strings = stringInterner(0);
  const long = new Uint8Array(100_000).fill(7);
  expect(strings.bytesOf(strings.idOf(long, 0, long.length))).toEqual(long);
});

test('strings have their number also where others come between, are left out or come again', () => {
  fc.assert(
    fc.property(many, fc.array(fc.tuple(fc.nat(200), fc.nat(8)), { maxLength: 60 }), (all, runs) => {
      const strings = stringInterner(1);
      const ids = all.map((one) => strings.idOf(one, 0, one.length));
      for (const [start, length] of runs) {
        const some = all.slice(start, start + length);
        expect(some.map((one) => strings.idOf(one, 0, one.length))).toEqual(ids.slice(start, start + length));
      }
    }),
  );
});

test('all strings of another kernel are found at once, in whatever order', () => {
  fc.assert(
    fc.property(many, many, (all, others) => {
      const [strings, theirs] = [stringInterner(1), stringInterner(1)];
      const ids = new Map(all.map((one) => [one.join(), strings.idOf(one, 0, one.length)]));
      const different = [...new Map(others.map((one) => [one.join(), one])).values()];
      for (const one of different) theirs.idOf(one, 0, one.length);
      expect([...strings.findAll(theirs)]).toEqual(different.map((one) => ids.get(one.join()) ?? NO_ID));
    }),
  );
});
