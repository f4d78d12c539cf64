import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/check/job.ts';
import { failedReport, reportOf } from '../../src/report/assemble-report.ts';
import { symbolColumns } from '../support/elf/symbol-columns.ts';
import { BASE, HEAD, PROVENANCE } from '../support/report/report-builders.ts';
import { measured, comparedWith } from './compared-builders.ts';

const commits = { base: BASE, head: HEAD };
const failed = (reason: string): Outcome => ({ kind: 'failed', reason, details: [`log of ${reason}`] });

/** The report on one target. */
async function only(...overrides: Parameters<typeof comparedWith>) {
  const { targets, verdict } = reportOf(commits, [comparedWith(...overrides)], {
    notes: [],
    acceptances: [],
  });
  return { ...targets[0]!, reportVerdict: verdict };
}

describe('a target measured on both sides', () => {
  const change = {
    base: measured({
      metrics: { flash: 1000, ram: 500 },
      sections: [{ name: '.text', size: 900, kind: 'text' }],
      symbols: symbolColumns([[16, 'T', 'init']]),
    }),
    head: measured({
      metrics: { flash: 1100, ram: 500 },
      sections: [{ name: '.text', size: 1000, kind: 'text' }],
      symbols: symbolColumns([[116, 'T', 'init']]),
    }),
  };

  test('is compared: metrics, sections and symbols', async () => {
    const { delta } = await only(change);
    expect(delta?.metrics).toEqual([
      { metric: 'flash', base: 1000, head: 1100 },
      { metric: 'ram', base: 500, head: 500 },
    ]);
    expect(delta?.sections).toEqual([{ name: '.text', base: 900, head: 1000 }]);
    expect(delta?.symbols?.rows).toEqual([{ name: 'init', old: 16, new: 116, delta: 100 }]);
  });

  test('is judged by its limits, which the report carries', async () => {
    const target = await only({ ...change, target: { growth: { flash: 99 }, budgets: { ram: 5000 } } });
    expect([target.verdict.kind, target.reportVerdict]).toEqual(['over-growth', 'over-growth']);
    expect([target.growth, target.budgets]).toEqual([{ flash: 99 }, { ram: 5000 }]);
  });

  test('is compared in the parts that it limits, after the metrics', async () => {
    const limits = { budgets: { 'section:.text': 16 }, growth: { 'symbol:main': 0 } };
    const { verdict, delta } = await only({ target: limits });
    expect(delta?.metrics.slice(2)).toEqual([
      { metric: 'section:.text', base: 16, head: 16 },
      { metric: 'symbol:main', base: 8, head: 8 },
    ]);
    expect(verdict.findings).toMatchObject([{ kind: 'near-limit', metric: 'section:.text' }]);
  });

  test('is no comparison where a limited part is not there, and is described all the same', async () => {
    const { verdict, reportVerdict, delta } = await only({ target: { budgets: { 'symbol:mian': 9 } } });
    expect([verdict.kind, reportVerdict]).toEqual(['no-comparison', 'no-comparison']);
    expect(verdict.reason).toBe('nothing matches the budget "symbol:mian"; did you mean "symbol:main"?');
    expect(delta?.metrics).toHaveLength(2);
  });

  test('carries the provenance of head', async () => {
    const head = measured({ provenance: { ...PROVENANCE, kernelVersion: '6.13.0' } });
    expect((await only({ head })).provenance?.kernelVersion).toBe('6.13.0');
  });
});

test.each(['base', 'head'] as const)('options are not compared where %s has none', async (side) => {
  const options = new Map([['A', 'y']]);
  const other = { base: measured({ config: options }), head: measured({ config: options }) };
  expect((await only({ ...other, [side]: measured({ config: undefined }) })).delta?.config).toEqual([]);
});

describe('a side that could not be measured', () => {
  test.each(['base', 'head'] as const)(
    'is no comparison when it is %s, with the reason and its log',
    async (side) => {
      const target = await only({ [side]: failed(`${side} does not build`) });
      expect([target.verdict.kind, target.verdict.reason]).toEqual([
        'no-comparison',
        `${side} does not build`,
      ]);
      expect(target.details).toEqual([`log of ${side} does not build`]);
    },
  );

  test('gives no sizes and no provenance, even where the other side has some', async () => {
    const target = await only({ base: failed('x'), target: { budgets: { ram: 1 } } });
    expect([target.delta, target.provenance, target.verdict.findings]).toEqual([undefined, undefined, []]);
  });

  test('is base first where both failed: head may fail for the same reason', async () => {
    expect((await only({ base: failed('first'), head: failed('second') })).verdict.reason).toBe('first');
  });

  test('is never a pass when head was not even tried', async () => {
    expect((await only({ head: { kind: 'absent' } })).verdict).toMatchObject({
      kind: 'no-comparison',
      reason: 'head was not measured',
    });
  });
});

