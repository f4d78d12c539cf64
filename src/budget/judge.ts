import { METRIC_NAMES, type MetricName, type Metrics } from '../size/measurement.ts';
import type { Target } from './target.ts';
import { type Finding, VERDICT_KINDS, type Verdict, type VerdictKind } from './verdict.ts';

/** What {@link judge} needs to know; metrics are bytes. */
export interface Case {
  readonly target: Pick<Target, 'budgets' | 'growth' | 'nearLimit'>;
  /** Undefined for a new target: then only budgets are judged. */
  readonly base: Metrics | undefined;
  readonly head: Metrics;
}

/**
 * Judges one target: what the change adds (growth) apart from where the kernel stands (budget), so that nobody is
 * blamed for what the branch already had. A limit on a metric that was not measured is never a pass.
 */
export function judge(given: Case): Verdict {
  const findings = METRIC_NAMES.flatMap((metric) => metricFindings(metric, given)).toSorted(worstFirst);
  const unmeasured = METRIC_NAMES.flatMap((metric) => unmeasuredReasons(metric, given));
  if (unmeasured.length > 0) return { kind: 'no-comparison', findings, reason: unmeasured.join('; ') };
  const kind = findings[0]?.kind ?? (hasShrunk(given) ? 'shrunk' : 'pass');
  return { kind, findings, reason: undefined };
}

/** The verdict where nothing could be compared; `reason` is one line. */
export function noComparison(reason: string): Verdict {
  return { kind: 'no-comparison', findings: [], reason };
}

/** The worst of some verdicts, in the order of `VERDICT_KINDS`; of none at all `no-comparison`. */
export function worstVerdict(kinds: readonly VerdictKind[]): VerdictKind {
  return VERDICT_KINDS.find((kind) => kinds.includes(kind)) ?? 'no-comparison';
}

function metricFindings(metric: MetricName, { target, base, head }: Case): Finding[] {
  const now = head[metric];
  if (now === undefined) return [];
  const sides = { metric, base: base?.[metric], head: now };
  const { budgets, growth, nearLimit } = target;
  return [budgetFinding(sides, budgets[metric], nearLimit), growthFinding(sides, growth[metric])].filter(
    (finding) => finding !== undefined,
  );
}

type Sides = Pick<Finding, 'metric' | 'base' | 'head'>;

function budgetFinding(sides: Sides, limit: number | undefined, nearLimit: number): Finding | undefined {
  if (limit === undefined) return undefined;
  const { base, head } = sides;
  if (head > limit) {
    const wasOver = base !== undefined && base > limit;
    return { ...sides, kind: wasOver && head <= base ? 'inherited' : 'over-budget', limit };
  }
  // A quotient, since 0.07 * 100 is 7.000000000000001; a limit of 0 has none.
  const isNear = head === limit || head / limit >= nearLimit;
  return isNear ? { ...sides, kind: 'near-limit', limit } : undefined;
}

function growthFinding(sides: Sides, limit: number | undefined): Finding | undefined {
  if (limit === undefined || sides.base === undefined) return undefined;
  return sides.head - sides.base > limit ? { ...sides, kind: 'over-growth', limit } : undefined;
}

/** By kind, then by how far over the limit in proportion to it. */
function worstFirst(a: Finding, b: Finding): number {
  return VERDICT_KINDS.indexOf(a.kind) - VERDICT_KINDS.indexOf(b.kind) || share(b) - share(a);
}

function share({ kind, base, head, limit }: Finding): number {
  const used = kind === 'over-growth' ? head - (base ?? 0) : head;
  // A growth limit may be 0; a finite number keeps two of them comparable.
  return used / Math.max(limit, 1);
}

function unmeasuredReasons(metric: MetricName, { target, base, head }: Case): string[] {
  const hasBudget = target.budgets[metric] !== undefined;
  const hasGrowth = target.growth[metric] !== undefined;
  if (!hasBudget && !hasGrowth) return [];
  const limits = [...(hasBudget ? ['a budget'] : []), ...(hasGrowth ? ['a growth limit'] : [])].join(' and ');
  if (head[metric] === undefined) return [`no ${metric} was measured at head, but it has ${limits}`];
  const lacksBase = hasGrowth && base !== undefined && base[metric] === undefined;
  return lacksBase ? [`no ${metric} was measured at base, but it has a growth limit`] : [];
}

/** Flash or RAM shrank, and nothing that counts grew: neither of the two nor a metric with a limit. */
function hasShrunk({ target, base, head }: Case): boolean {
  if (base === undefined) return false;
  const change = (metric: MetricName): number => (head[metric] ?? 0) - (base[metric] ?? 0);
  const counted = METRIC_NAMES.filter((metric) => isCounted(metric, target));
  return (change('flash') < 0 || change('ram') < 0) && counted.every((metric) => change(metric) <= 0);
}

function isCounted(metric: MetricName, target: Case['target']): boolean {
  const isLimited = target.budgets[metric] !== undefined || target.growth[metric] !== undefined;
  return metric === 'flash' || metric === 'ram' || isLimited;
}
