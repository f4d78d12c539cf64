import type { Report } from './report.ts';

/** Broken limits that can fail a check; a missing comparison always does. */
export const FAILING_KINDS = ['over-budget', 'over-growth'] as const;

export type FailingKind = (typeof FAILING_KINDS)[number];

/** 0 within the limits, 1 a limit is broken that `failOn` names, 2 something was not compared. */
export function exitCodeOf(report: Report, failOn: readonly FailingKind[]): 0 | 1 | 2 {
  const kinds = report.targets.map(({ verdict }) => verdict.kind);
  if (report.verdict === 'no-comparison' || kinds.length === 0 || kinds.includes('no-comparison')) return 2;
  const findings = new Set(report.targets.flatMap(({ verdict }) => verdict.findings.map(({ kind }) => kind)));
  return failOn.some((kind) => findings.has(kind)) ? 1 : 0;
}
