import { describe, expect, it } from 'vitest';
import { type Case, judge, noComparison, worstVerdict } from '../../src/budget/judge.ts';
import type { Metrics } from '../../src/size/measurement.ts';
import type { VerdictKind } from '../../src/budget/verdict.ts';

const sizes: Metrics = { flash: 1000, ram: 500 };

/** A kernel that does not change and has no limits. */
function caseOf(overrides: {
  readonly budgets?: Metrics;
  readonly growth?: Metrics;
  readonly nearLimit?: number;
  readonly base?: Metrics | 'new';
  readonly head?: Metrics;
}): Case {
  const { budgets = {}, growth = {}, nearLimit = 0.95, base = sizes, head = sizes } = overrides;
  return { target: { budgets, growth, nearLimit }, base: base === 'new' ? undefined : base, head };
}

describe('a budget', () => {
  it.each<[base: number, head: number, kind: VerdictKind]>([
    [500, 1000, 'near-limit'],
    [500, 1001, 'over-budget'],
    [1001, 1002, 'over-budget'],
    [1001, 1001, 'inherited'],
    [1002, 1001, 'inherited'],
    [1001, 900, 'shrunk'],
    [900, 949, 'pass'],
    [900, 950, 'near-limit'],
    [950, 950, 'near-limit'],
  ])('of 1000, with base at %d and head at %d, is %s', (base, head, kind) => {
    const { budgets } = { budgets: { ram: 1000 } };
    expect(judge(caseOf({ budgets, base: { ram: base }, head: { ram: head } })).kind).toBe(kind);
  });

  it('that is exceeded by a new target is not inherited', () => {
    expect(judge(caseOf({ budgets: { ram: 499 }, base: 'new' })).kind).toBe('over-budget');
  });

  it('is near from a share that is rounded to a byte', () => {
    expect(judge(caseOf({ budgets: { ram: 100 }, nearLimit: 0.07, head: { ram: 7 } })).kind).toBe(
      'near-limit',
    );
    expect(judge(caseOf({ budgets: { ram: 100 }, nearLimit: 0.07, head: { ram: 6 } })).kind).toBe('shrunk');
  });
});

describe('a growth limit', () => {
  it.each<[limit: number, head: number, kind: VerdictKind]>([
    [100, 600, 'pass'],
    [100, 601, 'over-growth'],
    [0, 500, 'pass'],
    [0, 501, 'over-growth'],
    [0, 400, 'shrunk'],
  ])('of %d, with base at 500 and head at %d, is %s', (limit, head, kind) => {
    expect(judge(caseOf({ growth: { ram: limit }, head: { ...sizes, ram: head } })).kind).toBe(kind);
  });

  it('does not apply to a new target', () => {
    expect(judge(caseOf({ growth: { ram: 0 }, base: 'new' })).kind).toBe('pass');
  });
});

describe('a limit on what was not measured', () => {
  it('is no comparison, and says which metric', () => {
    const verdict = judge(caseOf({ budgets: { dtb: 1000 }, growth: { dtb: 10 } }));
    expect(verdict.kind).toBe('no-comparison');
    expect(verdict.reason).toBe('no dtb was measured at head, but it has a budget and a growth limit');
  });

  it('is no comparison when only base lacks it and growth is limited', () => {
    const verdict = judge(caseOf({ growth: { dtb: 10 }, head: { ...sizes, dtb: 5 } }));
    expect(verdict.reason).toBe('no dtb was measured at base, but it has a growth limit');
  });

  it('does not hide what else is broken', () => {
    const verdict = judge(caseOf({ budgets: { dtb: 1000, ram: 499 }, base: 'new' }));
    expect(verdict.findings.map(({ kind, metric }) => [kind, metric])).toEqual([['over-budget', 'ram']]);
  });
});

describe('findings', () => {
  it('are worst first: by kind, then by how far over the limit in proportion', () => {
    const verdict = judge(
      caseOf({
        budgets: { flash: 1001, text: 100, data: 100, bss: 100 },
        growth: { rodata: 10 },
        base: { flash: 990, text: 90, data: 90, bss: 200, rodata: 0 },
        head: { flash: 1000, text: 110, data: 150, bss: 200, rodata: 20 },
      }),
    );
    expect(verdict.kind).toBe('over-budget');
    expect(verdict.findings.map(({ kind, metric }) => `${kind} ${metric}`)).toEqual([
      'over-budget data',
      'over-budget text',
      'over-growth rodata',
      'inherited bss',
      'near-limit flash',
    ]);
  });

  it('carry both sides and the limit that they break', () => {
    const verdict = judge(
      caseOf({ budgets: { ram: 600 }, growth: { ram: 50 }, head: { ...sizes, ram: 700 } }),
    );
    expect(verdict.findings).toEqual([
      { kind: 'over-budget', metric: 'ram', base: 500, head: 700, limit: 600 },
      { kind: 'over-growth', metric: 'ram', base: 500, head: 700, limit: 50 },
    ]);
  });
});

describe('shrunk', () => {
  it.each<[what: string, head: Metrics, kind: VerdictKind]>([
    ['ram alone', { flash: 1000, ram: 499 }, 'shrunk'],
    ['flash alone', { flash: 999, ram: 500 }, 'shrunk'],
    ['ram while flash grew', { flash: 1001, ram: 499 }, 'pass'],
    ['nothing', { flash: 1000, ram: 500 }, 'pass'],
  ])('is told for %s from pass', (_, head, kind) => {
    expect(judge(caseOf({ head })).kind).toBe(kind);
  });

  it('is not said when a metric with a limit grew within it', () => {
    const growth = { text: 10 };
    expect(judge(caseOf({ growth, base: { ram: 500, text: 1 }, head: { ram: 499, text: 2 } })).kind).toBe(
      'pass',
    );
  });

  it('is not said of a metric without a limit that grew elsewhere', () => {
    expect(judge(caseOf({ base: { ram: 500, text: 1 }, head: { ram: 499, text: 2 } })).kind).toBe('shrunk');
  });
});

describe('verdicts of several targets', () => {
  it('come to the worst of them', () => {
    expect(worstVerdict(['pass', 'over-growth', 'inherited'])).toBe('over-growth');
    expect(worstVerdict(['over-budget', 'no-comparison'])).toBe('no-comparison');
    expect(worstVerdict(['shrunk', 'pass'])).toBe('shrunk');
  });

  it('come to no comparison where there is none', () => {
    expect(worstVerdict([])).toBe('no-comparison');
  });

  it('keep the reason why nothing was compared', () => {
    expect(noComparison('head does not build')).toEqual({
      kind: 'no-comparison',
      findings: [],
      reason: 'head does not build',
    });
  });
});
