import { describe, expect, it } from 'vitest';
import { type Case, judge, noComparison, worstVerdict } from '../../src/budget/judge.ts';
import type { LimitName, Limits } from '../../src/budget/limits.ts';
import { missingParts } from '../../src/budget/missing-size.ts';
import type { VerdictKind } from '../../src/budget/verdict.ts';
import type { ContentDelta } from '../../src/size/metrics/contents.ts';

const sizes: Limits = { flash: 1000, ram: 500 };

/** A kernel that does not change and has no limits. */
function caseOf(overrides: {
  readonly budgets?: Limits;
  readonly growth?: Limits;
  readonly nearLimit?: number;
  readonly contents?: Readonly<Record<string, ContentDelta>>;
  readonly acceptances?: Case['acceptances'];
  readonly base?: Limits | 'new';
  readonly head?: Limits;
}): Case {
  const { budgets = {}, growth = {}, nearLimit = 0.95, base = sizes, head = sizes } = overrides;
  const { contents = {}, acceptances = [] } = overrides;
  const target = { name: 'toy', budgets, growth, nearLimit };
  const sides = { base: base === 'new' ? undefined : base, head };
  const unmeasuredParts = missingParts(target, sides).map(
    ({ name, side, limits }) => `${name} lacks at ${side}: ${limits.join(', ')}`,
  );
  const contentOf = new Map(Object.entries(contents) as [LimitName, ContentDelta][]);
  return { target, acceptances, contents: contentOf, unmeasuredParts, ...sides };
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

describe('a limit on a part', () => {
  const part = 'symbol:log_buf';

  it.each<[what: string, limits: Parameters<typeof caseOf>[0], kind: VerdictKind]>([
    ['a budget that head exceeds', { budgets: { [part]: 99 } }, 'over-budget'],
    ['a budget that base exceeded as much', { budgets: { [part]: 99 }, base: { [part]: 100 } }, 'inherited'],
    ['a budget with little left', { budgets: { [part]: 100 } }, 'near-limit'],
    ['a growth limit that is exceeded', { growth: { [part]: 49 } }, 'over-growth'],
    ['a growth limit that holds', { growth: { [part]: 50 } }, 'pass'],
  ])('is judged as one on a metric: %s', (_, limits, kind) => {
    expect(judge(caseOf({ base: { [part]: 50 }, head: { [part]: 100 }, ...limits })).kind).toBe(kind);
  });

  it('is no comparison where head does not have it, beside what else is broken', () => {
    const verdict = judge(caseOf({ budgets: { ram: 499, [part]: 9 }, growth: { [part]: 0 } }));
    expect([verdict.kind, verdict.reason]).toEqual([
      'no-comparison',
      'symbol:log_buf lacks at head: budget, growth limit',
    ]);
    expect(verdict.findings.map(({ kind, metric }) => `${kind} ${metric}`)).toEqual(['inherited ram']);
  });

  it('is no comparison for a new target too, whether it is a budget or of growth', () => {
    expect(judge(caseOf({ growth: { [part]: 9 }, base: 'new' })).reason).toBe(
      'symbol:log_buf lacks at head: growth limit',
    );
  });

  it('on growth is no comparison where base cannot tell its size; its budget is judged', () => {
    const limits = { budgets: { [part]: 9 }, growth: { [part]: 1 } };
    const verdict = judge(caseOf({ ...limits, head: { ...sizes, [part]: 10 } }));
    expect(verdict.reason).toBe('symbol:log_buf lacks at base: growth limit');
    expect(verdict.findings.map(({ kind }) => kind)).toEqual(['over-budget']);
  });

  it('on growth does not apply to a new target that has it', () => {
    const head = { ...sizes, [part]: 10 };
    expect(judge(caseOf({ growth: { [part]: 0 }, base: 'new', head })).kind).toBe('pass');
  });

  it('keeps shrunk from being said when it grew within its limit', () => {
    const verdict = (grown: number): VerdictKind =>
      judge(caseOf({ growth: { [part]: 9 }, base: { ram: 9, [part]: 1 }, head: { ram: 8, [part]: grown } }))
        .kind;
    expect([verdict(1), verdict(2)]).toEqual(['shrunk', 'pass']);
  });
});

describe('findings', () => {
  it('of equal weight have metrics before parts, and parts in the order of the file', () => {
    const over = { 'symbol:b': 10, 'section:.a': 10, text: 10, flash: 10 };
    const budgets = { 'symbol:b': 5, 'section:.a': 5, text: 5, flash: 5 };
    expect(judge(caseOf({ budgets, base: 'new', head: over })).findings.map(({ metric }) => metric)).toEqual([
      'flash',
      'text',
      'symbol:b',
      'section:.a',
    ]);
  });

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
  it.each<[what: string, head: Limits, kind: VerdictKind]>([
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

describe('a metric that does not show its growth', () => {
  const growth = { image: 10, flash: 10 };
  const base = { flash: 1000, image: 900, ram: 50 };
  /** The file changes by `file` bytes, what is compressed by `content`. */
  const changed = (file: number, content: number, limits: Limits = growth) => ({
    growth: limits,
    base,
    head: { flash: 1000 + file, image: 900 + file, ram: 50 },
    contents: {
      image: { base: 2000, head: 2000 + content },
      flash: { base: 2100, head: 2100 + content },
    },
  });

  it.each([
    [704, 10, 'pass'],
    [704, 11, 'over-growth'],
    [-472, 11, 'over-growth'],
    [-472, 0, 'pass'],
    [-472, 5, 'pass'],
    [9, -1, 'shrunk'],
    [704, -1, 'shrunk'],
  ] as const)('that changes by %d while its contents change by %d is %s', (file, content, kind) => {
    expect(judge(caseOf(changed(file, content))).kind).toBe(kind);
  });

  it('says both in its finding', () => {
    const { findings } = judge(caseOf(changed(704, 22, { flash: 10 })));
    const content = { base: 2100, head: 2122 };
    expect(findings).toMatchObject([
      { kind: 'over-growth', metric: 'flash', base: 1000, head: 1704, content },
    ]);
  });

  it('counts to the byte against a budget', () => {
    expect(judge(caseOf({ ...changed(1, 0), budgets: { flash: 1000 } })).kind).toBe('over-budget');
  });

  it('is accepted by what its contents grew', () => {
    const acceptance = {
      target: 'toy',
      metric: 'flash',
      reason: 'r',
      by: 'b',
      via: 'trailer',
      where: 'w',
    } as const;
    const given = changed(704, 22, { flash: 10 });
    const accepting = (bytes: number) => caseOf({ ...given, acceptances: [{ ...acceptance, bytes }] });
    expect(judge(accepting(22)).kind).toBe('accepted');
    expect(judge(accepting(21)).kind).toBe('over-growth');
  });

  it.each([{}, { base: 2000 }, { head: 2000 }])('is no pass where its contents are %j', (image) => {
    const verdict = judge(caseOf({ ...changed(0, 0, { image: 10 }), contents: { image } }));
    expect([verdict.kind, verdict.reason]).toEqual([
      'no-comparison',
      expect.stringMatching(
        /^the growth of image cannot be judged by what is compressed, .*; run the check again$/,
      ),
    ]);
  });

  it('is judged against its budget alone where nothing tells its contents', () => {
    const given = { ...changed(0, 0, {}), budgets: { image: 900 }, contents: { image: {} } };
    expect(judge(caseOf(given)).kind).toBe('near-limit');
  });

  it.each(['text', 'section:.text'] as const)('is no pass where %s is padded and there is no map', (name) => {
    const padded = { [name]: 65_536, ram: 50 };
    const given = { growth: { [name]: 0 }, base: padded, head: padded, contents: { [name]: {} } };
    expect(judge(caseOf(given)).reason).toMatch(/cannot be judged without a link map, since/);
  });

  it('is named with all others of its kind', () => {
    const limits = { text: 0, bss: 0, 'section:.text': 0, image: 0, flash: 0 };
    const one = { text: 1, bss: 1, 'section:.text': 1, image: 1, flash: 1 };
    const contents = { text: {}, bss: {}, 'section:.text': {}, image: {}, flash: {} };
    const { reason } = judge(caseOf({ growth: limits, base: one, head: one, contents }));
    expect(reason?.match(/the growth of [^;]*? cannot/g)).toEqual([
      'the growth of flash, image cannot',
      'the growth of text, bss, "section:.text" cannot',
    ]);
  });

  it('of a new target has no growth to tell', () => {
    const given = { ...changed(0, 0), base: 'new' as const, contents: { image: {} } };
    expect(judge(caseOf(given)).kind).toBe('pass');
  });
});

describe('accepted growth', () => {
  const accepted = (bytes: number, overrides: Partial<Case['acceptances'][number]> = {}) => ({
    target: 'toy',
    metric: 'ram' as const,
    bytes,
    reason: 'a new driver',
    by: 'alice',
    via: 'command' as const,
    where: 'a comment',
    ...overrides,
  });
  const grown = { growth: { ram: 10 }, base: { ram: 100 }, head: { ram: 150 } };

  it.each<[bytes: number, kind: VerdictKind]>([
    [49, 'over-growth'],
    [50, 'accepted'],
    [51, 'accepted'],
    [0, 'over-growth'],
  ])('of up to %d bytes makes a growth of 50 %s, and says by whom', (bytes, kind) => {
    const acceptance = accepted(bytes);
    const verdict = judge(caseOf({ ...grown, acceptances: [acceptance] }));
    expect(verdict.kind).toBe(kind);
    expect(verdict.findings).toEqual([{ kind, metric: 'ram', base: 100, head: 150, limit: 10, acceptance }]);
  });

  it.each([
    ['target', { target: 'other' }],
    ['metric', { metric: 'flash' as const }],
  ])('of another %s does not count', (_, other) => {
    expect(judge(caseOf({ ...grown, acceptances: [accepted(99, other)] })).kind).toBe('over-growth');
  });

  it('is not said where the growth limit holds anyway', () => {
    const within = { ...grown, head: { ram: 110 }, acceptances: [accepted(99)] };
    expect(judge(caseOf(within))).toEqual({ kind: 'pass', findings: [], reason: undefined });
  });

  it('never lifts a budget', () => {
    const over = { ...grown, budgets: { ram: 149 }, acceptances: [accepted(99)] };
    const { kind, findings } = judge(caseOf(over));
    expect([kind, findings.map((finding) => finding.kind)]).toEqual([
      'over-budget',
      ['over-budget', 'accepted'],
    ]);
  });
});
