import { describe, expect, test } from 'vitest';
import { indented, renderAccounted, renderParts } from '../../../src/report/tables/accounted-table.ts';
import type { OwnerRow } from '../../../src/size/delta/owner-rows.ts';
import { HOSTILE_TEXTS } from '../../support/report/hostile-corpus.ts';
import { accountedWith, ownerRow } from '../../support/report/report-builders.ts';

const linesOf = (rows: readonly OwnerRow[], most?: number): string[] =>
  renderAccounted(accountedWith({ rows }), most).split('\n');

/** What is said of one row behind its numbers. */
const remarksOf = (overrides: Partial<OwnerRow>): string =>
  linesOf([ownerRow(overrides)])[1]!.replace(/^.{64} {2}/, '');

const part = (name: string, base: number, head: number) => ({ name, base, head });

describe('the accounted table', () => {
  test('has the columns of bloat-o-meter, with what is known of each row behind them', () => {
    const rows = [
      ownerRow({ name: 'added', base: undefined, head: 12 }),
      ownerRow({ name: 'removed', base: 8, head: undefined }),
    ];
    expect(linesOf(rows).slice(0, 3)).toEqual([
      'Owner                                        old     new   delta',
      'added                                          -      12     +12  init/main.o; .text',
      'removed                                        8       -      -8  init/main.o; .text',
    ]);
  });

  test('has a literal in quotes, on one line', () => {
    expect(linesOf([ownerRow({ kind: 'literal', name: 'a "b"\n' })])[1]).toMatch(/^"a \\"b\\"\\n" {26} /);
  });

  test('has a long literal cut', () => {
    const [, line] = linesOf([ownerRow({ kind: 'literal', name: 'x'.repeat(37) })]);
    expect(line).toMatch(/^"x{36}…" /);
  });

  test('has the name of a symbol in full, which moves the numbers', () => {
    expect(linesOf([ownerRow({ name: 'x'.repeat(60) })])[1]).toMatch(/^x{60} {5}100 /);
  });

  test('counts and sums the rows that it leaves out', () => {
    const rows = [40, -30, 20].map((delta) => ownerRow({ name: `by${delta}`, base: 100, head: 100 + delta }));
    const lines = linesOf(rows, 1);
    expect(lines[1]).toMatch(/^by40 /);
    expect(lines.slice(2, 4)).toEqual(['(not shown: 2 smaller, -10 in all)', '']);
  });
});

describe('a row tells', () => {
  test('its object and section', () => {
    expect(remarksOf({})).toBe('init/main.o; .text');
  });

  test('its section alone where no object is known', () => {
    expect(remarksOf({ object: undefined })).toBe('.text');
  });

  test('where it is defined in place of its object', () => {
    expect(remarksOf({ definition: { file: 'init/main.c', line: 7 } })).toBe('init/main.c:7; .text');
  });

  test.each<[string, Partial<OwnerRow>]>([
    ['moved from fs/inode.o', { movedFrom: 'fs/inode.o' }],
    ['moved from elsewhere', { movedFrom: '' }],
    ['was old_name', { renamedFrom: 'old_name' }],
    ['inlined into a, b', { inlinedInto: ['a', 'b'] }],
    ['split out of a, b', { splitFrom: ['a', 'b'] }],
  ])('%s', (words, overrides) => {
    expect(remarksOf(overrides)).toBe(`init/main.o; ${words}; .text`);
  });

  test('its other names and what is counted in, last', () => {
    expect(remarksOf({ aliases: ['a', 'b'], clones: ['.cold'] })).toBe(
      'init/main.o; .text; also a, b; with .cold',
    );
  });

  test('the change of each section where there are several', () => {
    const cells = [
      { section: '.text', base: 10, head: 4 },
      { section: '.init.text', base: 0, head: 8 },
    ];
    expect(remarksOf({ cells })).toBe('init/main.o; .text -6, .init.text +8');
  });

  test('no more than the first of a thousand characters', () => {
    const remarks = remarksOf({ inlinedInto: Array.from({ length: 500 }, (_, i) => `caller_${i}`) });
    expect(remarks).toMatch(/^init\/main\.o; inlined into caller_0, .*…$/);
    expect(remarks).toHaveLength(1001);
  });

  test('no section where none changed its bytes', () => {
    expect(remarksOf({ cells: [], renamedFrom: 'old_name' })).toBe('init/main.o; was old_name');
  });
});

test('the sections that changed follow, each with what its rows leave unexplained, then the sum of all', () => {
  const sections = [
    { ...part('.text', 100, 140), residual: 0 },
    { ...part('.rodata', 50, 50), residual: 0 },
    { ...part('.data', 8, 8), residual: 4 },
  ];
  expect(renderAccounted(accountedWith({ sections })).split('\n').slice(2)).toEqual([
    'Section                                      old     new   delta residual',
    '.text                                        100     140     +40       0',
    '.data                                          8       8       0       4',
    'All sections                                 158     198     +40       4',
    '',
  ]);
});

describe('a view of parts', () => {
  const style = { order: 'by change', most: 9 } as const;
  const parts = [part('small', 10, 11), part('same', 7, 7), part('large', 30, 10)];

  test('has those that changed, the largest change first, and the sum of all', () => {
    expect(renderParts('Object', parts, style).split('\n')).toEqual([
      'Object                                       old     new   delta',
      'large                                         30      10     -20',
      'small                                         10      11      +1',
      'Total                                         47      28     -19',
      '',
    ]);
  });

  test('keeps the given order where it is asked to, and leaves out the smallest', () => {
    const lines = renderParts('Object', [part('smallest', 1, 2), part('b', 1, 4), part('a', 1, 9)], {
      order: 'given',
      most: 2,
    }).split('\n');
    expect(lines.slice(1, 4).map((line) => line.slice(0, 40).trim())).toEqual([
      'b',
      'a',
      '(not shown: 1 smaller)',
    ]);
  });

  test('of directories is indented by depth, and its outermost parts are the sum', () => {
    const tree = [
      { ...part('fs/', 10, 20), depth: 0 },
      { ...part('fs/ext4/', 4, 14), depth: 1 },
    ];
    expect(renderParts('Directory', indented(tree), style).split('\n').slice(1)).toEqual([
      'fs/                                           10      20     +10',
      '  fs/ext4/                                     4      14     +10',
      'Total                                         10      20     +10',
      '',
    ]);
  });
});

test.each(Object.entries(HOSTILE_TEXTS))('%s in every name stays on one line', (_, name) => {
  const kinds = ['symbol', 'literal'] as const;
  const texts = { name, object: name, movedFrom: name, aliases: [name], clones: [name], inlinedInto: [name] };
  const cells = [{ section: name, base: 1, head: 2 }];
  const rows = kinds.map((kind) => ownerRow({ kind, ...texts, cells, splitFrom: [name], renamedFrom: name }));
  const sections = [{ ...part(name, 1, 2), residual: 0 }];
  expect(renderAccounted(accountedWith({ rows, sections })).split(/[\n\r\u2028]/)).toHaveLength(8);
  expect(renderParts('Object', [part(name, 1, 2)], { order: 'given', most: 9 }).split('\n')).toHaveLength(4);
});
