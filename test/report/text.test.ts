import { describe, expect, test } from 'vitest';
import { failedReport } from '../../src/report/assemble-report.ts';
import { type TextStyle, renderText } from '../../src/report/text.ts';
import {
  BASE,
  HEAD,
  deltaWith,
  failedTarget,
  findingWith,
  overGrowthTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../support/report/report-builders.ts';

const style: TextStyle = { decoration: 'plain', rows: 100 };

type Targets = Parameters<typeof reportWith>[0];
const linesOf = (...targets: Targets): string[] => renderText(reportWith(targets), style).split('\n');

describe('the first line', () => {
  test('is the headline', () => {
    expect(linesOf(overGrowthTarget())[0]).toBe(
      'Kernel size: stm32f469 is over its growth limit: ram +3,968 B (limit +1,024 B)',
    );
  });

  test('says why nothing was compared, and what helps follows', () => {
    const failure = { reason: 'there is no base', details: ['fetch it\nwith git'] };
    expect(renderText(failedReport({ base: undefined, head: undefined }, failure), style)).toBe(
      'Kernel size: nothing was compared: there is no base\n\n  fetch it\n  with git\n',
    );
  });
});

describe('the table', () => {
  test('has one row a target with the cells of the design', () => {
    const rows = linesOf(overGrowthTarget(), targetReport({ target: 'x86-tiny', status: 'new' })).slice(2, 5);
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['target', 'verdict', 'flash', 'change', 'left', 'ram', 'change', 'left'],
      [
        'stm32f469',
        'over growth',
        '1,044,808 B of 2 MiB',
        '+144 B',
        '1,052,344 B',
        '119,400 B of 324 KiB',
        '+3,968 B',
        '212,376 B',
      ],
      ['x86-tiny', 'pass (new)', '1,000,000 B', '0 B', '–', '100,000 B', '0 B', '–'],
    ]);
  });

  test('aligns words to the left and numbers to the right', () => {
    const [, long, short] = linesOf(overGrowthTarget(), targetReport({ target: 'x' })).slice(2, 5);
    expect(short!.indexOf('pass')).toBe(long!.indexOf('over growth'));
    expect(short!.indexOf(' B') - long!.indexOf(' B')).toBe(' of 2 MiB'.length);
    expect(short).toMatch(/ {9}–$/);
    expect(short!.length).toBe(long!.length);
  });
});

describe('what changed', () => {
  test('is the table of bloat-o-meter under the name of the target', () => {
    const lines = linesOf(overGrowthTarget());
    const start = lines.indexOf('stm32f469:');
    expect(lines[start + 1]).toBe('add/remove: 1/0 grow/shrink: 0/1 up/down: 3968/-4 (3964)');
    expect(lines[start + 3]).toMatch(/^big_buffer +- +3968 +\+3968$/);
  });

  test('is bounded, and what is left out is summed up', () => {
    const symbols = [
      ['a', 0, 1000],
      ['b', 0, 2000],
      ['c', 3000, 1],
    ] as const;
    const report = reportWith([targetReport({ delta: deltaWith({ symbols }) })]);
    const text = renderText(report, { ...style, rows: 1 });
    expect(text).toMatch(/^c /m);
    expect(text).not.toMatch(/^[ab] /m);
    expect(text).toContain('(not shown: 2 smaller, +3,000 B in all)');
  });

  test('is said in words where nothing did', () => {
    const text = renderText(reportWith([targetReport()]), style);
    expect(text).toContain('\nstm32f469: no byte changed\n');
    expect(text).not.toContain('add/remove');
  });

  test('is replaced by the end of the log where a build failed', () => {
    const lines = linesOf(failedTarget({ details: ['main.c:1: error\nmake: *** stop'] }));
    const start = lines.indexOf('stm32f469:');
    expect(lines.slice(start + 1, start + 3)).toEqual(['  main.c:1: error', '  make: *** stop']);
  });
});

test('what else is to be said follows, worst first', () => {
  const findings = [findingWith(), findingWith({ kind: 'near-limit', limit: 120_000 })];
  const target = targetReport({ verdict: verdictWith('over-growth', { findings }) });
  expect(
    linesOf(target, failedTarget({ target: 'x' })).filter((line) => line.startsWith('stm32f469 is')),
  ).toEqual([
    'stm32f469 is over its growth limit: ram +3,968 B (limit +1,024 B)',
    'stm32f469 is near its budget: ram 119,400 B of 120,000 B, 600 B left, +3,968 B by this change',
  ]);
});

test('the end says which files were compared, where the kernels were built elsewhere', () => {
  const files = { base: 'old/vmlinux', head: 'new/vmlinux' };
  const report = reportWith([targetReport()], { files, base: undefined, head: undefined });
  expect(renderText(report, { decoration: 'plain', rows: 9 })).toMatch(
    /\nbase is old\/vmlinux\nhead is new\/vmlinux\nbase and head built with .*\n$/,
  );
});

test('the end says which commits, why these, with which tools', () => {
  const text = renderText(reportWith([targetReport()], { notes: ['take care'] }), style);
  expect(text.split('\n').slice(-5)).toEqual([
    'note: take care',
    `base ${BASE.hash} (parent of the merge)`,
    `head ${HEAD.hash} (what is checked out)`,
    'base and head built with arm-linux-gnueabi-gcc 12.2.0, GNU ld 2.40',
    '',
  ]);
});
