import type { TargetReport } from './report.ts';

/** Whether a limit is broken by this change, or nothing was compared. */
export function isFailing({ verdict }: TargetReport): boolean {
  return verdict.kind === 'no-comparison' || verdict.findings.some(({ kind }) => kind.startsWith('over-'));
}
