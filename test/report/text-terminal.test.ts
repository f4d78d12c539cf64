import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerdictKind } from '../../src/budget/verdict.ts';
import { type TextStyle, renderText } from '../../src/report/text.ts';
import { HOSTILE_TEXTS } from '../support/report/hostile-corpus.ts';
import { reportFullOf } from '../support/report/hostile-report.ts';
import {
  failedTarget,
  overGrowthTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../support/report/report-builders.ts';
import { UNSEEN, anyName } from './hostile-names.ts';

const style: TextStyle = { decoration: 'plain', rows: 100 };
const coloured: TextStyle = { ...style, decoration: 'colour' };

describe('colour', () => {
  test.each<[VerdictKind, number]>([
    ['no-comparison', 31],
    ['over-budget', 31],
    ['over-growth', 31],
    ['inherited', 33],
    ['near-limit', 33],
    ['shrunk', 32],
    ['pass', 32],
  ])('of the headline for %s is %d (ECMA-48: 31 red, 32 green, 33 yellow)', (kind, colour) => {
    const text = renderText(reportWith([targetReport({ verdict: verdictWith(kind) })]), coloured);
    expect(text).toMatch(new RegExp(`^\u001B\\[1;${colour}m[^\u001B]*\u001B\\[0m\n`));
  });

  test('is all that decoration adds', () => {
    const report = reportWith([overGrowthTarget(), failedTarget({ details: ['x'] })]);
    expect(stripVTControlCharacters(renderText(report, coloured))).toBe(renderText(report, style));
  });
});

describe('text from outside', () => {
  const countOf = (name: string): number => renderText(reportFullOf(name), style).split('\n').length;

  test('never moves a cursor, paints, hides or turns around', () => {
    fc.assert(
      fc.property(anyName(), (name) => {
        expect(renderText(reportFullOf(name), style)).not.toMatch(UNSEEN);
      }),
    );
  });

  test.each(Object.entries(HOSTILE_TEXTS))('with %s cannot act on the terminal', (_, name) => {
    expect(renderText(reportFullOf(name), style)).not.toMatch(UNSEEN);
  });

  test('cannot add lines but in a log, where they are indented', () => {
    // The detail of the failure and the two of the failed target take one more line each.
    expect(countOf('A\nB')).toBe(countOf('A B') + 3);
    expect(countOf('A\r\u2028\u0085B')).toBe(countOf('A B'));
  });
});
