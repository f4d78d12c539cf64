import { expect, test } from 'vitest';
import type { Finding, VerdictKind } from '../../src/budget/verdict.ts';
import { failedReport } from '../../src/report/assemble-report.ts';
import { FAILING_KINDS, exitCodeOf } from '../../src/report/exit-code.ts';
import type { Report } from '../../src/report/report.ts';

/** A report on targets with these verdicts, worst first, each with the findings named. */
function reportOf(
  ...targets: { readonly kind: VerdictKind; readonly findings?: readonly Finding['kind'][] }[]
): Report {
  return {
    version: 1,
    base: undefined,
    head: undefined,
    failure: undefined,
    verdict: targets[0]!.kind,
    targets: targets.map(({ kind, findings = [] }) => ({
      target: 'toy',
      status: 'kept',
      verdict: {
        kind,
        findings: findings.map((name) => ({ kind: name, metric: 'ram', base: 1, head: 3, limit: 2 })),
        reason: undefined,
      },
      budgets: {},
      growth: {},
      delta: undefined,
      details: [],
      provenance: undefined,
    })),
    notes: [],
  };
}

test.each(['pass', 'shrunk', 'near-limit', 'inherited'] as const)('%s is no failure', (kind) => {
  expect(exitCodeOf(reportOf({ kind }), FAILING_KINDS)).toBe(0);
});

test.each(FAILING_KINDS)('%s fails with 1', (kind) => {
  expect(exitCodeOf(reportOf({ kind, findings: [kind] }), FAILING_KINDS)).toBe(1);
});

test.each(FAILING_KINDS)('%s is no failure where it was not to be one', (kind) => {
  expect(exitCodeOf(reportOf({ kind, findings: [kind] }), [])).toBe(0);
});

test('a broken limit fails behind a worse one that does not', () => {
  const report = reportOf({ kind: 'over-budget', findings: ['over-budget', 'over-growth'] });
  expect(exitCodeOf(report, ['over-growth'])).toBe(1);
});

test('a target that was not compared is 2, whatever the others are and whatever was to fail', () => {
  const report = reportOf({ kind: 'over-budget', findings: ['over-budget'] }, { kind: 'no-comparison' });
  expect(exitCodeOf(report, FAILING_KINDS)).toBe(2);
  expect(exitCodeOf(report, [])).toBe(2);
});

test('a comparison that could not be begun is 2', () => {
  const commits = { base: undefined, head: undefined };
  expect(exitCodeOf(failedReport(commits, { reason: 'no base', details: [] }), [])).toBe(2);
});