describe('tools that differ between base and head', () => {
  test.each(['compiler', 'linker'] as const)(
    'are no comparison when it is the %s, and name both',
    async (tool) => {
      const base = measured({ provenance: { ...PROVENANCE, [tool]: 'old 1.0' } });
      const head = measured({ provenance: { ...PROVENANCE, [tool]: 'new 2.0' } });
      const { verdict, reportVerdict } = await only({ base, head });
      expect([verdict.kind, reportVerdict]).toEqual(['no-comparison', 'no-comparison']);
      expect(verdict.reason).toMatch(new RegExp(`"old 1\\.0".*"new 2\\.0".*${tool}s do not compare$`));
    },
  );

  test('give no delta and break no limit', async () => {
    const base = measured({ metrics: { ram: 1 }, provenance: { ...PROVENANCE, compiler: 'old 1.0' } });
    const target = await only({ base, target: { growth: { ram: 0 }, budgets: { ram: 1 } } });
    expect([target.delta, target.verdict.findings]).toEqual([undefined, []]);
  });

  test.each(['compiler', 'linker'] as const)(
    'are not known to where a kernel does not say its %s',
    async (tool) => {
      const unknown = measured({ provenance: { ...PROVENANCE, [tool]: `unknown ${tool}` } });
      for (const sides of [{ base: unknown }, { head: unknown }, { base: unknown, head: unknown }]) {
        expect((await only(sides)).verdict.kind).toBe('pass');
      }
    },
  );

  test('are not what a commit, a version or a configuration is', async () => {
    const provenance = {
      ...PROVENANCE,
      commit: BASE.hash,
      kernelVersion: '6.1.0',
      configDigest: 'd'.repeat(64),
    };
    expect((await only({ base: measured({ provenance }) })).verdict.kind).toBe('pass');
  });
});

test('a new target is described without changes and judged by its budget alone', async () => {
  const limits = { budgets: { ram: 499 }, growth: { flash: 0 } };
  const { status, verdict, delta } = await only({ status: 'new', base: { kind: 'absent' }, target: limits });
  expect([status, verdict.findings.map(({ kind, metric }) => `${kind} ${metric}`)]).toEqual([
    'new',
    ['over-budget ram'],
  ]);
  expect(delta?.metrics).toContainEqual({ metric: 'flash', base: undefined, head: 1000 });
  expect(delta?.symbols).toBeUndefined();
});

describe('a report', () => {
  test('has the worst verdict of its targets, in their order', async () => {
    const compared = [
      comparedWith({ target: { name: 'fine' } }),
      comparedWith({
        target: { name: 'broken', budgets: { ram: 1 }, growth: {} },
        status: 'new',
        base: { kind: 'absent' },
      }),
      comparedWith({ target: { name: 'full', budgets: { ram: 501 } } }),
    ];
    const report = reportOf(commits, compared, { notes: ['a note'], acceptances: [] });
    expect(report.targets.map(({ target, verdict }) => `${target} ${verdict.kind}`)).toEqual([
      'fine pass',
      'broken over-budget',
      'full near-limit',
    ]);
    expect([report.verdict, report.failure, report.notes]).toEqual(['over-budget', undefined, ['a note']]);
    expect([report.base, report.head]).toEqual([BASE, HEAD]);
  });

  test('on no target at all is no comparison, not a pass', async () => {
    const { verdict, failure } = reportOf(commits, [], { notes: [], acceptances: [] });
    expect([verdict, failure?.reason]).toEqual(['no-comparison', 'the budget file names no target']);
  });

  test('of a comparison that could not be begun has the failure and no target', () => {
    const failure = { reason: 'no base', details: ['fetch it'] };
    expect(failedReport({ base: undefined, head: HEAD }, failure)).toMatchObject({
      version: 1,
      base: undefined,
      head: HEAD,
      failure,
      verdict: 'no-comparison',
      targets: [],
    });
  });
});
