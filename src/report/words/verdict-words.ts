import type { VerdictKind } from '../../budget/verdict.ts';
import type { TargetReport } from '../report.ts';

/** How verdicts are shown to people: in words, and with a sign before them where there is room for pictures. */
export const VERDICT_WORDS: Readonly<Record<VerdictKind, { readonly sign: string; readonly words: string }>> =
  {
    'no-comparison': { sign: '⛔', words: 'no comparison' },
    'over-budget': { sign: '❌', words: 'over budget' },
    'over-growth': { sign: '❌', words: 'over growth' },
    accepted: { sign: '☑️', words: 'growth accepted' },
    inherited: { sign: '⚠️', words: 'over budget before' },
    'near-limit': { sign: '⚠️', words: 'near limit' },
    shrunk: { sign: '✅', words: 'shrunk' },
    pass: { sign: '✅', words: 'pass' },
  };

/** What follows the verdict's words, or the target's name, where only one side has the target: ` (new)`. */
export function statusOf({ status }: TargetReport): string {
  return status === 'kept' ? '' : ` (${status})`;
}
