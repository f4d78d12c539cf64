import type { Acceptance } from '../budget/acceptance.ts';
import { type JudgedTarget, judge, noComparison } from '../budget/judge.ts';
import { judgedSizes } from '../budget/judged-sizes.ts';
import type { LimitSource } from '../budget/limit-source.ts';
import { type MissingPart, missingParts } from '../budget/missing-size.ts';
import type { Verdict } from '../budget/verdict.ts';
import { groupBy } from '../group-by.ts';
import { overallVerdict } from './assemble-report.ts';
import type { Report, TargetReport } from './report.ts';

/** What a finished report is judged by: whatever the report says of limits and verdicts does not count. */
export interface JudgingRules {
  /** The targets that must have been compared, with their limits. */
  readonly targets: readonly JudgedTarget[];
  /** Where their limits are from. */
  readonly limits: LimitSource;
  /** Names of further targets that must have been: base does not know their limits. */
  readonly names: readonly string[];
  readonly acceptances: readonly Acceptance[];
}

/** Judges the sizes of a report anew. A target that it lacks is `no-comparison`; one that it has beside is new. */
export function judgeAgain(report: Report, rules: JudgingRules): Report {
  const { targets: wanted, limits, names, acceptances } = rules;
  if (report.failure !== undefined) return { ...report, verdict: 'no-comparison' };
  const measured = new Map(report.targets.map((target) => [target.target, target]));
  const accepted = groupBy(acceptances, ({ target }) => target);
  const known = wanted.map((target) => {
    const found = measured.get(target.name);
    if (found === undefined) return { ...missingTarget(target), limits };
    // Base has the target, whatever the report says: it is not new.
    const status = found.status === 'new' ? 'kept' : found.status;
    return judgedTarget({ ...found, status, limits }, target, accepted.get(target.name) ?? []);
  });
  // Whatever the report says: base has none for them.
  const ofHead = { path: limits.path, commit: report.head?.hash, side: 'head' } as const;
  const wantedNames = new Set(wanted.map(({ name }) => name));
  const added = report.targets
    .filter(({ target }) => !wantedNames.has(target))
    .map((target) =>
      judgedTarget(
        { ...target, status: 'new', limits: ofHead },
        ownLimits(target),
        accepted.get(target.target) ?? [],
      ),
    );
  const missing = [...new Set(names)]
    .filter((name) => !wantedNames.has(name) && !measured.has(name))
    .map((name) => missingTarget({ name, budgets: {}, growth: {}, nearLimit: 1 }));
  const targets = [...known, ...added, ...missing];
  return { ...report, targets, verdict: overallVerdict(targets) };
}

/** What a target is called of which no measurement arrived. */
function missingTarget({ name, budgets, growth }: JudgedTarget): TargetReport {
  const reason =
    'no measurement of it arrived: its job failed, was cancelled or did not run; see the jobs of the workflow run';
  return {
    target: name,
    status: 'kept',
    verdict: noComparison(reason),
    budgets,
    growth,
    delta: undefined,
    details: [],
    provenance: undefined,
  };
}

/** A target that base does not have brings its own limits; nearness is not in a report. */
function ownLimits({ target, budgets, growth }: TargetReport): JudgedTarget {
  return { name: target, budgets, growth, nearLimit: 1 };
}

function judgedTarget(
  report: TargetReport,
  limits: JudgedTarget,
  acceptances: readonly Acceptance[],
): TargetReport {
  const { budgets, growth } = limits;
  return { ...report, budgets, growth, verdict: verdictOn(report, limits, acceptances) };
}

function verdictOn(
  { status, delta, verdict }: TargetReport,
  limits: JudgedTarget,
  acceptances: readonly Acceptance[],
): Verdict {
  if (delta === undefined) {
    return noComparison(verdict.reason ?? 'the report has neither sizes of it nor a reason');
  }
  // Base does not have a new target, whatever sizes of it the report has.
  const hasBase = status !== 'new' && delta.symbols !== undefined;
  if (status !== 'new' && !hasBase)
    return noComparison('the report has no sizes of base, whose budget file names it; run the check again');
  const sizes = judgedSizes(delta, { hasBase });
  const unmeasuredParts = explainParts(missingParts(limits, sizes));
  return judge({ target: limits, acceptances, unmeasuredParts, ...sizes });
}

function explainParts(missing: readonly MissingPart[]): string[] {
  return missing.map(
    ({ name, side }) =>
      `"${name}" was not measured at ${side}: it is not in the kernel, or the limit is newer than the measurement; run the check again`,
  );
}
