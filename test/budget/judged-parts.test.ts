import { describe, expect, it } from 'vitest';
import { judge } from '../../src/budget/judge.ts';
import { judgedSizes } from '../../src/budget/judged-sizes.ts';
import { type Limits, limitedParts } from '../../src/budget/limits.ts';
import { explainMissing } from '../../src/budget/missing-part.ts';
import { missingParts } from '../../src/budget/missing-size.ts';
import { type MeasuredSizes, metricDeltas } from '../../src/size/delta/metric-deltas.ts';
import { isSelector } from '../../src/size/selectors/selector-sizes.ts';
import { type PlacedSymbol, kernelOf } from '../size/accounting/kernel-of-symbols.ts';

const SUBSYSTEMS = { 'fs/dcache.o': 'FILESYSTEMS (VFS and infrastructure)' };

/** A kernel of these symbols that needs 1000 bytes of RAM. */
function kernel(
  symbols: readonly PlacedSymbol[],
  surroundings: Parameters<typeof kernelOf>[1] = {},
): MeasuredSizes {
  return {
    metrics: { ram: 1000 },
    isCompressed: false,
    uncompressed: {},
    sections: [],
    ...kernelOf(symbols, { subsystems: SUBSYSTEMS, ...surroundings }),
  };
}

const logBuf = { name: 'log_buf', object: 'kernel/printk/printk.o', section: '.bss' };
const small = kernel([
  { ...logBuf, size: 100 },
  { name: 'd_alloc', size: 40, object: 'fs/dcache.o' },
]);
const large = kernel([
  { ...logBuf, size: 300 },
  { name: 'd_alloc', size: 40, object: 'fs/dcache.o' },
  { name: 'd_walk', size: 60, object: 'fs/dcache.o' },
]);
const withoutMap = kernel([{ ...logBuf, size: 100 }], { map: 'absent' });

function judged(
  limits: { readonly budgets?: Limits; readonly growth?: Limits },
  sides: { readonly base?: MeasuredSizes | 'new'; readonly head?: MeasuredSizes } = {},
) {
  const { budgets = {}, growth = {} } = limits;
  const { base = small, head = large } = sides;
  const before = base === 'new' ? undefined : base;
  const target = { name: 'toy', budgets, growth, nearLimit: 0.95 };
  const metrics = metricDeltas(before, head, limitedParts(target));
  const sizes = judgedSizes({ metrics, isCompressed: false }, { hasBase: base !== 'new' });
  const unmeasuredParts = explainMissing(missingParts(target, sizes), { base: before, head });
  return {
    verdict: judge({ target, acceptances: [], unmeasuredParts, ...sizes }),
    parts: metrics.filter(({ metric }) => isSelector(metric)),
  };
}

const findings = (...given: Parameters<typeof judged>) => judged(...given).verdict.findings;
const reason = (...given: Parameters<typeof judged>) => judged(...given).verdict.reason;

describe('limits on parts', () => {
  it('are judged by the sizes that both kernels have', () => {
    const budgets = { 'section:.bss': 299, 'dir:fs/': 100, 'object:fs/dcache.o': 1000 } as const;
    expect(findings({ budgets })).toEqual([
      { kind: 'over-budget', metric: 'section:.bss', base: 100, head: 300, limit: 299 },
      { kind: 'near-limit', metric: 'dir:fs/', base: 40, head: 100, limit: 100 },
    ]);
  });

  it('on growth take what base does not have as 0', () => {
    expect(findings({ growth: { 'symbol:d_walk': 59, 'symbol:d_*': 60 } })).toEqual([
      { kind: 'over-growth', metric: 'symbol:d_walk', base: 0, head: 60, limit: 59 },
    ]);
  });

  it('are broken before where base is over a budget and head adds nothing', () => {
    expect(findings({ budgets: { 'symbol:log_buf': 299 } }, { base: large })).toMatchObject([
      { kind: 'inherited', base: 300, head: 300 },
    ]);
  });

  it('of a new target are its budgets alone', () => {
    const limits = { budgets: { 'subsystem:FILESYSTEMS*': 99 }, growth: { 'symbol:log_buf': 0 } } as const;
    expect(findings(limits, { base: 'new' })).toEqual([
      { kind: 'over-budget', metric: 'subsystem:FILESYSTEMS*', base: undefined, head: 100, limit: 99 },
    ]);
  });

  it('are reported with both sizes, those with a budget first, whether or not they say something', () => {
    const limits = {
      budgets: { ram: 9999, 'dir:fs/': 9999 },
      growth: { 'symbol:d_walk': 99, 'dir:fs/': 99 },
    };
    expect(judged(limits).parts).toEqual([
      { metric: 'dir:fs/', base: 40, head: 100 },
      { metric: 'symbol:d_walk', base: 0, head: 60 },
    ]);
    expect(judged(limits, { base: 'new' }).parts).toContainEqual({
      metric: 'dir:fs/',
      base: undefined,
      head: 100,
    });
  });
});

