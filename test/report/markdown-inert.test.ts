import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHeadline, renderMarkdown } from '../../src/report/markdown.ts';
import { type Report, failedReport } from '../../src/report/report.ts';
import { HOSTILE_NAMES, anyName, reportFullOf } from './hostile-names.ts';
import { codeTexts, htmlOf, strayTags, tablesOf, withoutCode } from './rendered.ts';

const hostile = Object.entries(HOSTILE_NAMES);
const render = (report: Report): string => htmlOf(renderMarkdown(report, { rows: 100 }));
const failureFullOf = (name: string): Report =>
  failedReport({ base: undefined, head: undefined }, { reason: name, details: [name] });

/** Harmless, but not so plain that it may stand outside of code. */
const HARMLESS = 'A harmless name';

describe('a name with', () => {
  test.each(hostile)('%s brings no link, no tag and no comment, and leaves none open', (_, name) => {
    expect(strayTags(render(reportFullOf(name)))).toEqual([]);
  });

  test.each(hostile)('%s stands in code only: all else is as with a harmless name', (_, name) => {
    expect(withoutCode(render(reportFullOf(name)))).toBe(withoutCode(render(reportFullOf(HARMLESS))));
  });

  test.each(hostile)('%s leaves each cell of each table in its column', (_, name) => {
    const numbers = (report: Report): string[][][] =>
      tablesOf(render(report)).map((table) => table.map((row) => row.slice(1)));
    expect(numbers(reportFullOf(name))).toEqual(numbers(reportFullOf(HARMLESS)));
  });

  test.each(hostile)('%s does no more where nothing could be compared', (_, name) => {
    expect(withoutCode(render(failureFullOf(name)))).toBe(withoutCode(render(failureFullOf(HARMLESS))));
  });
});

describe('no name', () => {
  const skeleton = withoutCode(render(reportFullOf(HARMLESS)));
  const headline = withoutCode(htmlOf(renderHeadline(reportFullOf(HARMLESS))));

  test('whatever it is, changes the comment outside of code', () => {
    fc.assert(
      fc.property(anyName(), (name) => {
        expect(withoutCode(render(reportFullOf(name)))).toBe(skeleton);
      }),
    );
  });

  test('whatever it is, changes the headline outside of code', () => {
    fc.assert(
      fc.property(anyName(), (name) => {
        expect(withoutCode(htmlOf(renderHeadline(reportFullOf(name))))).toBe(headline);
      }),
    );
  });
});

test('outside of code there is nothing that GitHub would link or notify', () => {
  const prose = withoutCode(render(reportFullOf('@torvalds www.example.com #1 https://example.com')));
  expect(prose).not.toMatch(/@|www\.|#\d|:\/\//);
});

test('a name remains readable: what can be seen is shown as it is', () => {
  const name = '_RNvCs<T>::`vtable` @plt & $x';
  const texts = codeTexts(render(reportFullOf(name)));
  // Target and section in cells, names in titles, reason and notes in sentences, tools and origins in the footer.
  expect(texts.filter((text) => text === name).length).toBeGreaterThanOrEqual(8);
  expect(texts.some((text) => text.includes(`${name.padEnd(40)}       -    3968   +3968`))).toBe(true);
});
