import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/budget/verdict.ts';
import { failedReport } from '../../../src/report/assemble-report.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import type { Quote } from '../../../src/report/words/finding-words.ts';
import { headlineOf, headlineVerdict, remarksOf } from '../../../src/report/words/headline.ts';
import {
  deltaWith,
  failedTarget,
  findingWith,
  overGrowthTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';

/** Shows which parts come from outside. */
const quote: Quote = (text) => `«${text}»`;

/** A target of one finding, whose verdict is that finding's. */
function targetFound(overrides: Partial<Finding>, name = 'toy') {
  const finding = findingWith(overrides);
  return targetReport({ target: name, verdict: verdictWith(finding.kind, { findings: [finding] }) });
}

const headline = (...targets: Parameters<typeof reportWith>[0]): string =>
  headlineOf(reportWith(targets), quote);

describe('a broken limit', () => {
  test('of growth is told as in the design', () => {
    expect(headlineOf(reportWith([overGrowthTarget()]), (text) => text)).toBe(
      'stm32f469 is over its growth limit: ram +3,968 B (limit +1,024 B)',
    );
  });

  test.each([
    ['flash', 'flash +1,500 B before compression (limit +512 B), +704 B compressed'],
    ['ram', 'ram +1,500 B without the room to inflate (limit +512 B), +704 B with it'],
    ['bss', 'bss +1,500 B without padding (limit +512 B), +704 B with it'],
    ['section:.text', '«section:.text» +1,500 B without padding (limit +512 B), +704 B with it'],
  ] as const)('of growth that %s does not show says both numbers', (metric, words) => {
    const sides = { base: 1000, head: 1704, content: { base: 5000, head: 6500 }, limit: 512 };
    expect(headline(targetFound({ metric, ...sides }))).toBe(`«toy» is over its growth limit: ${words}`);
  });

  test('of growth by nothing at all allows 0 B', () => {
    expect(headline(targetFound({ base: 10, head: 11, limit: 0 }))).toBe(
      '«toy» is over its growth limit: ram +1 B (limit 0 B)',
    );
  });

  test('of a budget is told with what is too much and whose doing it is', () => {
    const finding = { kind: 'over-budget', base: 331_700, head: 332_000, limit: 324 * 1024 } as const;
    expect(headline(targetFound(finding))).toBe(
      '«toy» is over its budget: ram 332,000 B of 324 KiB, 224 B too much, +300 B by this change',
    );
  });

  test('on a part names it as text from outside', () => {
    const finding = { kind: 'over-budget', metric: 'dir:fs/', base: 0, head: 1001, limit: 1000 } as const;
    expect(headline(targetFound(finding))).toBe(
      '«toy» is over its budget: «dir:fs/» 1,001 B of 1,000 B, 1 B too much, +1,001 B by this change',
    );
  });

  test('of a budget by a new target is no change of anybody', () => {
    const finding = { kind: 'over-budget', base: undefined, head: 1001, limit: 1000 } as const;
    expect(headline(targetFound(finding))).toBe(
      '«toy» is over its budget: ram 1,001 B of 1,000 B, 1 B too much',
    );
  });

  test('that was broken before is not laid to this change', () => {
    const finding = { kind: 'inherited', base: 2000, head: 2000, limit: 1024 } as const;
    expect(remarksOf(reportWith([targetFound(finding)]), quote)).toEqual([
      '«toy» was over its budget before: ram 2,000 B of 1 KiB, nothing of it by this change',
    ]);
  });

  test('that is near is told with what is left', () => {
    const finding = { kind: 'near-limit', base: 1000, head: 1020, limit: 1024 } as const;
    expect(headline(targetFound(finding))).toBe(
      '«toy» is near its budget: ram 1,020 B of 1 KiB, 4 B left, +20 B by this change',
    );
  });
});

describe('the worst target', () => {
  const near = targetFound({ kind: 'near-limit', limit: 120_000 }, 'near');
  const inherited = targetFound({ kind: 'inherited' }, 'inherited');
  const overBudget = targetFound({ kind: 'over-budget' }, 'budget');
  const overGrowth = targetFound({ kind: 'over-growth' }, 'growth');
  const failed = failedTarget({ target: 'failed' });

  test('is first, wherever it stands among the targets', () => {
    expect(headline(near, overGrowth, targetReport())).toMatch(/^«growth» is over its growth limit/);
    expect(headline(overGrowth, overBudget)).toMatch(/^«budget» is over its budget/);
    expect(headline(overBudget, failed)).toBe('no comparison for «failed»: «building head failed»');
  });

  test('leaves the others to the remarks, worst first, and is not told again', () => {
    const remarks = remarksOf(reportWith([near, overGrowth, targetReport(), inherited]), quote);
    expect(remarks.map((remark) => remark.split('»')[0])).toEqual(['«inherited', '«near']);
  });

  test('leaves its other findings to the remarks', () => {
    const findings = [findingWith(), findingWith({ metric: 'flash', base: 0, head: 9, limit: 8 })];
    const report = reportWith([
      targetReport({ target: 'toy', verdict: verdictWith('over-growth', { findings }) }),
    ]);
    expect(headlineOf(report, quote)).toContain('ram +3,968 B');
    expect(remarksOf(report, quote)).toEqual(['«toy» is over its growth limit: flash +9 B (limit +8 B)']);
  });

  test('is told with how many are as bad', () => {
    expect(headline(failed, near)).not.toContain('more target');
    expect(headline(failed, near, failed)).toMatch(/; 1 more target too$/);
    expect(headline(failed, failed, failed)).toMatch(/; 2 more targets too$/);
  });

  test('that was not compared still says which limit it breaks', () => {
    const verdict = verdictWith('no-comparison', { reason: 'no dtb', findings: [findingWith()] });
    const report = reportWith([targetReport({ target: 'toy', verdict })]);
    expect(headlineOf(report, quote)).toBe('no comparison for «toy»: «no dtb»');
    expect(remarksOf(report, quote)).toHaveLength(1);
  });
});

describe('what was so before the change', () => {
  const over = findingWith({ kind: 'inherited', base: 2000, head: 1984, limit: 1024 });
  const near = findingWith({ kind: 'near-limit', base: 1020, head: 1020, limit: 1024 });
  const shrunk = deltaWith({ metrics: { flash: [1000, 1000], ram: [2000, 1984] } });
  const was = (finding: Finding, overrides: Partial<TargetReport> = {}) =>
    targetReport({
      target: 'toy',
      verdict: verdictWith(finding.kind, { findings: [finding] }),
      budgets: { ram: finding.limit },
      delta: shrunk,
      ...overrides,
    });

  test.each([
    ['over a budget', [was(over)], 'this change breaks no limit of «toy»: flash 0 B, ram -16 B'],
    ['over a budget among others', [was(over), was(near)], 'this change breaks no limit of 2 targets'],
    ['near a budget', [was(near)], '«toy» is within its limits: flash 0 B, ram -16 B'],
    [
      'over a budget, where nothing changed',
      [was(over, { delta: deltaWith() })],
      'no change in size of «toy»: flash 1,000,000 B, ram 100,000 B of 1 KiB',
    ],
    [
      'over a budget, where another is near one now',
      [was(over), targetFound({ kind: 'near-limit', base: 9, head: 10, limit: 10 }, 'other')],
      '«other» is near its budget: ram 10 B of 10 B, 0 B left, +1 B by this change',
    ],
  ] as const)('heads no report: %s', (_, targets, said) => {
    const report = reportWith(targets);
    expect(headlineOf(report, quote)).toBe(said);
    expect(remarksOf(report, quote)[0]).toMatch(/^«toy» (was over|is near) its budget/);
    expect(headlineVerdict(report)).toBe(said.startsWith('«other»') ? 'near-limit' : 'pass');
  });

  test('is not counted among targets that are near a budget by this change', () => {
    const now = targetFound({ kind: 'near-limit', base: 9, head: 10, limit: 10 }, 'now');
    expect(headline(was(near), now)).not.toContain('more target');
    expect(headline(was(near), now, now)).toMatch(/; 1 more target too$/);
  });
});

test('a comparison that could not be begun gives its reason', () => {
  const report = failedReport({ base: undefined, head: undefined }, { reason: 'no base', details: [] });
  expect(headlineOf(report, quote)).toBe('nothing was compared: «no base»');
  expect(remarksOf(report, quote)).toEqual([]);
});
