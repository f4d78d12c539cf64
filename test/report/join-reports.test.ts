import { describe, expect, test } from 'vitest';
import { failedReport } from '../../src/report/assemble-report.ts';
import { joinReports, partOf } from '../../src/report/join-reports.ts';
import { BASE, HEAD, overGrowthTarget, reportWith, targetReport } from '../support/report/report-builders.ts';

const commits = { base: BASE, head: HEAD };
const one = reportWith([targetReport({ target: 'one' })], { notes: ['both'], folder: 'linux' });
const two = reportWith([overGrowthTarget({ target: 'two' })], { notes: ['both', 'second'] });

test('parts are one report, with the worst verdict and each note once', () => {
  const joined = joinReports(commits, [one, two]);
  expect(joined.targets).toEqual([...one.targets, ...two.targets]);
  expect(joined).toMatchObject({
    ...commits,
    verdict: 'over-growth',
    notes: ['both', 'second'],
    folder: 'linux',
  });
});

test('no part is no comparison', () => {
  expect(joinReports(commits, [])).toMatchObject({ verdict: 'no-comparison', targets: [] });
});

describe('parts are refused', () => {
  test.each([
    ['another base', { ...two, base: { ...BASE, hash: '9'.repeat(40) } }],
    ['another head', { ...two, head: { ...HEAD, hash: '9'.repeat(40) } }],
  ])('of %s', (_, other) => {
    const joined = joinReports(commits, [one, other]);
    expect([joined.verdict, joined.targets]).toEqual(['no-comparison', []]);
    expect(joined.failure?.reason).toContain('the measurements are of different commits');
  });

  test('of one target twice', () => {
    expect(joinReports(commits, [one, one]).failure?.reason).toBe('two measurements of one arrived');
  });
});

test('what stopped a job before its target is the reason why its target was not compared', () => {
  const failed = failedReport({ base: undefined, head: undefined }, { reason: 'no git', details: ['line'] });
  const joined = joinReports(commits, [one, partOf('two', failed)]);
  expect(joined.targets[1]).toMatchObject({
    target: 'two',
    verdict: { kind: 'no-comparison', reason: 'no git' },
    details: ['line'],
  });
  expect(partOf('one', one)).toBe(one);
});
