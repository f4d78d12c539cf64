/** A report may be a stranger's: what is done with it is linear in its size. */
import { describe, expect, test } from 'vitest';
import { judgeAgain } from '../../src/report/judge-again.ts';
import { markdownLadder } from '../../src/report/markdown/markdown-ladder.ts';
import { renderMarkdown, renderWithin } from '../../src/report/markdown/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';
import { annotationsOf } from '../../src/report/words/annotations.ts';
import { directoryParts } from '../../src/size/delta/by-directory.ts';
import type { Delta } from '../../src/size/delta/delta.ts';
import {
  accountedWith,
  deltaWith,
  failedTarget,
  ownerRow,
  reportWith,
  targetReport,
} from '../support/report/report-builders.ts';

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const withDelta = (delta: Partial<Delta>): Report =>
  reportWith([targetReport({ delta: { ...deltaWith(), ...delta } })]);
const part = (i: number) => ({ name: `p${i}`, base: 0, head: 1 });

describe('growth of 90,000 functions on one line', () => {
  const definition = { file: 'fs/a.c', line: 1 };
  const rows = many(90_000, (i) => ownerRow({ name: `f${i}`, base: 0, head: 1 + i, definition }));
  const report = reportWith([targetReport({ delta: deltaWith({ accounted: accountedWith({ rows }) }) })], {
    folder: '',
  });

  test('is one annotation, which names ten of them', () => {
    const { shown, omitted } = annotationsOf(report, 10);
    expect([shown.length, omitted]).toEqual([1, 0]);
    expect(shown[0]!.message.match(/ in stm32f469/g)).toHaveLength(10);
    expect(shown[0]!.message).toMatch(/, 89990 more$/);
  });
});

test('a path of many folders counts for the first sixteen', () => {
  const parts = directoryParts(
    many(100, (i) => ({ name: `${i}/${'a/'.repeat(30_000)}x.o`, base: 0, head: 1 })),
  );
  expect(parts).toHaveLength(1600);
  expect(parts.filter(({ depth }) => depth === 0)).toHaveLength(100);
});

/** How often the targets of a report are asked for their name. */
function readsOf(count: number, use: (report: Report) => unknown): number {
  let reads = 0;
  const targets = many(count, (i) => {
    const name = `t${i}`;
    return Object.defineProperty({ ...failedTarget() }, 'target', {
      enumerable: true,
      get: () => {
        reads++;
        return name;
      },
    });
  });
  use(reportWith(targets));
  return reads;
}

/** Base has half of the targets, and as many that were not measured. */
function judgeMany(count: number) {
  const wanted = many(count, (i) => ({
    name: `t${2 * i}`,
    budgets: {},
    growth: {},
    nearLimit: 1,
    jitter: 0,
  }));
  const limits = { path: 'budget.yml' };
  const rules = { targets: wanted, limits, names: many(2 * count, (i) => `t${i}`), acceptances: [] };
  return (report: Report) => judgeAgain(report, rules);
}

test('to judge twice as many targets asks twice as often', () => {
  expect(readsOf(400, judgeMany(400))).toBeLessThan(2.5 * readsOf(200, judgeMany(200)));
});

test('what is too long for its place is not rendered to its end', () => {
  const targets = many(500, (i) => failedTarget({ target: `t${i}`, details: ['x'.repeat(400)] }));
  let rendered = 0;
  const counting = targets.map((target) => {
    const { details } = target;
    return Object.defineProperty({ ...target }, 'details', {
      get: () => {
        rendered++;
        return details;
      },
    });
  });
  expect(renderWithin(reportWith(counting), { rows: 20, maxBytes: 60_000 })).toBeUndefined();
  expect(rendered).toBeLessThan(150);
  const whole = renderMarkdown(reportWith(targets), { rows: 20 });
  const maxBytes = Buffer.byteLength(whole);
  expect(renderWithin(reportWith(targets), { rows: 20, maxBytes })).toBe(whole);
  expect(renderWithin(reportWith(targets), { rows: 20, maxBytes: maxBytes - 1 })).toBeUndefined();
});

describe('a report with', () => {
  test.each<[string, Report]>([
    [
      '1,000 targets of many letters',
      reportWith(many(1000, (i) => failedTarget({ target: 'n'.repeat(15_000) + i }))),
    ],
    [
      '1,000 targets of many marks',
      reportWith(many(1000, (i) => failedTarget({ target: `a${'\u0301'.repeat(7000)}${i}` }))),
    ],
    [
      '15 MB of logs',
      reportWith(many(240, (i) => failedTarget({ target: `t${i}`, details: ['x\n'.repeat(31_000)] }))),
    ],
    ['10,000 notes', reportWith([], { notes: many(10_000, (i) => `${i}${'\u202E'.repeat(400)}`) })],
    [
      '130,000 boundaries',
      withDelta({
        metrics: [{ metric: 'ram', base: 0, head: 1 }],
        spans: [
          {
            name: 'image',
            base: 0,
            head: 0,
            residual: 0,
            parts: many(130_000, (i) => ({ ...part(i), base: 1, head: 5000, ...(i % 2 && { step: 4096 }) })),
          },
        ],
      }),
    ],
    [
      'wide names of sections',
      withDelta({ sections: many(1000, (i) => ({ ...part(i), name: `${'s'.repeat(15_000)}${i}` })) }),
    ],
    [
      'wide names of limits',
      withDelta({
        metrics: many(1000, (i) => ({ metric: `symbol:${'s'.repeat(15_000)}${i}`, base: 0, head: 1 })),
      }),
    ],
  ])('%s is shown in few words', (_, report) => {
    for (const markdown of markdownLadder(report, 65_000))
      expect(markdown.length).toBeLessThanOrEqual(65_000);
    const text = renderText(report, { decoration: 'plain', rows: 1000 });
    expect(Math.max(text.length, renderMarkdown(report, { rows: 1000 }).length)).toBeLessThan(30_000_000);
  });
});
