import { worstVerdict } from '../../../src/budget/judge.ts';
import type { Finding, Verdict, VerdictKind } from '../../../src/budget/verdict.ts';
import type { Report, TargetReport } from '../../../src/report/report.ts';
import type { SymbolDiff } from '../../../src/size/bloat-o-meter/symbol-diff.ts';
import type { AccountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import type { Delta } from '../../../src/size/delta/delta.ts';
import type { OwnerRow } from '../../../src/size/delta/owner-rows.ts';
import { METRIC_NAMES, type MetricName, type Provenance } from '../../../src/size/measurement.ts';

export const BASE = { hash: '1234567'.padEnd(40, '0'), origin: 'parent of the merge' };
export const HEAD = { hash: 'abcdef0'.padEnd(40, '1'), origin: 'what is checked out' };

export const PROVENANCE: Provenance = {
  commit: HEAD.hash,
  kernelVersion: '6.12.117',
  compiler: 'arm-linux-gnueabi-gcc 12.2.0',
  linker: 'GNU ld 2.40',
  configDigest: 'c'.repeat(64),
};

/** Bytes on both sides; base is undefined where there is nothing to compare with. */
type Sides = readonly [base: number | undefined, head: number];

/** Name, bytes at base, bytes at head. */
export type SymbolSides = readonly [name: string, old: number | undefined, head: number | undefined];

/** A table with these rows in this order, and totals that follow from them. */
export function symbolDiff(
  symbols: readonly SymbolSides[] = [],
  overrides: Partial<SymbolDiff> = {},
): SymbolDiff {
  const rows = symbols.map(([name, old, head]) => ({
    name,
    old,
    new: head,
    delta: (head ?? 0) - (old ?? 0),
  }));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const changes = rows.map(({ delta }) => delta);
  return {
    title: 'Function',
    added: symbols.filter(([, old]) => old === undefined).length,
    removed: symbols.filter(([, , head]) => head === undefined).length,
    grown: symbols.filter(([, old, head]) => old !== undefined && head !== undefined && head > old).length,
    shrunk: symbols.filter(([, old, head]) => old !== undefined && head !== undefined && head < old).length,
    up: sum(changes.filter((change) => change > 0)),
    down: sum(changes.filter((change) => change < 0).map((change) => -change)),
    rows,
    before: sum(symbols.map(([, old]) => old ?? 0)),
    after: sum(symbols.map(([, , head]) => head ?? 0)),
    ...overrides,
  };
}

/** What a delta is made of. */
export interface DeltaParts {
  readonly metrics?: Readonly<Partial<Record<MetricName, Sides>>>;
  readonly sections?: Delta['sections'];
  /** `new` for a target without a base. */
  readonly symbols?: readonly SymbolSides[] | 'new';
  readonly accounted?: Partial<AccountedDelta>;
  readonly config?: Delta['config'];
  readonly split?: Delta['split'];
  readonly deviceTree?: Delta['deviceTree'];
}

/** What is not given did not change. */
export function deltaWith({
  metrics = {},
  sections = [],
  symbols = [],
  accounted = {},
  config = [],
  split,
  deviceTree,
}: DeltaParts = {}): Delta {
  const sides: DeltaParts['metrics'] = {
    flash: [1_000_000, 1_000_000],
    ram: [100_000, 100_000],
    ...metrics,
  };
  return {
    metrics: METRIC_NAMES.flatMap((metric) => {
      const pair = sides[metric];
      return pair === undefined ? [] : [{ metric, base: pair[0], head: pair[1] }];
    }),
    isCompressed: false,
    sections,
    symbols: symbols === 'new' ? undefined : symbolDiff(symbols),
    accounted: symbols === 'new' ? undefined : accountedWith(accounted),
    spans: [],
    config,
    split,
    deviceTree,
  };
}

/** An accounted table with these rows; what is not given is as large as before. */
export function accountedWith(overrides: Partial<AccountedDelta> = {}): AccountedDelta {
  return { rows: [], sections: [], objects: [], subsystems: [], hasMaps: true, ...overrides };
}

/** A row that is in one section. */
export function ownerRow(overrides: Partial<OwnerRow> = {}): OwnerRow {
  const { base, head } = { base: 100, head: 140, ...overrides };
  return {
    kind: 'symbol',
    name: 'start_kernel',
    object: 'init/main.o',
    base,
    head,
    delta: (head ?? 0) - (base ?? 0),
    cells: [{ section: '.text', base: base ?? 0, head: head ?? 0 }],
    movedFrom: undefined,
    renamedFrom: undefined,
    aliases: [],
    clones: [],
    inlinedInto: [],
    splitFrom: [],
    definition: undefined,
    ...overrides,
  };
}

export function findingWith(overrides: Partial<Finding> = {}): Finding {
  return { kind: 'over-growth', metric: 'ram', base: 115_432, head: 119_400, limit: 1024, ...overrides };
}

export function verdictWith(kind: VerdictKind, overrides: Partial<Verdict> = {}): Verdict {
  return { kind, findings: [], reason: undefined, ...overrides };
}

/** One target that did not change and passes. */
export function targetReport(overrides: Partial<TargetReport> = {}): TargetReport {
  return {
    target: 'stm32f469',
    status: 'kept',
    verdict: verdictWith('pass'),
    budgets: {},
    growth: {},
    delta: deltaWith(),
    details: [],
    provenance: PROVENANCE,
    baseProvenance: PROVENANCE,
    ...overrides,
  };
}

/** A target that was not compared. */
export function failedTarget(overrides: Partial<TargetReport> = {}): TargetReport {
  return targetReport({
    verdict: verdictWith('no-comparison', { reason: 'building head failed' }),
    delta: undefined,
    provenance: undefined,
    baseProvenance: undefined,
    ...overrides,
  });
}

/** The first target of the design's example: RAM grows by 3,968 B where 1,024 B are allowed. */
export function overGrowthTarget(overrides: Partial<TargetReport> = {}): TargetReport {
  return targetReport({
    verdict: verdictWith('over-growth', { findings: [findingWith()] }),
    budgets: { flash: 2 * 1024 * 1024, ram: 324 * 1024 },
    growth: { ram: 1024 },
    delta: deltaWith({
      metrics: { flash: [1_044_664, 1_044_808], ram: [115_432, 119_400] },
      sections: [{ name: '.bss', base: 4096, head: 8064 }],
      symbols: [
        ['big_buffer', undefined, 3968],
        ['start_kernel', 100, 96],
      ],
    }),
    ...overrides,
  });
}

/** A report of these targets with the worst of their verdicts. */
export function reportWith(targets: readonly TargetReport[], overrides: Partial<Report> = {}): Report {
  const verdict = worstVerdict(targets.map((target) => target.verdict.kind));
  return {
    version: 1,
    base: BASE,
    head: HEAD,
    failure: undefined,
    verdict,
    targets,
    notes: [],
    ...overrides,
  };
}
