import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import { renderText } from '../../../src/report/text.ts';
import { cliffLines, cliffRemarks } from '../../../src/report/words/cliff-lines.ts';
import {
  deltaWith,
  failedTarget,
  overGrowthTarget,
  reportWith,
  targetReport,
} from '../../support/report/report-builders.ts';
import { htmlOf, textOf } from '../rendered.ts';

const tick = (text: string): string => `\`${text}\``;

const parts = [
  { name: '.text', base: 8190, head: 8199, slack: 4089 },
  { name: '[gap before .data]', base: 2, head: 4089, step: 4096 },
];
const image = { name: 'image', base: 8192, head: 12_288, parts, residual: 0 } as const;

test('a boundary that was crossed comes before the next one', () => {
  expect(cliffLines([image], tick)).toEqual([
    '`.text` +9 B crossed an alignment boundary: +4,096 B for the linked image',
    '`.text` may grow by 4,089 B at no cost to the linked image',
  ]);
});

test('what holds for image and memory is said once', () => {
  expect(cliffLines([image, { ...image, name: 'memory' }], tick)).toEqual([
    '`.text` +9 B crossed an alignment boundary: +4,096 B for the linked image and the memory',
    '`.text` may grow by 4,089 B at no cost to the linked image and the memory',
  ]);
});

test('a span of more parts than a kernel has is not searched', () => {
  const many = Array.from({ length: 130_000 }, (_, i) => ({ name: `.s${i}`, base: 0, head: 9, slack: 1 }));
  expect(cliffLines([{ ...image, parts: [...many, ...parts] }], tick)).toEqual([]);
});

test('a kernel without gaps has none', () => {
  expect(cliffLines([], tick)).toEqual([]);
});

test('a section that has no room left is not said to have some', () => {
  const [section, gap] = parts;
  expect(cliffLines([{ ...image, parts: [{ ...section!, slack: 0 }, gap!] }], tick)).toEqual([
    '`.text` +9 B crossed an alignment boundary: +4,096 B for the linked image',
  ]);
});

describe('on top of a report', () => {
  const crossed = targetReport({ delta: { ...deltaWith(), spans: [image] } });
  const [, gap] = parts;
  const far = { ...image, parts: [{ name: '.text', base: 8190, head: 8190, slack: 2 }, gap!] };
  const spans = [{ ...far, base: far.head }];
  const quotes = { name: (text: string) => text, section: tick };

  test('is what crossed a boundary, and what is left before the next one', () => {
    expect(cliffRemarks(reportWith([crossed]), quotes)).toEqual([
      'stm32f469: `.text` +9 B crossed an alignment boundary: +4,096 B for the linked image; 4,089 B left to the next',
    ]);
  });

  test('is what is left where a limit is broken, and nothing of a target that passes', () => {
    const failing = overGrowthTarget({ delta: { ...deltaWith(), spans } });
    const passing = targetReport({ target: 'other', delta: { ...deltaWith(), spans } });
    const unmeasured = failedTarget({ target: 'none', delta: failing.delta });
    expect(cliffRemarks(reportWith([passing, unmeasured, failing]), quotes)).toEqual([
      'stm32f469: `.text` may grow by 2 B at no cost to the linked image',
    ]);
  });

  test('are of what is over a limit where something is, and no more than four lines', () => {
    const many = Array.from({ length: 50 }, () => crossed);
    const over = overGrowthTarget({ target: 'over', delta: crossed.delta });
    const namesOf = (targets: readonly TargetReport[]): string[] =>
      cliffRemarks(reportWith(targets), quotes).map((line) => line.split(':', 1)[0]!);
    expect(namesOf(many)).toHaveLength(4);
    expect(namesOf([...many, over])).toEqual(['over']);
  });

  test('is in a comment and in a terminal', () => {
    const line = /stm32f469: `?\.text`? \+9 B crossed an alignment boundary/;
    const report = reportWith([crossed]);
    expect(textOf(htmlOf(renderMarkdown(report, { rows: 0 })))).toMatch(line);
    expect(renderText(report, { decoration: 'plain', rows: 1 })).toMatch(line);
  });
});
