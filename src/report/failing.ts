import type { VerdictKind } from '../budget/verdict.ts';
import type { TargetReport } from './report.ts';

const FAILING: ReadonlySet<VerdictKind> = new Set(['no-comparison', 'over-budget', 'over-growth']);

/** Whether a limit is broken by this change, or nothing was compared. */
export function isFailing({ verdict }: TargetReport): boolean {
  return FAILING.has(verdict.kind);
}
