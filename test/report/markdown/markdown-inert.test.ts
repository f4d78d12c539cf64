import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failedReport } from '../../../src/report/assemble-report.ts';
import { renderHeadline, renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import type { Report } from '../../../src/report/report.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { reportFullOf } from '../../support/report/hostile-report.ts';
import { anyName } from '../hostile-names.ts';
import { codeTexts, htmlOf, strayTags, withoutCode } from '../rendered.ts';

const hostile = Object.entries(HOSTILE_TEXTS);
const render = (report: Report): string => htmlOf(renderMarkdown(report, { rows: 100 }));
const failureFullOf = (name: string): Report =>
  failedReport({ base: undefined, head: undefined }, { reason: name, details: [name] });

/** Harmless, but not so plain that it may stand outside of code. */
const HARMLESS = 'A harmless name';

describe.each<[string, (name: string) => string]>([
  ['the whole comment', (name) => render(reportFullOf(name))],
  ['a shorter one', (name) => htmlOf(renderMarkdown(reportFullOf(name), { rows: 1 }))],
  ['one without details', (name) => htmlOf(renderMarkdown(reportFullOf(name), { rows: 0 }))],
  ['the headline', (name) => htmlOf(renderHeadline(reportFullOf(name)))],
  ['a report of no comparison', (name) => render(failureFullOf(name))],
])('%s', (_place, htmlWith) => {
  const harmless = withoutCode(htmlWith(HARMLESS));

  test('has no link, no comment and no tag but those of its own, and leaves none open', () => {
    expect(strayTags(harmless)).toEqual([]);
  });

  test('has nothing outside of code that GitHub would link or notify', () => {
    // The hashes of commits are meant to be links.
    const prose = harmless.replaceAll(/\b(Base|head|Commits:) [0-9a-f]{12}\b/g, '');
    expect(prose).not.toMatch(/@|www\.|#\d|:\/\/|\bgh-\d|\b[0-9a-f]{7,}\b|:\w+:/i);
  });

  test.each(hostile)('has %s in code only: all else is as with a harmless name', (_, name) => {
    expect(withoutCode(htmlWith(name))).toBe(harmless);
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

test('a name remains readable: what can be seen is shown as it is', () => {
  const name = '_RNvCs<T>::`vtable` @plt & $x';
  const texts = codeTexts(render(reportFullOf(name)));
  // Target and section in cells, names in titles, reason and notes in sentences, tools and origins in the footer.
  expect(texts.filter((text) => text === name).length).toBeGreaterThanOrEqual(8);
  expect(texts.some((text) => text.includes(`${name.padEnd(40)}       -    3968   +3968`))).toBe(true);
});
