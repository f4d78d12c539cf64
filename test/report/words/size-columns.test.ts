import { expect, test } from 'vitest';
import { sizeCells } from '../../../src/report/words/size-columns.ts';
import {
  deltaWith,
  failedTarget,
  overGrowthTarget,
  targetReport,
} from '../../support/report/report-builders.ts';

test('a metric with a budget has its size, its change and what is left', () => {
  // The figures of the design's example.
  expect(sizeCells(overGrowthTarget(), 'flash')).toEqual({
    size: '1,044,808 B of 2 MiB',
    change: '+144 B',
    left: '1,052,344 B',
  });
});

test('a metric without a budget has nothing left to tell', () => {
  const cells = sizeCells(overGrowthTarget({ budgets: {} }), 'flash');
  expect(cells).toEqual({ size: '1,044,808 B', change: '+144 B', left: '–' });
});

test('less than nothing is left where the budget is broken', () => {
  const target = targetReport({
    budgets: { ram: 1000 },
    delta: deltaWith({ metrics: { ram: [900, 2500] } }),
  });
  expect(sizeCells(target, 'ram').left).toBe('-1,500 B');
});

test('nothing is left where the budget is used up', () => {
  const target = targetReport({
    budgets: { ram: 1000 },
    delta: deltaWith({ metrics: { ram: [1000, 1000] } }),
  });
  expect(sizeCells(target, 'ram')).toEqual({ size: '1,000 B of 1,000 B', change: '0 B', left: '0 B' });
});

test('a shrinking has its sign', () => {
  const target = targetReport({ delta: deltaWith({ metrics: { ram: [2000, 500] } }) });
  expect(sizeCells(target, 'ram').change).toBe('-1,500 B');
});

test('a metric without a base is new, not a change from zero', () => {
  const target = targetReport({ delta: deltaWith({ metrics: { ram: [undefined, 500] } }) });
  expect(sizeCells(target, 'ram')).toEqual({ size: '500 B', change: 'new', left: '–' });
});

test('a metric that was not measured is never shown as a number', () => {
  const nothing = { size: '–', change: '–', left: '–' };
  expect(sizeCells(targetReport({ budgets: { dtb: 1000 } }), 'dtb')).toEqual(nothing);
  expect(sizeCells(failedTarget({ budgets: { ram: 1000 } }), 'ram')).toEqual(nothing);
});

test.each([
  ['flash', { base: 2000, head: 2022 }, '+704 B (+22 B before compression)'],
  ['image', { base: 2000, head: 2000 }, '+704 B (0 B before compression)'],
  ['ram', { base: 2000, head: 1990 }, '+704 B (-10 B without the room to inflate)'],
  ['text', { base: 2000, head: 2022 }, '+704 B (+22 B without padding)'],
  ['flash', { base: 2000, head: 2704 }, '+704 B'],
  ['text', {}, '+704 B (not known without padding)'],
] as const)(
  'a change of %s that growth is not judged by has the one that it is',
  (metric, content, change) => {
    const delta = deltaWith();
    const metrics = [{ metric, base: 1000, head: 1704, content }];
    expect(sizeCells(targetReport({ delta: { ...delta, metrics } }), metric).change).toBe(change);
  },
);
