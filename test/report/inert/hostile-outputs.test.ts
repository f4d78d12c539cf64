import { describe, expect, test } from 'vitest';
import { acceptanceTrailers } from '../../../src/budget/acceptance.ts';
import { cutLine } from '../../../src/github/api/cut-text.ts';
import { COMMENT_BODY_BYTES, STATUS_DESCRIPTION_CHARACTERS } from '../../../src/github/api/limits.ts';
import { inertLog } from '../../../src/report/inert/inert-log.ts';
import { visibleLine } from '../../../src/report/inert/inert-text.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import { explain } from '../../../src/report/markdown/explanation.ts';
import { markdownLadder } from '../../../src/report/markdown/markdown-ladder.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import type { Report } from '../../../src/report/report.ts';
import type { View } from '../../../src/report/tables/views.ts';
import { renderText } from '../../../src/report/text.ts';
import { annotationsOf } from '../../../src/report/words/annotations.ts';
import { headlineOf } from '../../../src/report/words/headline.ts';
import { reproduceCommand } from '../../../src/report/words/provenance-line.ts';
import { HOSTILE_TEXTS, HUGE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { annotated, filledPlaces, reportFullOf, textPlaces } from '../../support/report/hostile-report.ts';
import { deltaWith, reportWith, targetReport } from '../../support/report/report-builders.ts';
import { parseCommands } from '../../support/runner/runner-commands.ts';
import { UNSEEN } from '../hostile-names.ts';
import { codeTexts, htmlOf, strayTags, withoutCode } from '../rendered.ts';

const HOSTILE = Object.entries(HOSTILE_TEXTS);
const HUGE = Object.entries(HUGE_TEXTS);
const VIEWS: readonly View[] = ['owner', 'section', 'object', 'dir', 'subsystem', 'config', 'strings'];

describe('the corpus', () => {
  test('has more than sixty texts, none of them twice', () => {
    const texts = Object.values({ ...HOSTILE_TEXTS, ...HUGE_TEXTS });
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(60);
  });

  test('is put into every place of a report that takes any text', () => {
    expect(filledPlaces()).toEqual(textPlaces());
    expect(textPlaces()).toContain('.targets[].verdict.findings[].acceptance.reason');
    expect(textPlaces()).toContain('.targets[].budgets{}');
  });
});

describe('the log', () => {
  test.each(HOSTILE)('has no command and nothing unseen in spite of %s', (_, name) => {
    for (const views of [[], VIEWS]) {
      const text = renderText(reportFullOf(name), { decoration: 'plain', rows: 1000, views });
      expect(text).not.toMatch(UNSEEN);
      expect(parseCommands(inertLog(text))).toEqual([]);
    }
  });
});

describe('one line, for a status and the title of a check,', () => {
  test.each([...HOSTILE, ...HUGE])('is one line in spite of %s', (_, name) => {
    const line = cutLine(headlineOf(reportFullOf(name), visibleLine), STATUS_DESCRIPTION_CHARACTERS);
    expect(line).not.toMatch(UNSEEN);
    expect(line).not.toMatch(/[\n\t]/);
    expect(line.length).toBeLessThanOrEqual(STATUS_DESCRIPTION_CHARACTERS);
    expect(line).toBe(Buffer.from(line).toString());
  });
});

describe('annotations', () => {
  const annotationsOn = (name: string, line?: number) => {
    const { targets, ...report } = reportFullOf(name);
    const all = targets.map((target) => annotated(target, line));
    return annotationsOf({ ...report, folder: '', targets: all }, 10).shown;
  };

  test.each([...HOSTILE, ...HUGE])('say %s in one short line that can be seen', (_, name) => {
    const shown = annotationsOn(name);
    expect(shown.map(({ path, title }) => [path, title])).toEqual([
      ['fs/0.c', 'Kernel size'],
      ['fs/1.c', 'Kernel size'],
    ]);
    for (const { message } of shown) {
      expect(message).not.toMatch(UNSEEN);
      expect(message).not.toMatch(/[\n\t]/);
      expect(message.length).toBeLessThan(20_000);
    }
  });

  test.each(HOSTILE)('have no path out of the repository with %s', (_, name) => {
    for (const { path } of annotationsOf(reportFullOf(name), 10).shown) {
      expect(path).toMatch(/^[\w@~.-]+(\/[\w@~.-]+)*$/);
      expect(path.split('/')).not.toContain('..');
    }
  });

  test.each([0, 2 ** 31, Number.MAX_SAFE_INTEGER])('have no line %d, which GitHub refuses', (line) => {
    expect(annotationsOn('A name', line)).toEqual([]);
  });
});

describe('an explanation', () => {
  const explained = (name: string): string => htmlOf(explain(reportFullOf(name), name, 20) ?? '');
  const harmless = withoutCode(explained('A harmless name'));

  test('brings no tags but its own', () => {
    expect(strayTags(harmless)).toEqual([]);
    expect(harmless).toContain('<summary>');
  });

  test.each(HOSTILE)('has %s in code only', (_, name) => {
    expect(withoutCode(explained(name))).toBe(harmless);
  });

  test('has no more symbols of one name than are asked for', () => {
    const delta = deltaWith({ symbols: Array.from({ length: 1000 }, () => ['a', 1, 2] as const) });
    const text = explain(reportWith([targetReport({ delta })]), 'a', 5)!;
    expect(text.match(/^a /gm)).toHaveLength(5);
  });
});

describe('what people copy', () => {
  test.each(HOSTILE)('into a shell has nothing for it in spite of %s', (_, name) => {
    const command = reproduceCommand({ ...reportFullOf(name), files: undefined }) ?? '';
    expect(command).toMatch(/^[\w .-]*$/);
    expect(command).not.toContain('--target -');
  });

  test('into a commit message accepts nothing by the name of a target or a version', () => {
    const html = htmlOf(renderMarkdown(reportFullOf(HOSTILE_TEXTS['a trailer']!), { rows: 100 }));
    const message = codeTexts(html).find((text) => text.includes('Size-Growth') && text.includes(', ram +'));
    expect(message).toContain('because (a  Size-Growth: toy ram +1000000000 because): flash');
    expect(acceptanceTrailers(message!)).toEqual([]);
  });
});

describe('a comment', () => {
  test.each(HUGE)('has room for some rung, whole, in spite of %s', (_, name) => {
    const stored = JSON.parse(renderJson(reportFullOf(name))) as Report;
    const rungs = markdownLadder(stored, COMMENT_BODY_BYTES);
    expect(rungs.length).toBeGreaterThan(0);
    for (const rung of rungs) {
      expect(Buffer.byteLength(rung)).toBeLessThanOrEqual(COMMENT_BODY_BYTES);
      expect(strayTags(htmlOf(rung))).toEqual([]);
    }
  });

  test('is short where a report has limits and targets without number, and long names', () => {
    const target = 'x'.repeat(65_000);
    const finding = { kind: 'near-limit', metric: 'ram', base: 1, head: 1, limit: 1 } as const;
    const findings = Array.from({ length: 20_000 }, () => finding);
    const many = Array.from({ length: 2000 }, (_, i) => targetReport({ target: `t${i}` }));
    const report = reportWith(
      [targetReport({ target, verdict: { kind: 'near-limit', findings, reason: undefined } })].concat(many),
    );
    const [fullest] = markdownLadder(report, COMMENT_BODY_BYTES);
    expect(Buffer.byteLength(fullest!)).toBeLessThanOrEqual(COMMENT_BODY_BYTES);
    expect(renderText(report, { decoration: 'plain', rows: 10 })).toContain(
      '19900 more remarks are not shown here',
    );
  });
});
