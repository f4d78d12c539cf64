import { describe, expect, test } from 'vitest';
import { failedReport } from '../../../src/report/assemble-report.ts';
import { renderHeadline, renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import type { Report } from '../../../src/report/report.ts';
import { readable } from '../../support/report/readable.ts';
import {
  failedTarget,
  findingWith,
  overGrowthTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';
import { htmlOf, strayTags, tablesOf, textOf, titlesOf } from '../rendered.ts';

const render = (report: Report, rows = 100): string => htmlOf(renderMarkdown(report, { rows }));
const headlineOf = (html: string): string => textOf(/<h3>(.*?)<\/h3>/.exec(html)![1]!);

describe('the first line', () => {
  test('is that of the design', () => {
    expect(readable(renderMarkdown(reportWith([overGrowthTarget()]), { rows: 1 }).split('\n')[0]!)).toBe(
      '### ❌ Kernel size: stm32f469 is over its growth limit: ram +3,968 B (limit +1,024 B)',
    );
  });

  test('says why nothing was compared', () => {
    const failure = { reason: 'there is no base commit', details: [] };
    const html = render(failedReport({ base: undefined, head: undefined }, failure));
    expect(html.trim()).toBe(
      '<h3>⛔ Kernel size: nothing was compared: <code>there is no base commit</code></h3>',
    );
  });

  test('is all of a report where the rest has no room', () => {
    const html = htmlOf(renderHeadline(reportWith([overGrowthTarget()], { notes: ['a note'] })));
    expect(headlineOf(html)).toContain('stm32f469 is over its growth limit');
    expect(html).toMatch(
      /<\/h3>\n<p>The rest is too long to be shown here; the JSON report has it\.<\/p>\s*$/,
    );
  });
});

describe('a change of zero bytes', () => {
  const html = render(reportWith([targetReport(), targetReport({ target: 'x86-tiny' })]));

  test('is one line and the footer', () => {
    expect(headlineOf(html)).toBe('✅ Kernel size: no change in size of 2 targets');
    expect(html.replaceAll(/<code>.*?<\/code>/g, '').match(/<(?!\/)\w+/g)).toEqual(['<h3', '<p']);
  });

  test('still has its table where a budget was broken before', () => {
    const findings = [findingWith({ kind: 'inherited', base: 9, head: 9, limit: 8 })];
    const broken = targetReport({ verdict: verdictWith('inherited', { findings }) });
    expect(tablesOf(render(reportWith([broken])))).toHaveLength(1);
  });
});

describe('what else is to be said', () => {
  test('is a list, and the headline is not in it', () => {
    const html = render(reportWith([overGrowthTarget(), failedTarget({ target: 'toy' })]), 0);
    expect(headlineOf(html)).toContain('no comparison for toy: building head failed');
    expect([...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => textOf(item!))).toEqual([
      'stm32f469 is over its growth limit: ram +3,968 B (limit +1,024 B)',
    ]);
  });

  test('includes the notes of the comparison', () => {
    const html = render(reportWith([targetReport()], { notes: ['head changes its budget file'] }));
    expect(textOf(html)).toContain('Note: head changes its budget file');
  });
});

const footerOf = (report: Report): string => render(report).trim().split('\n').at(-1)!;

describe('the footer', () => {
  test('names both commits, why these, the tools and the command that does it again', () => {
    expect(textOf(footerOf(reportWith([targetReport()])))).toBe(
      'Base 123456700000 (parent of the merge) · head abcdef011111 (what is checked out) · ' +
        'base and head built with arm-linux-gnueabi-gcc 12.2.0, GNU ld 2.40 · reproduce: ' +
        'npx kernel-size-budget check --target stm32f469 --base 123456700000 --head abcdef011111',
    );
  });

  test('has the commits outside of code, so that GitHub links them', () => {
    const prose = footerOf(reportWith([targetReport()])).replaceAll(/<code>.*?<\/code>/g, '');
    expect(prose).toMatch(/Base 123456700000 .* head abcdef011111 /);
  });

  test('leaves out what is not known', () => {
    const html = render(reportWith([failedTarget()], { base: undefined }));
    expect(textOf(html)).not.toMatch(/Base|reproduce/);
    expect(textOf(html)).toContain('head abcdef011111');
  });
});

describe('the footer on kernels that were built elsewhere', () => {
  const files = { base: 'old/vmlinux', head: 'new/`vmlinux`' };

  test('names the files, and no command that would build others', () => {
    const text = textOf(footerOf(reportWith([targetReport()], { files })));
    expect(text).toContain('Compared old/vmlinux with new/`vmlinux`');
    expect(text).toContain('Base 123456700000');
    expect(text).not.toContain('reproduce');
  });

  test('names no commit where none is known', () => {
    const report = reportWith([targetReport()], { files, base: undefined, head: undefined });
    expect(textOf(footerOf(report))).not.toMatch(/Base|head [0-9a-f]{7}/);
  });
});

describe('no rows at all', () => {
  test('leave out all that is folded, and say so', () => {
    const html = render(reportWith([overGrowthTarget()]), 0);
    expect(titlesOf(html)).toEqual([]);
    expect(html).toContain('<p>The details are too long to be shown here; the JSON report has them.</p>');
  });

  test('are not said to be left out where there is nothing to fold', () => {
    expect(render(reportWith([failedTarget()]), 0)).not.toContain('too long');
  });
});

test('the whole comment uses no other markup than its own, and closes it', () => {
  const failure = { reason: 'x y', details: ['log'] };
  const report = reportWith([overGrowthTarget(), failedTarget({ details: ['log'] })], { failure });
  expect(strayTags(render(report))).toEqual([]);
});
