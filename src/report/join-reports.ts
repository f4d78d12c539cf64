import { noComparison } from '../budget/judge.ts';
import { failedReport, overallVerdict } from './assemble-report.ts';
import type { Report, ReportSubject, TargetReport } from './report.ts';
import { shareFailures } from './shared-failures.ts';

/** One report of the targets of several, which must be of the same two commits; no target may be in two of them. */
export function joinReports(commits: ReportSubject, parts: readonly Report[]): Report {
  const other = parts.find((part) => !isOf(part, commits));
  if (other !== undefined) {
    const reason = `the measurements are of different commits: ${commitsOf(commits)}, and ${commitsOf(other)}`;
    return failedReport(commits, { reason, details: [] });
  }
  const targets = shareFailures(parts.flatMap((part) => part.targets));
  const seen = new Set<string>();
  const twice = targets.map(({ target }) => target).find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) {
    return failedReport(commits, { reason: `two measurements of ${twice} arrived`, details: [] });
  }
  const notes = [...new Set(parts.flatMap((part) => part.notes))];
  const [folder] = parts.map((part) => part.folder);
  const verdict = overallVerdict(targets);
  return { version: 1, ...commits, folder, failure: undefined, verdict, targets, notes };
}

/** A part that failed before it had commits is of no others. */
function isOf({ base, head }: Report, commits: ReportSubject): boolean {
  const isBase = base === undefined || base.hash === commits.base?.hash;
  return isBase && (head === undefined || head.hash === commits.head?.hash);
}

function commitsOf({ base, head }: ReportSubject): string {
  return `${base?.hash ?? 'no base'}..${head?.hash ?? 'no head'}`;
}

/** The part of one target: what stopped the whole comparison stopped this target. */
export function partOf(target: string, report: Report): Report {
  if (report.failure === undefined) return report;
  const { reason, details } = report.failure;
  const failed: TargetReport = {
    target,
    status: 'kept',
    verdict: noComparison(reason),
    budgets: {},
    growth: {},
    delta: undefined,
    details,
    provenance: undefined,
  };
  return { ...report, failure: undefined, verdict: 'no-comparison', targets: [failed] };
}
