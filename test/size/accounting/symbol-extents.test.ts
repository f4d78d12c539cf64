import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { extentsOf } from '../../../src/size/accounting/symbol-extents.ts';

/** Offset and size of each symbol; the first of equal ones is the better name. */
type Symbols = readonly (readonly [offset: number, size: number])[];

const SIZE = 40;

/** Stretches as start, end and number of the symbol. */
function extents(symbols: Symbols, size = SIZE): number[][] {
  const stretches = extentsOf(Uint32Array.from(symbols.keys()), size, {
    offsetOf: (row) => symbols[row]![0],
    sizeOf: (row) => symbols[row]![1],
    compare: (a, b) => a - b,
  });
  const { count, starts, ends, symbols: owners } = stretches;
  return Array.from({ length: count }, (_, i) => [starts[i]!, ends[i]!, owners[i]!]);
}

/** The same as text: of symbols `0+12 4+4` the stretches `0..4=0 4..8=1 8..12=0`. */
function extentsText(symbols: string, size = SIZE): string {
  const given = symbols.split(' ').map((one) => one.split('+').map(Number) as [number, number]);
  return extents(given, size)
    .map(([start, end, row]) => `${start}..${end}=${row}`)
    .join(' ');
}

test.each([
  ['apart own their bytes', '0+4 8+4', '0..4=0 8..12=1'],
  ['in any order are sorted', '8+4 0+4', '0..4=1 8..12=0'],
  ['inside of another cut it', '0+12 4+4', '0..4=0 4..8=1 8..12=0'],
  ['that overlap end where the next begins', '0+8 4+8', '0..4=0 4..12=1'],
  ['at one address are the largest one', '0+4 0+8', '0..8=1'],
  ['of the same bytes are the better name', '0+8 0+8', '0..8=0'],
  ['that begin before the section are cut', '-4+8', '0..4=0'],
  ['that reach beyond the section are cut', '36+8', '36..40=0'],
  ['outside of the section are left out', '-8+8 40+4 1099511627776+4', ''],
])('symbols %s', (_, symbols, expected) => {
  expect(extentsText(symbols)).toBe(expected);
});

test('an offset that is too large to sort fast is sorted too', () => {
  expect(extentsText('0+4 1099511627776+4', 2 ** 41)).toBe('0..4=0 1099511627776..1099511627780=1');
});

test('many symbols in any order are sorted', () => {
  const rows = Array.from({ length: 500 }, (_, i) => (i * 7) % 500);
  const symbols = rows.map((row) => [row * 4, 4] as const);
  expect(extents(symbols, 2000)).toEqual(
    [...rows.keys()].map((at) => [at * 4, at * 4 + 4, rows.indexOf(at)]),
  );
});

/** The owner of each byte, byte by byte. */
function painted(symbols: Symbols): (number | undefined)[] {
  const ranked = [...symbols.entries()].toSorted(
    ([rowA, [startA, sizeA]], [rowB, [startB, sizeB]]) => startB - startA || sizeB - sizeA || rowA - rowB,
  );
  return Array.from(
    { length: SIZE },
    (_, at) => ranked.find(([, [start, size]]) => start <= at && at < start + size)?.[0],
  );
}

const symbol = fc.tuple(fc.integer({ min: -10, max: 50 }), fc.integer({ min: 1, max: 50 }));

test('stretches give each byte the owner that painting gives it', () => {
  fc.assert(
    fc.property(fc.array(symbol), (symbols) => {
      const bytes = Array.from<number | undefined>({ length: SIZE });
      for (const [start, end, row] of extents(symbols)) bytes.fill(row, start, end);
      expect(bytes).toEqual(painted(symbols));
    }),
  );
});

test('stretches are in ascending order and do not overlap', () => {
  fc.assert(
    fc.property(fc.array(symbol), (symbols) => {
      const edges = extents(symbols).flatMap(([start, end]) => [start!, end!]);
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
    }),
  );
});
