import { formatBytes, formatChange, formatLimit } from '../budget/units.ts';
import { type Finding, VERDICT_KINDS } from '../budget/verdict.ts';
import { type MetricDelta, countedChange, metricChange } from '../size/delta.ts';
import { isPartName } from '../size/part-sizes.ts';
import { changeWords, contentWords } from './change-words.ts';
import { mainMetrics } from './main-metrics.ts';
import type { Report, TargetReport } from './report.ts';
import { sizeCells } from './size-columns.ts';

/** Makes text from outside (a target's name, a reason) inert in the place where a sentence is printed. */
export type Quote = (text: string) => string;

/** The one line that is enough to decide: the worst target first, with the limit that it breaks. */
export function headlineOf(report: Report, quote: Quote): string {
  if (report.targets.length === 0) return `nothing was compared${because(report.failure?.reason, quote)}`;
  const [worst] = statements(report);
  return worst === undefined ? allWithinLimits(report, quote) : worst(quote) + others(report);
}

/** More than anybody reads; a report may be a stranger's, with any number of limits on any names. */
const MOST_REMARKS = 100;

/** What else is to be said, one sentence each, worst target first; the headline's is not repeated. */
export function remarksOf(report: Report, quote: Quote): string[] {
  const [, ...remarks] = statements(report);
  const shown = remarks.slice(0, MOST_REMARKS).map((statement) => statement(quote));
  const left = remarks.length - shown.length;
  return left === 0 ? shown : [...shown, `${left} more remarks are not shown here`];
}

/** Says one thing that is to be said. */
type Statement = (quote: Quote) => string;

/** Worst target first. */
function statements({ targets }: Report): Statement[] {
  return targets.toSorted((a, b) => rank(a) - rank(b)).flatMap(targetStatements);
}

function rank({ verdict }: TargetReport): number {
  return VERDICT_KINDS.indexOf(verdict.kind);
}

function targetStatements({ target, verdict }: TargetReport): Statement[] {
  const findings = verdict.findings.map(
    (finding): Statement =>
      (quote) =>
        `${quote(target)} ${describeFinding(finding, quote)}`,
  );
  if (verdict.kind !== 'no-comparison') return findings;
  return [(quote) => `no comparison for ${quote(target)}${because(verdict.reason, quote)}`, ...findings];
}

function because(reason: string | undefined, quote: Quote): string {
  return reason === undefined ? '' : `: ${quote(reason)}`;
}

/** `is over its growth limit: ram +3,968 B (limit +1,024 B)`. */
function describeFinding(finding: Finding, quote: Quote): string {
  const { head, limit } = finding;
  const metric = isPartName(finding.metric) ? quote(finding.metric) : finding.metric;
  const change = finding.base === undefined ? undefined : head - finding.base;
  const use = `${metric} ${formatBytes(head)} of ${formatLimit(limit)}`;
  switch (finding.kind) {
    case 'over-budget':
      return `is over its budget: ${use}, ${formatBytes(head - limit)} too much${byThisChange(change)}`;
    case 'over-growth':
    case 'accepted': {
      const grew = `${metric} ${growthWords(finding)}`;
      return `${finding.kind === 'accepted' ? 'grew as was accepted' : 'is over its growth limit'}: ${grew}${acceptedBy(finding, quote)}`;
    }
    case 'inherited':
      return `was over its budget before: ${use}${byThisChange(change)}`;
    case 'near-limit':
      return `is near its budget: ${use}, ${formatBytes(limit - head)} left${byThisChange(change)}`;
  }
}

/** `+3,968 B (limit +1,024 B)`; `+1,500 B before compression (limit +512 B), +704 B compressed`. */
function growthWords(finding: Finding): string {
  const { head, limit, content } = finding;
  const words = contentWords(finding.metric);
  const growth = formatChange(countedChange(finding) ?? head);
  const size = formatChange(metricChange(finding) ?? head);
  return content === undefined
    ? `${growth} (limit ${formatChange(limit)})`
    : `${growth} ${words.content} (limit ${formatChange(limit)}), ${size} ${words.size}`;
}

/** `; +4,096 B accepted by alice (command): new driver`. */
function acceptedBy({ acceptance }: Finding, quote: Quote): string {
  if (acceptance === undefined) return '';
  const { bytes, by, via, reason } = acceptance;
  return `; ${formatChange(bytes)} accepted by ${quote(by)} (${via}): ${quote(reason)}`;
}

function byThisChange(change: number | undefined): string {
  if (change === undefined) return '';
  return change === 0 ? ', nothing of it by this change' : `, ${formatChange(change)} by this change`;
}

/** How many more targets have the same verdict. */
function others(report: Report): string {
  const same = report.targets.filter(({ verdict }) => verdict.kind === report.verdict).length;
  return same > 1 ? `; ${same - 1} more target${same > 2 ? 's' : ''} too` : '';
}

function allWithinLimits({ targets }: Report, quote: Quote): string {
  const [only] = targets;
  if (targets.length > 1 || only === undefined) {
    return targets.every(isUnchanged)
      ? `no change in size of ${targets.length} targets`
      : `${targets.length} targets are within their limits${newAmong(targets)}`;
  }
  if (isUnchanged(only)) return `no change in size of ${quote(only.target)}: ${sizesOf(only)}`;
  const verdict = only.status === 'new' ? 'is new and within its budgets' : 'is within its limits';
  return `${quote(only.target)} ${verdict}: ${mainMetrics(only.delta).map(describeMetric).join(', ')}`;
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
