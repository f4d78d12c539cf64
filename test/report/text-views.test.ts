import { describe, expect, test } from 'vitest';
import type { View } from '../../src/report/tables/views.ts';
import { renderText } from '../../src/report/text.ts';
import type { Delta } from '../../src/size/delta/delta.ts';
import {
  accountedWith,
  deltaWith,
  ownerRow,
  reportWith,
  targetReport,
} from '../support/report/report-builders.ts';

const SYMBOLS = [['start_kernel', 100, 140]] as const;
const OPTION = { name: 'SMP', base: undefined, head: 'y', kind: 'added', cause: undefined } as const;
const literal = ownerRow({ kind: 'literal', name: 'a text', base: undefined, head: 7 });

const textOf = (delta: Delta, views: readonly View[] = []): string =>
  renderText(reportWith([targetReport({ delta })]), { decoration: 'plain', rows: 9, views });

/** The titles of a target's tables, each with its first line. */
const tablesOf = (delta: Delta, views: readonly View[] = []): string[] =>
  textOf(delta, views)
    .split('\n\n')
    .filter((block) => block.startsWith('stm32f469'))
    .map((block) => block.split('\n').slice(0, 2).join(' '));

const bloatOMeter = expect.stringMatching(/^stm32f469: add\/remove: /);
const byOwner = expect.stringMatching(/^stm32f469, by owner: Owner /);
const byConfig = 'stm32f469, by config: +SMP y';

describe('a target shows', () => {
  test('the table of bloat-o-meter where it has rows', () => {
    expect(tablesOf(deltaWith({ symbols: SYMBOLS, accounted: { rows: [literal] } }))).toEqual([bloatOMeter]);
  });

  test('every byte by owner where bloat-o-meter is blind to what changed', () => {
    expect(tablesOf(deltaWith({ accounted: { rows: [literal] } }))).toEqual([byOwner]);
  });

  test('the options that differ above its table', () => {
    expect(tablesOf(deltaWith({ symbols: SYMBOLS, config: [OPTION] }))).toEqual([byConfig, bloatOMeter]);
  });

  test('what the options cost, and their rows where these are asked for', () => {
    const part = accountedWith({ rows: [literal] });
    const delta = deltaWith({ config: [OPTION], split: { kind: 'split', code: part, kconfig: part } });
    const texts = [textOf(delta), textOf(delta, ['config'])];
    for (const text of texts) expect(text).toContain('caused by the options: 0 B');
    expect(texts.map((text) => text.includes('"a text"'))).toEqual([false, true]);
  });

  test('the options that differ where no byte does', () => {
    expect(tablesOf(deltaWith({ config: [OPTION] }))).toEqual([byConfig]);
  });

  test('nothing more where only a section has changed', () => {
    expect(tablesOf(deltaWith({ sections: [{ name: '.text', base: 1, head: 2 }] }))).toEqual([]);
  });

  test('the views that are asked for in place of its tables, in their order', () => {
    const delta = deltaWith({ symbols: SYMBOLS, accounted: { rows: [literal] }, config: [OPTION] });
    expect(tablesOf(delta, ['strings', 'owner'])).toEqual([
      'stm32f469, by strings:      +7  init/main.o  "a text"',
      byOwner,
    ]);
  });

  test('no view where nothing changed', () => {
    expect(tablesOf(deltaWith(), ['owner'])).toEqual(['stm32f469: no byte changed']);
  });
});

test('a view has at most as many rows as all tables', () => {
  const rows = Array.from({ length: 12 }, () => literal);
  const text = renderText(reportWith([targetReport({ delta: deltaWith({ accounted: { rows } }) })]), {
    decoration: 'plain',
    rows: 5,
    views: ['owner', 'strings'],
  });
  expect(text.match(/"a text"/g)).toHaveLength(10);
  expect(text).toContain('(not shown: 7 smaller, +49 in all)');
});
