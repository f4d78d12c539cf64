import { formatBytes } from '../../budget/units.ts';
import { VERDICT_KINDS, type VerdictKind } from '../../budget/verdict.ts';
import { type MetricDelta, metricChange } from '../../size/delta/metric-deltas.ts';
import type { Report, TargetReport } from '../report.ts';
import { changeWords } from './change-words.ts';
import { type Quote, describeFinding, hasPartIn } from './finding-words.ts';
import { mainMetrics } from './main-metrics.ts';
import { sizeCells } from './size-columns.ts';

/**
 * The one line that is enough to decide: what this change does, the worst target first, with the limit that it breaks.
 * What was so before it is left to the remarks.
 */
export function headlineOf(report: Report, quote: Quote): string {
  if (report.targets.length === 0) return `nothing was compared${because(report.failure?.reason, quote)}`;
  const { headline } = tellApart(report);
  return headline === undefined
    ? allWithinLimits(report, quote)
    : headline.say(quote) + others(report, headline);
}

/** The verdict that the headline is about; a pass where all that is to be said was so before. */
export function headlineVerdict(report: Report): VerdictKind {
  const { headline, remarks } = tellApart(report);
  if (headline !== undefined) return headline.about.verdict.kind;
  return remarks.length === 0 ? report.verdict : 'pass';
}

/** More than anybody reads; a report may be a stranger's, with any number of limits on any names. */
const MOST_REMARKS = 100;

/** What else is to be said, one sentence each, worst target first; the headline's is not repeated. */
export function remarksOf(report: Report, quote: Quote): string[] {
  const { remarks } = tellApart(report);
  const shown = remarks.slice(0, MOST_REMARKS).map(({ say }) => say(quote));
  const left = remarks.length - shown.length;
  return left === 0 ? shown : [...shown, `${left} more remarks are not shown here`];
}

/** One thing that is to be said. */
interface Statement {
  readonly about: TargetReport;
  /** Whether this change has a part in it. */
  readonly isNews: boolean;
  readonly say: (quote: Quote) => string;
}

interface Statements {
  /** The worst of what this change does. */
  readonly headline: Statement | undefined;
  /** All others, worst target first. */
  readonly remarks: readonly Statement[];
}

function tellApart({ targets }: Report): Statements {
  const all = targets.toSorted((a, b) => rank(a) - rank(b)).flatMap(targetStatements);
  const headline = all.find(({ isNews }) => isNews);
  return { headline, remarks: all.filter((statement) => statement !== headline) };
}

function rank({ verdict }: TargetReport): number {
  return VERDICT_KINDS.indexOf(verdict.kind);
}

function targetStatements(about: TargetReport): Statement[] {
  const { target, verdict } = about;
  const findings = verdict.findings.map((finding): Statement => {
    const say = (quote: Quote): string => `${quote(target)} ${describeFinding(finding, quote)}`;
    return { about, isNews: hasPartIn(finding), say };
  });
  if (verdict.kind !== 'no-comparison') return findings;
  const say = (quote: Quote): string => `no comparison for ${quote(target)}${because(verdict.reason, quote)}`;
  return [{ about, isNews: true, say }, ...findings];
}

function because(reason: string | undefined, quote: Quote): string {
  return reason === undefined ? '' : `: ${quote(reason)}`;
}

/** How many more targets have the same verdict, and not from before. */
function others(report: Report, { about }: Statement): string {
  const same = report.targets.filter(
    (one) => one.verdict.kind === about.verdict.kind && targetStatements(one).some(({ isNews }) => isNews),
  );
  const more = same.length - 1;
  return more === 0 ? '' : `; ${more} more target${more > 1 ? 's' : ''} too`;
}

function allWithinLimits({ targets }: Report, quote: Quote): string {
  const [only] = targets;
  const wasOver = targets.some(({ verdict }) => verdict.findings.some(({ kind }) => kind === 'inherited'));
  if (targets.length > 1 || only === undefined) {
    if (targets.every(isUnchanged)) return `no change in size of ${targets.length} targets`;
    return wasOver
      ? `this change breaks no limit of ${targets.length} targets`
      : `${severalVerdict(targets)}${newAmong(targets)}`;
  }
  if (isUnchanged(only)) return `no change in size of ${quote(only.target)}: ${sizesOf(only)}`;
  const changes = mainMetrics(only.delta).map(describeMetric).join(', ');
  if (wasOver) return `this change breaks no limit of ${quote(only.target)}: ${changes}`;
  return `${quote(only.target)} ${onlyVerdict(only)}: ${changes}`;
}

function onlyVerdict(target: TargetReport): string {
  const isNew = target.status === 'new';
  if (!isLimited(target)) return isNew ? 'is new and has no budgets' : 'has no limits';
  return isNew ? 'is new and within its budgets' : 'is within its limits';
}

function severalVerdict(targets: Report['targets']): string {
  const without = targets.filter((target) => !isLimited(target)).length;
  if (without === targets.length) return `${targets.length} targets have no limits`;
  const among = without === 0 ? '' : `, ${without} without any`;
  return `${targets.length} targets are within their limits${among}`;
}

/** Whether anything was judged; without a base there is no growth. */
function isLimited({ budgets, growth, delta }: TargetReport): boolean {
  const limits = delta?.symbols === undefined ? budgets : { ...budgets, ...growth };
  return Object.keys(limits).length > 0;
}

/** What is new has no base, so nothing was judged of what this change adds to it. */
function newAmong(targets: Report['targets']): string {
  const count = targets.filter(({ status }) => status === 'new').length;
  return count === 0 ? '' : `, ${count} of them new`;
}

function sizesOf(target: TargetReport): string {
  return mainMetrics(target.delta)
    .map(({ metric }) => `${metric} ${sizeCells(target, metric).size}`)
    .join(', ');
}

function describeMetric(delta: MetricDelta): string {
  return `${delta.metric} ${delta.base === undefined ? formatBytes(delta.head) : changeWords(delta)}`;
}

/** Whether a target was compared and no metric, no section, no owner of bytes, no option and no node differs. */
export function isUnchanged({ delta }: TargetReport): boolean {
  if (delta?.symbols === undefined) return false;
  return (
    delta.metrics.every((metric) => metricChange(metric) === 0) &&
    delta.sections.every(({ base, head }) => base === head) &&
    delta.symbols.rows.length === 0 &&
    (delta.accounted?.rows.length ?? 0) === 0 &&
    delta.config.length === 0 &&
    (delta.deviceTree?.rows.length ?? 0) === 0
  );
}
