import { expect, test } from 'vitest';
import { renderTop } from '../../../src/report/tables/top-table.ts';
import type { TopSymbols } from '../../../src/size/bloat-o-meter/top-symbols.ts';

function top(overrides: Partial<TopSymbols> = {}): TopSymbols {
  return { rows: [], count: 0, total: 0, ...overrides };
}

type TopSymbol = TopSymbols['rows'][number];

function symbol(overrides: Partial<TopSymbol> = {}): TopSymbol {
  return { letter: 'T', name: 'start_kernel', size: 1000, share: 0.5, ...overrides };
}

const lines = (symbols: TopSymbols): string[] => renderTop(symbols).split('\n');

test('numbers end in the same column, whatever their size', () => {
  const rows = [symbol({ size: 1_234_567 }), symbol({ size: 1 })];
  const [header, ...printed] = lines(top({ rows, count: 2, total: 1_234_568 })).slice(0, 3);
  const end = header!.indexOf('bytes') + 'bytes'.length;
  expect(printed.map((line) => line.slice(0, end).trim())).toEqual(['1,234,567', '1']);
});

test('names begin in the column of their title', () => {
  const rows = [symbol(), symbol({ letter: 'b', name: 'log_buf', share: 0.001 })];
  const [header, ...printed] = lines(top({ rows, count: 2, total: 2000 })).slice(0, 3);
  const start = header!.indexOf('symbol');
  expect(printed.map((line) => line.slice(start - 2))).toEqual(['T start_kernel', 'b log_buf']);
});

test('a share is shown in percent with one decimal', () => {
  expect(lines(top({ rows: [symbol({ share: 0.12345 })], count: 1, total: 8100 }))[1]).toContain(' 12.3% ');
});

test('the last line says what part of the whole is shown', () => {
  const printed = renderTop(top({ rows: [symbol(), symbol()], count: 2500, total: 8000 }));
  expect(printed).toMatch(/\n\n2 of 2,500 symbols, 2,000 of 8,000 B \(25\.0%\)\n$/);
});

test('nothing of nothing has no share', () => {
  expect(renderTop(top())).toMatch(/\n\n0 of 0 symbols, 0 of 0 B\n$/);
});

test('a name cannot turn the line around or begin another', () => {
  const rows = [symbol({ name: '\u202Eevil\n\u001B[2J' })];
  expect(lines(top({ rows, count: 1, total: 1000 }))[1]).toMatch(/T \\u\{202e\}evil \\u\{1b\}\[2J$/);
});

test('a kernel may have more symbols than a function takes arguments', () => {
  const rows = Array.from({ length: 500_000 }, () => symbol());
  expect(lines(top({ rows, count: rows.length, total: 1 }))).toHaveLength(rows.length + 4);
});
