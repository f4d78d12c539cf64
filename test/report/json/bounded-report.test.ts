/** A report may be a stranger's: there is a most of each thing that it has. */
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import { readReport } from '../../../src/report/json/read-report.ts';
import type { Report, TargetReport } from '../../../src/report/report.ts';
import type { Delta } from '../../../src/size/delta/delta.ts';
import {
  accountedWith,
  deltaWith,
  failedTarget,
  findingWith,
  reportWith,
  symbolDiff,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const withDelta = (delta: Partial<Delta>): Report =>
  reportWith([targetReport({ delta: { ...deltaWith(), ...delta } })]);
const withTarget = (target: Partial<TargetReport>): Report => reportWith([targetReport(target)]);
const limits = (count: number) => Object.fromEntries(many(count, (i) => [`symbol:s${i}` as const, 1]));
const part = (i: number) => ({ name: `p${i}`, base: 0, head: 1 });

/** What there may be most of, and a report with so many. */
const BOUNDS: readonly (readonly [string, number, (count: number) => Report])[] = [
  ['targets', 1000, (count) => reportWith(many(count, (i) => failedTarget({ target: `t${i}` })))],
  ['notes', 10_000, (count) => reportWith([], { notes: many(count, (i) => `${i}`) })],
  ['lines of a log', 10_000, (count) => withTarget({ details: many(count, (i) => `${i}`) })],
  ['budgets', 1000, (count) => withTarget({ budgets: limits(count) })],
  ['limits of growth', 1000, (count) => withTarget({ growth: limits(count) })],
  [
    'findings',
    4000,
    (count) => {
      const findings = many(count, (i) => findingWith({ metric: `symbol:s${i}` }));
      return withTarget({ verdict: verdictWith('over-growth', { findings }) });
    },
  ],
  [
    'metrics',
    4000,
    (count) => withDelta({ metrics: many(count, (i) => ({ metric: `dir:${i}/`, base: 0, head: 1 })) }),
  ],
  ['sections', 131_073, (count) => withDelta({ sections: many(count, part) })],
  ['symbols', 200_000, (count) => withDelta({ symbols: symbolDiff(many(count, (i) => [`s${i}`, 0, 1])) })],
  ['objects', 200_000, (count) => withDelta({ accounted: accountedWith({ objects: many(count, part) }) })],
];

describe('a report may have', () => {
  test.each(BOUNDS)('no more %s than %i', (_, most, report) => {
    if (most <= 10_000) expect(readReport(renderJson(report(most)), 'r')).toBeDefined();
    const words = new RegExp(`^r is not a report .*: has ${most + 1} \\w+; a report has ${most} at most\\)`);
    expect(() => readReport(renderJson(report(most + 1)), 'r')).toThrow(words);
  });
});
