import { expect, test } from 'vitest';
import { LONGEST_TEXT, renderJson } from '../../../src/report/json/json.ts';
import type { Report } from '../../../src/report/report.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { failedTarget, overGrowthTarget, reportWith } from '../../support/report/report-builders.ts';

function parsed(report: Report): Report {
  return JSON.parse(renderJson(report)) as Report;
}

test('what is read back is the report', () => {
  const report = reportWith([overGrowthTarget(), failedTarget()], { notes: ['a note'] });
  expect(parsed(report)).toEqual(report);
});

test('what is absent is left out and never null', () => {
  const json = renderJson(reportWith([failedTarget()], { base: undefined }));
  expect(json).not.toContain('null');
  expect(Object.keys(JSON.parse(json) as object)).toEqual(['version', 'head', 'verdict', 'targets', 'notes']);
});

test.each(Object.entries(HOSTILE_TEXTS).filter(([, name]) => name.length < LONGEST_TEXT))(
  'a name with %s is data and is kept as it is',
  (_, name) => {
    expect(parsed(reportWith([failedTarget({ target: name })])).targets[0]?.target).toBe(name);
  },
);

test('a text of the greatest length is cut to it and marked', () => {
  const read = (note: string): string => parsed(reportWith([], { notes: [note] })).notes[0]!;
  const longest = 'x'.repeat(LONGEST_TEXT - 1);
  expect(read(longest)).toBe(longest);
  expect(read(`${longest}yz`)).toBe(`${longest}…`);
});

test('a cut text is well-formed Unicode: strict readers of JSON refuse half a pair', () => {
  const note = `x${'\u{1F600}'.repeat(LONGEST_TEXT)}`;
  expect(renderJson(reportWith([], { notes: [note] }))).not.toMatch(/\\ud[89a-f]/i);
});

test('the file ends with one line break', () => {
  expect(renderJson(reportWith([]))).toMatch(/[^\n]\n$/);
});
