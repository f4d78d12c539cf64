import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestRows } from '../../../src/report/tables/largest-rows.ts';
import { type SymbolSides, symbolDiff } from '../../support/report/report-builders.ts';

const names = (symbols: readonly SymbolSides[], most: number): string[] =>
  largestRows(symbolDiff(symbols), most).diff.rows.map(({ name }) => name);

/** Rows in the order of the kernel's script: growth first, shrinking last. */
const TABLE: readonly SymbolSides[] = [
  ['grew_much', 0, 900],
  ['grew', 100, 150],
  ['grew_little', 100, 101],
  ['shrank_little', 100, 98],
  ['shrank_much', 1000, 200],
];

const anyTable = fc.array(fc.tuple(fc.string(), fc.option(fc.nat(99), { nil: undefined }), fc.nat(99)));

describe('the largest rows', () => {
  test('are those that change most, up or down, in the order of the table', () => {
    expect(names(TABLE, 3)).toEqual(['grew_much', 'grew', 'shrank_much']);
  });

  test('are the first of the table where several change by the same', () => {
    expect(
      names(
        [
          ['a', 1, 2],
          ['b', 1, 2],
          ['c', 2, 1],
        ],
        2,
      ),
    ).toEqual(['a', 'b']);
  });

  test('are all where there are no more, with nothing left out', () => {
    const { omitted, omittedBytes } = largestRows(symbolDiff(TABLE), 5);
    expect([names(TABLE, 5), omitted, omittedBytes]).toEqual([TABLE.map(([name]) => name), 0, 0]);
  });

  test('say how many others there are and what these come to, shrinking taken off', () => {
    const { omitted, omittedBytes } = largestRows(symbolDiff(TABLE), 3);
    expect([omitted, omittedBytes]).toEqual([2, 1 - 2]);
  });

  test('leave the summary and the totals those of the whole table', () => {
    const diff = symbolDiff(TABLE);
    expect({ ...largestRows(diff, 1).diff, rows: [] }).toEqual({ ...diff, rows: [] });
  });

  test('and the others together come to what all symbols changed by', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(20), (symbols, most) => {
        const whole = symbolDiff(symbols);
        const { diff, omitted, omittedBytes } = largestRows(whole, most);
        const shown = diff.rows.reduce((sum, { delta }) => sum + delta, 0);
        expect(diff.rows.length).toBe(Math.min(most, symbols.length));
        expect(diff.rows.length + omitted).toBe(symbols.length);
        expect(shown + omittedBytes).toBe(whole.after - whole.before);
      }),
    );
  });
});

describe('a name in the table', () => {
  test('is one line with nothing unseen in it', () => {
    expect(names([['a\nb\u001B[2J', 0, 1]], 1)).toEqual(['a b\\u{1b}[2J']);
  });

  test('is cut where it is huge', () => {
    expect(names([['x'.repeat(5000), 0, 1]], 1)[0]).toBe(`${'x'.repeat(1000)}…`);
  });

  test('is kept whole where a compiler could have made it', () => {
    const mangled = `_RNv${'C7mycrate'.repeat(100)}`;
    expect(names([[mangled, 0, 1]], 1)).toEqual([mangled]);
  });
});
