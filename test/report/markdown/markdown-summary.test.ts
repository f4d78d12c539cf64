import { describe, expect, test } from 'vitest';
import type { VerdictKind } from '../../../src/budget/verdict.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import {
  failedTarget,
  findingWith,
  overGrowthTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';
import { htmlOf, tablesOf } from '../rendered.ts';

type Targets = Parameters<typeof reportWith>[0];
const render = (...targets: Targets): string => htmlOf(renderMarkdown(reportWith(targets), { rows: 0 }));
const summary = (...targets: Targets): string[][] => tablesOf(render(...targets))[0]!;

describe('the summary', () => {
  test('has the row of the design for each target', () => {
    const [header, row, ...more] = summary(overGrowthTarget());
    expect(header).toEqual(['target', 'verdict', 'flash, B', 'Δ', 'left, B', 'ram, B', 'Δ', 'left, B']);
    expect(row).toEqual([
      'stm32f469',
      '❌ over growth',
      '1,044,808 of 2 MiB',
      '+144 B',
      '1,052,344',
      '119,400 of 324 KiB',
      '+3,968 B',
      '212,376',
    ]);
    expect(more).toEqual([]);
  });

  test('sets the change that breaks a limit in bold, and no other', () => {
    const near = findingWith({ kind: 'near-limit', metric: 'flash' });
    const verdict = verdictWith('over-growth', { findings: [findingWith(), near] });
    expect(render(overGrowthTarget({ verdict })).match(/<strong>.*?<\/strong>/g)).toEqual([
      '<strong>+3,968\u00A0B</strong>',
    ]);
  });

  test('aligns words to the left and numbers to the right', () => {
    const html = render(overGrowthTarget());
    const header = /<thead>(.*?)<\/thead>/s.exec(html)![1]!;
    expect([...header.matchAll(/align="(\w+)"/g)].map(([, side]) => side)).toEqual([
      ...Array<string>(2).fill('left'),
      ...Array<string>(6).fill('right'),
    ]);
  });

  test.each<[VerdictKind, string]>([
    ['no-comparison', '⛔ no comparison'],
    ['over-budget', '❌ over budget'],
    ['over-growth', '❌ over growth'],
    ['inherited', '⚠️ over budget before'],
    ['near-limit', '⚠️ near limit'],
    ['shrunk', '✅ shrunk'],
    ['pass', '✅ pass'],
  ])('shows the verdict %s as %s', (kind, shown) => {
    const target = targetReport({ target: 'this', verdict: verdictWith(kind) });
    const rows = summary(target, failedTarget({ target: 'other' }));
    expect(rows.find(([name]) => name === 'this')?.[1]).toBe(shown);
  });

  test.each([
    ['new', '✅ pass (new)'],
    ['removed', '✅ pass (removed)'],
    ['kept', '✅ pass'],
  ] as const)('shows the status %s as %s', (status, shown) => {
    expect(summary(failedTarget(), targetReport({ status }))[2]![1]).toBe(shown);
  });

  test('has no number for a target that was not compared', () => {
    expect(summary(failedTarget())[1]!.slice(2)).toEqual(Array<string>(6).fill('–'));
  });

  test('has first what fails, and keeps the order of the targets otherwise', () => {
    const [pass, worst] = [targetReport(), overGrowthTarget()];
    const targets = [pass, worst, pass, worst].map((one, i) => Object.assign({}, one, { target: `t${i}` }));
    expect(summary(...targets).map(([name]) => name)).toEqual(['target', 't1', 't3', 't0', 't2']);
  });
});