describe('a part that head does not have', () => {
  it('is no comparison that names the nearest one', () => {
    const { verdict, parts } = judged({ budgets: { 'symbol:log_bug': 4096 } });
    expect(verdict.kind).toBe('no-comparison');
    expect(verdict.reason).toBe(
      'nothing matches the budget "symbol:log_bug"; did you mean "symbol:log_buf"?',
    );
    expect(parts).toEqual([]);
  });

  it.each([
    ['section:bss', 'section:.bss'],
    ['symbol:LOG_BUF', 'symbol:log_buf'],
    ['object:fs/dcache.c', 'object:fs/dcache.o'],
    ['dir:kernel/print/', 'dir:kernel/printk/'],
    ['subsystem:FILESYSTEM (VFS and infrastructure)', 'subsystem:FILESYSTEMS (VFS and infrastructure)'],
  ] as const)('is taken for a slip where it is near: %s', (part, near) => {
    expect(reason({ growth: { [part]: 1 } })).toBe(
      `nothing matches the growth limit "${part}"; did you mean "${near}"?`,
    );
  });

  it('is named alone where nothing is near, and once for both of its limits', () => {
    const limits = { 'symbol:nothing_like_it': 1 };
    expect(reason({ budgets: limits, growth: limits })).toBe(
      'nothing matches the budget and the growth limit "symbol:nothing_like_it"',
    );
  });

  it('but base has is said to be gone', () => {
    expect(reason({ budgets: { 'symbol:d_walk': 99 } }, { base: large, head: small })).toBe(
      'nothing matches the budget "symbol:d_walk" any more: base has 60 B of it',
    );
  });

  it('does not hide broken limits of others, nor other parts that are missing', () => {
    const { verdict } = judged({
      budgets: { 'symbol:log_bug': 1, ram: 999, 'symbol:log_buf': 1, 'dir:x/': 1 },
    });
    expect(verdict.reason).toMatch(/"symbol:log_bug".*; nothing matches the budget "dir:x\/"$/);
    expect(verdict.findings.map(({ kind, metric }) => `${kind} ${metric}`)).toEqual([
      'over-budget symbol:log_buf',
      'inherited ram',
    ]);
  });
});

describe('a kernel without a link map', () => {
  it('is no comparison for objects, folders and subsystems, and says how to get one', () => {
    const budgets = { 'dir:fs/': 9, 'object:fs/dcache.o': 9, 'symbol:log_buf': 99 } as const;
    const { verdict } = judged({ budgets }, { base: withoutMap, head: withoutMap });
    expect(verdict.kind).toBe('no-comparison');
    expect(verdict.reason).toBe(
      'the limits on "dir:fs/", "object:fs/dcache.o" cannot be judged without a link map: ' +
        "the kernel's configuration does not allow CONFIG_VMLINUX_MAP, which needs CONFIG_EXPERT=y; " +
        'add it to a fragment, or give the maps of kernels that were built elsewhere',
    );
    expect(verdict.findings).toMatchObject([{ kind: 'inherited', metric: 'symbol:log_buf' }]);
  });

  it('at base alone cannot tell what a change adds; budgets are judged', () => {
    const limits = { budgets: { 'dir:fs/': 99 }, growth: { 'dir:fs/': 0 } };
    const { verdict, parts } = judged(limits, { base: withoutMap });
    expect(verdict.reason).toMatch(/^the growth limit on "dir:fs\/" cannot be judged.*base did not allow/);
    expect(verdict.findings).toEqual([
      { kind: 'over-budget', metric: 'dir:fs/', base: undefined, head: 100, limit: 99 },
    ]);
    expect(parts).toEqual([{ metric: 'dir:fs/', base: undefined, head: 100 }]);
  });
});

it('a tree without MAINTAINERS is no comparison for subsystems', () => {
  const head = kernel([{ ...logBuf, size: 1 }], { subsystems: {} });
  expect(reason({ budgets: { 'subsystem:PRINTK': 9 } }, { head })).toBe(
    'the budget on "subsystem:PRINTK" cannot be judged without MAINTAINERS, which head does not have',
  );
});
