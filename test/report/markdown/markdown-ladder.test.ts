import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMENT_BODY_BYTES } from '../../../src/github/api/limits.ts';
import { failedReport } from '../../../src/report/assemble-report.ts';
import { markdownLadder } from '../../../src/report/markdown/markdown-ladder.ts';
import type { Report } from '../../../src/report/report.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { reportFullOf } from '../../support/report/hostile-report.ts';
import { readable } from '../../support/report/readable.ts';
import {
  deltaWith,
  overGrowthTarget,
  reportWith,
  targetReport,
} from '../../support/report/report-builders.ts';
import { codeTexts, htmlOf, strayTags } from '../rendered.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');
const headlineOf = (markdown: string): string => readable(markdown.split('\n')[0]!);

/** A target of so many symbols and sections, with names that take more bytes than characters. */
function targetOf(count: number) {
  const names = Array.from({ length: count }, (_, i) => `größe_字_${i}`);
  const symbols = names.map((name, i) => [name, 1000, 1001 + i] as const);
  const sections = names.map((name, i) => ({ name, base: 1000, head: 1001 + i }));
  return overGrowthTarget({
    delta: deltaWith({ metrics: { ram: [115_432, 119_400] }, symbols, sections }),
  });
}

const LARGE = reportWith([targetOf(1500)], { notes: ['a note'] });
const FULL = markdownLadder(LARGE, Number.MAX_SAFE_INTEGER);
const rowsOf = (markdown: string): number =>
  Math.max(...codeTexts(htmlOf(markdown)).map((code) => code.match(/^größe/gm)?.length ?? 0), 0);

describe('the rungs', () => {
  test('go from the full comment down to the headline', () => {
    expect(FULL.map(rowsOf)).toEqual([1000, 200, 50, 20, 5, 0, 0]);
    expect(FULL.at(-1)).toContain('The rest is too long to be shown here');
  });

  test('all begin with the same headline', () => {
    expect(new Set(FULL.map(headlineOf))).toEqual(
      new Set(['### ❌ Kernel size: stm32f469 is over its growth limit: ram +3,968 B (limit +1,024 B)']),
    );
  });

  test('all close what they open', () => {
    expect(FULL.flatMap((markdown) => strayTags(htmlOf(markdown)))).toEqual([]);
  });

  test.each([0, 1, 5, 6, 7, 20, 21, 50, 51])('become shorter one by one with %d rows', (count) => {
    const target = targetOf(count);
    const sections = Array.from({ length: count }, (_, i) => ({ name: `.${i}`, base: 1, head: 2 + i }));
    const short = targetReport({ delta: deltaWith({ sections }) });
    for (const one of [target, short]) {
      const sizes = markdownLadder(reportWith([one]), 1e9).map(bytesOf);
      expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => b - a));
    }
  });

  test('are one where there is nothing to leave out, and that says nothing of a rest', () => {
    const commits = { base: undefined, head: undefined };
    const failed = failedReport(commits, { reason: 'no base', details: [] });
    const unchanged = reportWith([targetReport({ provenance: undefined })], commits);
    for (const report of [failed, unchanged]) {
      expect(markdownLadder(report, 1e9)).toEqual([expect.not.stringContaining('too long')]);
    }
  });
});

describe('a limit', () => {
  test('in bytes, not characters, is kept by every rung', () => {
    const fullest = bytesOf(FULL[0]!);
    fc.assert(
      fc.property(fc.integer({ min: bytesOf(FULL.at(-1)!), max: fullest }), (limit) => {
        const sizes = markdownLadder(LARGE, limit).map(bytesOf);
        expect(sizes.filter((size) => size > limit)).toEqual([]);
        expect(sizes).toEqual(FULL.map(bytesOf).filter((size) => size <= limit));
      }),
      { numRuns: 15 },
    );
  });

  test('takes a rung of exactly its size', () => {
    const second = FULL[1]!;
    expect(markdownLadder(LARGE, bytesOf(second))[0]).toBe(second);
    expect(markdownLadder(LARGE, bytesOf(second) - 1)[0]).toBe(FULL[2]);
  });

  test('below every rung still leaves the headline', () => {
    expect(markdownLadder(LARGE, 10)).toEqual([FULL.at(-1)]);
  });
});

describe('a comment of GitHub', () => {
  const long = Object.entries(HOSTILE_TEXTS).filter(([, { length }]) => length > 400);
  const worst: readonly (readonly [string, Report])[] = [
    ...long.map(([what, name]) => [what, reportFullOf(name)] as const),
    ['names of backticks', reportFullOf('`'.repeat(100_000))],
    ['names of what takes most bytes to show', reportFullOf('\u{10FFFF}\u200B'.repeat(100_000))],
    ['hundreds of targets', reportWith(Array.from({ length: 500 }, () => targetOf(3)))],
  ];

  test.each(worst)('has room for some rung, whole, in spite of %s', (_, report) => {
    const rungs = markdownLadder(report, COMMENT_BODY_BYTES);
    expect(rungs.map(bytesOf).filter((size) => size > COMMENT_BODY_BYTES)).toEqual([]);
    expect(rungs.flatMap((markdown) => strayTags(htmlOf(markdown)))).toEqual([]);
  });
});
