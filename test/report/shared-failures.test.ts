import { expect, test } from 'vitest';
import { noComparison } from '../../src/budget/judge.ts';
import type { TargetReport } from '../../src/report/report.ts';
import { shareFailures } from '../../src/report/shared-failures.ts';

function failed(target: string, reason: string, details: readonly string[] = []): TargetReport {
  const common = {
    status: 'kept',
    budgets: {},
    growth: {},
    delta: undefined,
    provenance: undefined,
  } as const;
  return { ...common, target, verdict: noComparison(reason), details };
}

/** What is told of each target. */
const told = (targets: readonly TargetReport[]) =>
  targets.map(({ verdict, details }) => [verdict.reason, details]);

const ERROR = ["a.c:1:1: error: 'x' undeclared", '    1 | x'];
const failedBuild = (name: string, lines = ERROR) =>
  failed(name, `${name}: building head failed: ${lines[0]!}`, [...lines, `whole log: /logs/${name}.log`]);

test('targets that share an error tell it once, and each where its log is', () => {
  expect(told(shareFailures([failedBuild('one'), failedBuild('two'), failedBuild('three')]))).toEqual([
    [`one: building head failed: ${ERROR[0]!}`, [...ERROR, 'whole log: /logs/one.log']],
    ['for the same reason as one', ['whole log: /logs/two.log']],
    ['for the same reason as one', ['whole log: /logs/three.log']],
  ]);
});

test.each([
  ['another error', failedBuild('two', ["b.c:1:1: error: 'x' undeclared"])],
  ['another line of the same', failedBuild('two', [ERROR[0]!, '    1 | y'])],
  ['another step', failed('two', `two: building base failed: ${ERROR[0]!}`, ERROR)],
])('targets that do not are told apart: %s', (_what, other) => {
  const targets = [failedBuild('one'), other];
  expect(shareFailures(targets)).toEqual(targets);
});

test('a name is taken away at the beginning alone', () => {
  const targets = [failed('one', 'x: one'), failed('two', 'x: two')];
  expect(shareFailures(targets)).toEqual(targets);
});

test('what stopped all is told once', () => {
  const targets = [failed('one', 'git failed'), failed('two', 'git failed')];
  expect(told(shareFailures(targets))).toEqual([
    ['git failed', []],
    ['for the same reason as one', []],
  ]);
});
