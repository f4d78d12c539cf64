import type { Acceptance } from '../budget/acceptance.ts';
import { judgeKernels } from '../budget/judge-kernels.ts';
import { noComparison, worstVerdict } from '../budget/judge.ts';
import type { VerdictKind } from '../budget/verdict.ts';
import { deltaOf } from '../size/delta/delta.ts';
import { type Provenance, UNKNOWN } from '../size/measurement.ts';
import type { Failure, Remarks, Report, ReportCommits, TargetOutcomes, TargetReport } from './report.ts';
import { shareFailures } from './shared-failures.ts';

/** Compares and judges each target, and keeps no measurement when it takes the next. */
export async function reportOf(
  commits: ReportCommits,
  outcomes: Iterable<TargetOutcomes> | AsyncIterable<TargetOutcomes>,
  { notes, acceptances, commits: subjects }: Remarks,
): Promise<Report> {
  const targets: TargetReport[] = [];
  for await (const outcome of outcomes) targets.push(targetReport(outcome, acceptances));
  if (targets.length === 0) {
    return failedReport(commits, { reason: 'the budget file names no target', details: [] });
  }
  const verdict = overallVerdict(targets);
  const sides = { ...commits, ...(subjects?.length ? { commits: subjects } : {}) };
  return { version: 1, ...sides, failure: undefined, verdict, targets: shareFailures(targets), notes };
}

/** The report of a comparison that could not be begun. */
export function failedReport(commits: ReportCommits, failure: Failure): Report {
  return { version: 1, ...commits, failure, verdict: 'no-comparison', targets: [], notes: [] };
}

/** The worst of the targets' verdicts. */
export function overallVerdict(targets: readonly TargetReport[]): VerdictKind {
  return worstVerdict(targets.map(({ verdict }) => verdict.kind));
}

function targetReport(outcomes: TargetOutcomes, acceptances: readonly Acceptance[]): TargetReport {
  const { target, status, limits, base, head } = outcomes;
  const { name, budgets, growth } = target;
  const common = { target: name, status, limits, budgets, growth };
  const failure = [base, head].find((side) => side.kind === 'failed');
  if (failure !== undefined || head.kind !== 'measured') {
    const reason = failure?.reason ?? 'head was not measured';
    const details = failure?.details ?? [];
    return { ...common, verdict: noComparison(reason), delta: undefined, details, provenance: undefined };
  }
  const before = base.kind === 'measured' ? base.measurement : undefined;
  const after = head.measurement;
  const toolChange = before && toolDifference(before.provenance, after.provenance);
  const origins = { provenance: after.provenance, baseProvenance: before?.provenance };
  const described = { ...common, details: [], ...origins };
  if (toolChange) return { ...described, verdict: noComparison(toolChange), delta: undefined };
  const { verdict, parts } = judgeKernels(target, { base: before, head: after }, acceptances);
  const delta = deltaOf(before, after, outcomes.options);
  return { ...described, verdict, delta: { ...delta, metrics: [...delta.metrics, ...parts] } };
}

/** A sentence where the two sides are known not to be built by the same tools. */
function toolDifference(base: Provenance, head: Provenance): string | undefined {
  for (const tool of ['compiler', 'linker'] as const) {
    const isKnown = base[tool] !== UNKNOWN[tool] && head[tool] !== UNKNOWN[tool];
    if (isKnown && base[tool] !== head[tool]) {
      return `base was built with "${base[tool]}", head with "${head[tool]}": sizes of two ${tool}s do not compare`;
    }
  }
  return undefined;
}
