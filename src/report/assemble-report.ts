import type { Acceptance } from '../budget/acceptance.ts';
import { judge, noComparison, worstVerdict } from '../budget/judge.ts';
import { judgedSizes } from '../budget/judged-sizes.ts';
import type { Verdict, VerdictKind } from '../budget/verdict.ts';
import type { ComparedTarget, Failure, Remarks, Report, ReportSubject, TargetReport } from './report.ts';
import { shareFailures } from './shared-failures.ts';

/** Judges targets that were compared, and says all that is known of them. */
export function reportOf(
  subject: ReportSubject,
  compared: readonly ComparedTarget[],
  { notes, acceptances, commits: subjects }: Remarks,
): Report {
  if (compared.length === 0) {
    return failedReport(subject, { reason: 'the budget file names no target', details: [] });
  }
  const targets = compared.map((target) => targetReport(target, acceptances));
  const commits = subjects?.length ? { commits: subjects } : {};
  return {
    version: 1,
    ...subject,
    ...commits,
    failure: undefined,
    verdict: overallVerdict(targets),
    targets: shareFailures(targets),
    notes,
  };
}

/** The report of a comparison that could not be begun. */
export function failedReport(subject: ReportSubject, failure: Failure): Report {
  return { version: 1, ...subject, failure, verdict: 'no-comparison', targets: [], notes: [] };
}

/** The worst of the targets' verdicts. */
export function overallVerdict(targets: readonly Pick<TargetReport, 'verdict'>[]): VerdictKind {
  return worstVerdict(targets.map(({ verdict }) => verdict.kind));
}

/** Judges one target by its own limits. */
export function judgeTarget(
  { target, comparison }: Pick<ComparedTarget, 'target' | 'comparison'>,
  acceptances: readonly Acceptance[],
): Verdict {
  if (comparison.kind === 'failed') return noComparison(comparison.reason);
  const { delta, unmeasuredParts } = comparison;
  const sizes = judgedSizes(delta, { hasBase: delta.symbols !== undefined });
  return judge({ target, acceptances, unmeasuredParts, ...sizes });
}

function targetReport(compared: ComparedTarget, acceptances: readonly Acceptance[]): TargetReport {
  const { target, status, limits, comparison } = compared;
  const { name, budgets, growth } = target;
  const { provenance, baseProvenance } = comparison;
  return {
    target: name,
    status,
    limits,
    budgets,
    growth,
    verdict: judgeTarget(compared, acceptances),
    delta: comparison.kind === 'compared' ? comparison.delta : undefined,
    details: comparison.kind === 'failed' ? comparison.details : [],
    provenance,
    ...(provenance === undefined ? {} : { baseProvenance }),
  };
}
