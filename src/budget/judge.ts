import { countedChange } from '../size/delta/metric-deltas.ts';
import { METRIC_NAMES, type MetricName } from '../size/measurement.ts';
import { COMPRESSED_METRICS } from '../size/metrics/contents.ts';
import { isSelector } from '../size/selectors/selector-sizes.ts';
import { type Acceptance, largestAcceptance } from './acceptance.ts';
import type { JudgedSizes } from './judged-sizes.ts';
import { type LimitName, limitNames } from './limits.ts';
import { type Missing, missingSize } from './missing-size.ts';
import type { Target } from './target.ts';
import { type Finding, VERDICT_KINDS, type Verdict, type VerdictKind } from './verdict.ts';

/** What of a target decides. */
export type JudgedTarget = Pick<Target, 'name' | 'budgets' | 'growth' | 'nearLimit'>;

/** What {@link judge} needs to know. */
export interface Case extends JudgedSizes {
  readonly target: JudgedTarget;
  /** Growth that was accepted, of any target. */
  readonly acceptances: readonly Acceptance[];
  /** One sentence for each reason why limited parts have no size. */
  readonly unmeasuredParts: readonly string[];
}

/**
 * Judges one target: what the change adds (growth) apart from where the kernel stands (budget), so that nobody is
 * blamed for what the branch already had. A limit on what was not measured is never a pass.
 */
export function judge(given: Case): Verdict {
  const findings = limitNames(given.target)
    .flatMap((metric) => findingsOn(metric, given))
    .toSorted(worstFirst);
  const unmeasured = unmeasuredReasons(given);
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

function findingsOn(metric: LimitName, given: Case): Finding[] {
  const { target, base, head } = given;
  const now = head[metric];
  if (now === undefined) return [];
  const sides = { metric, base: base?.[metric], head: now, content: given.contents.get(metric) };
  const { budgets, growth, nearLimit } = target;
  return [
    budgetFinding(sides, budgets[metric], nearLimit),
    growthFinding(sides, growth[metric], given),
  ].filter((finding) => finding !== undefined);
}

type Sides = Pick<Finding, 'metric' | 'base' | 'head' | 'content'>;

function budgetFinding(
  { content: _content, ...sides }: Sides,
  limit: number | undefined,
  nearLimit: number,
): Finding | undefined {
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

function growthFinding(sides: Sides, limit: number | undefined, given: Case): Finding | undefined {
  const change = countedChange(sides);
  if (limit === undefined || change === undefined || change <= limit) return undefined;
  const acceptance = largestAcceptance(given.acceptances, {
    target: given.target.name,
    metric: sides.metric,
  });
  const isAccepted = acceptance !== undefined && change <= acceptance.bytes;
  return { ...sides, kind: isAccepted ? 'accepted' : 'over-growth', limit, acceptance };
}

/** By kind, then by how far over the limit in proportion to it. */
function worstFirst(a: Finding, b: Finding): number {
  return VERDICT_KINDS.indexOf(a.kind) - VERDICT_KINDS.indexOf(b.kind) || share(b) - share(a);
}

function share(finding: Finding): number {
  const { kind, head, limit } = finding;
  const used = kind === 'over-growth' || kind === 'accepted' ? (countedChange(finding) ?? head) : head;
  // A growth limit may be 0; a finite number keeps two of them comparable.
  return used / Math.max(limit, 1);
}

function unmeasuredReasons(given: Case): string[] {
  const metrics = METRIC_NAMES.flatMap((metric) => missingSize(metric, given.target, given));
  const untold = limitNames(given.target).filter((name) => isUntold(name, given));
  return [...metrics.map(metricReason), ...given.unmeasuredParts, ...untoldReasons(untold)];
}

/** Whether nothing tells how much something grew that has a growth limit and a size on both sides. */
function isUntold(name: LimitName, { target, base, head, contents }: Case): boolean {
  const content = contents.get(name);
  if (target.growth[name] === undefined || content === undefined) return false;
  if (base?.[name] === undefined || head[name] === undefined) return false;
  return content.base === undefined || content.head === undefined;
}

/** One for all that are untold for one reason. */
function untoldReasons(names: readonly LimitName[]): string[] {
  const compressed = names.filter((name) => COMPRESSED_METRICS.has(name));
  const padded = names.filter((name) => !COMPRESSED_METRICS.has(name));
  const sentence = (some: readonly LimitName[], why: string): string[] => {
    const list = some.map((name) => (isSelector(name) ? `"${name}"` : name)).join(', ');
    return some.length === 0 ? [] : [`the growth of ${list} cannot be judged ${why}`];
  };
  return [
    ...sentence(compressed, 'by what is compressed, which the report does not have; run the check again'),
    ...sentence(
      padded,
      'without a link map, since the linker script fills up sections: give CONFIG_EXPERT=y to the target, or the maps ' +
        'of kernels that were built elsewhere, or limit ram instead',
    ),
  ];
}

function metricReason({ name, side, limits }: Missing<MetricName>): string {
  const what = limits.map((limit) => `a ${limit}`).join(' and ');
  return `no ${name} was measured at ${side}, but it has ${what}`;
}

/** Flash or RAM shrank, and nothing that counts grew: neither of the two nor what has a limit. */
function hasShrunk(given: Case): boolean {
  const { target, base, head, contents } = given;
  if (base === undefined) return false;
  const change = (metric: LimitName): number => {
    const sides = { base: base[metric] ?? 0, head: head[metric] ?? 0 };
    return countedChange({ ...sides, content: contents.get(metric) }) ?? sides.head - sides.base;
  };
  const counted = limitNames(target).filter((metric) => isCounted(metric, target));
  return (change('flash') < 0 || change('ram') < 0) && counted.every((metric) => change(metric) <= 0);
}

function isCounted(metric: LimitName, target: Case['target']): boolean {
  const isLimited = target.budgets[metric] !== undefined || target.growth[metric] !== undefined;
  return metric === 'flash' || metric === 'ram' || isLimited;
}
