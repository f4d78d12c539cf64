import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json/json.ts';
import { shortened } from '../../src/report/shortened.ts';
import {
  type SymbolSides,
  accountedWith,
  deltaWith,
  ownerRow,
  reportWith,
  targetReport,
} from '../support/report/report-builders.ts';

const bytesOf = (report: Parameters<typeof renderJson>[0]): number => Buffer.byteLength(renderJson(report));

/** 3,000 symbols and owners, of which the n-th changes by n bytes. */
const symbols = Array.from({ length: 3000 }, (_, n): SymbolSides => [`symbol_${n}`, 0, n + 1]);
const rows = symbols.map(([name], n) => ownerRow({ name, base: 0, head: n + 1 })).toReversed();
const objects = rows.map((_, n) => ({ name: `object_${n}.o`, base: 0, head: n }));
const large = reportWith([
  targetReport({ delta: deltaWith({ symbols, accounted: accountedWith({ rows, objects }) }) }),
]);

test('a report that can be stored is left as it is', () => {
  expect(shortened(large)).toBe(large);
});

describe('a report that is too large to be stored', () => {
  const most = Math.round(bytesOf(large) / 2);
  const report = shortened(large, most);
  const delta = report.targets[0]?.delta;

  test('fits', () => {
    expect(bytesOf(report)).toBeLessThanOrEqual(most);
  });

  test('keeps the largest changes of each table', () => {
    const kept = delta?.symbols?.rows.map(({ delta: change }) => change);
    expect(kept).toHaveLength(1000);
    expect(Math.min(...kept!)).toBe(2001);
    expect(delta?.accounted?.rows).toEqual(rows.slice(0, 1000));
    expect(Math.min(...delta!.accounted!.objects.map(({ head }) => head))).toBe(2000);
  });

  test('keeps all sizes and totals, which verdicts are made of', () => {
    const before = large.targets[0]!.delta!;
    expect(delta?.metrics).toEqual(before.metrics);
    expect({ ...delta?.symbols, rows: [] }).toEqual({ ...before.symbols, rows: [] });
  });

  test('says so', () => {
    expect(report.notes).toEqual([
      'the report was too large to be stored: its tables have the 1000 largest changes only',
    ]);
  });

  test('loses all rows before it loses its verdict', () => {
    const shortest = shortened(large, 1);
    expect(shortest.targets[0]?.delta?.symbols?.rows).toEqual([]);
    expect(shortest.verdict).toBe(large.verdict);
  });
});
