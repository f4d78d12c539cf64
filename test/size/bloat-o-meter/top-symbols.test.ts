import { expect, test } from 'vitest';
import { topSymbols } from '../../../src/size/bloat-o-meter/top-symbols.ts';
import { type SymbolEntry, symbolColumns } from '../../support/elf/symbol-columns.ts';

const ENTRIES: readonly SymbolEntry[] = [
  [10, 'T', 'small'],
  [60, 'b', 'buffer'],
  [20, 'W', 'weak'],
  [10, 'r', 'constant'],
];

const symbols = symbolColumns(ENTRIES);

function namesOf(mode: 'all' | 'text' | 'data', limit: number): string[] {
  return topSymbols(symbols, { mode, limit }).rows.map(({ name }) => name);
}

test('the biggest symbol comes first, equal ones by name', () => {
  expect(namesOf('all', 0)).toEqual(['buffer', 'weak', 'constant', 'small']);
});

test('a limit keeps that many', () => {
  expect(namesOf('all', 2)).toEqual(['buffer', 'weak']);
});

test('a limit does not change what shares are taken of', () => {
  expect(topSymbols(symbols, { mode: 'all', limit: 1 })).toEqual({
    rows: [{ letter: 'b', name: 'buffer', size: 60, share: 0.6 }],
    count: 4,
    total: 100,
  });
});

test('text is what the script of 6.12 calls functions', () => {
  expect(namesOf('text', 0)).toEqual(['weak', 'small']);
});

test('data is what the script of 6.12 calls data, and shares are of it alone', () => {
  expect(topSymbols(symbols, { mode: 'data', limit: 0 })).toMatchObject({
    rows: [{ name: 'buffer' }, { name: 'constant', share: 1 / 7 }],
    count: 2,
    total: 70,
  });
});
