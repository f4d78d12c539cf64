import { describe, expect, test } from 'vitest';
import type { JudgedTarget } from '../../src/budget/judge.ts';
import { failedReport, reportOf } from '../../src/report/assemble-report.ts';
import { renderJson } from '../../src/report/json/json.ts';
import { readReport } from '../../src/report/json/read-report.ts';
import { type JudgingRules, judgeAgain } from '../../src/report/judge-again.ts';
import {
  BASE,
  HEAD,
  deltaWith,
  failedTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../support/report/report-builders.ts';
import { measured, comparedWith } from './compared-builders.ts';

function limits(name: string, overrides: Partial<JudgedTarget> = {}): JudgedTarget {
  return { name, budgets: {}, growth: {}, nearLimit: 0.95, ...overrides };
}

function rules(overrides: Partial<JudgingRules> = {}): JudgingRules {
  return { targets: [], limits: { path: 'budget.yml' }, names: [], acceptances: [], ...overrides };
}

const grown = targetReport({
  target: 'toy',
  // What the report itself says of limits and verdict is a stranger's word.
  budgets: { ram: 10 ** 9 },
  growth: { ram: 10 ** 9 },
  verdict: verdictWith('pass'),
  delta: deltaWith({ metrics: { ram: [1000, 1500] } }),
});

describe('a report is judged again', () => {
  test.each([
    ['growth', { growth: { ram: 499 } }, 'over-growth'],
    ['growth', { growth: { ram: 500 } }, 'pass'],
    ['a budget', { budgets: { ram: 1499 } }, 'over-budget'],
    ['nearness to a budget', { budgets: { ram: 1501 } }, 'near-limit'],
  ] as const)('by the limit of base on %s', (_, own, kind) => {
    const report = judgeAgain(reportWith([grown]), rules({ targets: [limits('toy', own)] }));
    expect([report.verdict, report.targets[0]?.verdict.kind]).toEqual([kind, kind]);
    const { budgets = {}, growth = {} } = own as Partial<JudgedTarget>;
    expect(report.targets[0]).toMatchObject({ budgets, growth });
  });

  test('with growth that was accepted since', () => {
    const acceptance = {
      target: 'toy',
      metric: 'ram',
      bytes: 500,
      reason: 'why',
      by: 'a',
      via: 'label',
      where: 'l',
    } as const;
    const targets = [limits('toy', { growth: { ram: 1 } })];
    expect(judgeAgain(reportWith([grown]), rules({ targets, acceptances: [acceptance] })).verdict).toBe(
      'accepted',
    );
  });

  test('and a verdict of its own counts for nothing, neither good nor bad', () => {
    const bad = { ...grown, verdict: verdictWith('over-budget') };
    expect(judgeAgain(reportWith([bad]), rules({ targets: [limits('toy')] })).verdict).toBe('pass');
  });
});

describe('nothing is fine that was not compared', () => {
  test('a target of base that the report lacks is missing, by name', () => {
    const report = judgeAgain(reportWith([grown]), rules({ targets: [limits('toy'), limits('other')] }));
    expect(report.verdict).toBe('no-comparison');
    expect(report.targets.map(({ target, verdict }) => [target, verdict.kind])).toEqual([
      ['toy', 'pass'],
      ['other', 'no-comparison'],
    ]);
    expect(report.targets[1]?.verdict.reason).toContain('no measurement of it arrived');
  });

  test('a new target that was planned and did not arrive is missing too', () => {
    const report = judgeAgain(
      reportWith([grown]),
      rules({ targets: [limits('toy')], names: ['toy', 'new'] }),
    );
    expect(report.targets.map(({ target, verdict }) => [target, verdict.kind])).toEqual([
      ['toy', 'pass'],
      ['new', 'no-comparison'],
    ]);
  });

  test.each(['new', 'kept'] as const)('a target of base without sizes of base is not %s', (status) => {
    const only = { ...grown, status, delta: deltaWith({ metrics: { ram: [undefined, 1] }, symbols: 'new' }) };
    const [target] = judgeAgain(reportWith([only]), rules({ targets: [limits('toy')] })).targets;
    expect(target).toMatchObject({ status: 'kept', verdict: { kind: 'no-comparison' } });
    expect(target?.verdict.reason).toContain('no sizes of base');
  });

  test('a target that failed keeps its reason', () => {
    const report = judgeAgain(
      reportWith([failedTarget({ target: 'toy' })]),
      rules({ targets: [limits('toy')] }),
    );
    expect(report.targets[0]?.verdict).toEqual(
      verdictWith('no-comparison', { reason: 'building head failed' }),
    );
  });

  test('a limit on what was not measured is no pass', () => {
    const targets = [limits('toy', { budgets: { 'dir:drivers/': 1 } })];
    const report = judgeAgain(reportWith([grown]), rules({ targets }));
    expect(report.targets[0]?.verdict.reason).toContain('"dir:drivers/" was not measured at head');
  });

  test('no target at all is no comparison', () => {
    expect(judgeAgain(reportWith([]), rules()).verdict).toBe('no-comparison');
  });

  test('what failed as a whole stays failed', () => {
    const failed = failedReport({ base: undefined, head: undefined }, { reason: 'no base', details: [] });
    expect(judgeAgain({ ...failed, verdict: 'pass' }, rules({ targets: [limits('toy')] }))).toEqual(failed);
  });
});

describe('a target that base does not have', () => {
  const own = { ...grown, budgets: { ram: 1400 } };

  test('is new, under its own limits', () => {
    const report = judgeAgain(reportWith([{ ...own, delta: deltaWith({ symbols: 'new' }) }]), rules());
    expect(report.targets[0]).toMatchObject({ status: 'new', verdict: { kind: 'over-budget' } });
  });

  test.each(['new', 'kept'] as const)(
    'has inherited nothing, although the report has sizes of a base and says %s',
    (status) => {
      const delta = deltaWith({ metrics: { ram: [1500, 1500] } });
      const report = judgeAgain(reportWith([{ ...own, status, delta }]), rules());
      expect(report.targets[0]).toMatchObject({ status: 'new', verdict: { kind: 'over-budget' } });
    },
  );
});

describe('a compressed image', () => {
  const kernel = (file: number, content: number) =>
    measured({
      metrics: { image: 900 + file, flash: 1000 + file, ram: 5000 },
      uncompressed: { image: 2000 + content, flash: 2100 + content, ram: 5000 },
      isCompressed: true,
    });
  const growth = { image: 10, flash: 10, ram: 10 };

  test.each([
    [704, 10, 'pass'],
    [704, 22, 'over-growth'],
    [-472, 22, 'over-growth'],
    [-472, 0, 'pass'],
    [3, -8, 'shrunk'],
  ] as const)(
    'that changes by %d while its contents change by %d is %s, measured and stored',
    async (file, content, kind) => {
      const compared = comparedWith({ base: kernel(0, 0), head: kernel(file, content), target: { growth } });
      const report = reportOf({ base: BASE, head: HEAD }, [compared], { notes: [], acceptances: [] });
      const stored = readReport(renderJson(report), 'report.json');
      const again = judgeAgain(stored, rules({ targets: [limits('toy', { growth })] }));
      expect(report.targets[0]!.verdict.kind).toBe(kind);
      expect(again.targets[0]!.verdict).toEqual(report.targets[0]!.verdict);
    },
  );

  test('of a report that an earlier version has made is judged against its budget alone', () => {
    const delta = { ...deltaWith({ metrics: { flash: [1000, 1001] } }), isCompressed: true };
    const report = reportWith([targetReport({ target: 'toy', delta })]);
    const judged = (own: Partial<JudgedTarget>) =>
      judgeAgain(report, rules({ targets: [limits('toy', own)] })).targets[0]!.verdict;
    expect(judged({ budgets: { flash: 1000 } }).kind).toBe('over-budget');
    expect(judged({ growth: { flash: 1000 } })).toMatchObject({
      kind: 'no-comparison',
      reason: expect.stringMatching(
        /by what is compressed, which the report does not have; run the check again/,
      ),
    });
  });
});
