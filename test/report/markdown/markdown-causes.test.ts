import { describe, expect, test } from 'vitest';
import { targetDetails } from '../../../src/report/markdown/markdown-details.ts';
import type { Delta } from '../../../src/size/delta/delta.ts';
import { deltaWith, ownerRow, targetReport } from '../../support/report/report-builders.ts';
import { codeTexts, htmlOf, titlesOf } from '../rendered.ts';

const NODE = { node: '/soc/uart', property: undefined, base: undefined, head: 40, change: 'added' } as const;
const OBJECTS = [
  { name: 'fs/ext4/inode.o', base: 10, head: 50 },
  { name: 'fs/dcache.o', base: 7, head: 7 },
];

const render = (delta: Delta, rows = 100): string =>
  htmlOf(targetDetails(targetReport({ delta }), rows).join('\n\n'));

/** Titles of the folds that are open and of those that are not. */
function foldsOf(html: string) {
  const [open, closed] = ['<details open>', '<details>'].map((tag) =>
    html
      .split(/(?=<details)/)
      .filter((fold) => fold.startsWith(tag))
      .flatMap(titlesOf),
  );
  return { open, closed };
}

const WHERE = 'stm32f469: where the bytes are';

test('other causes than options, and all bytes, are folded', () => {
  const delta = deltaWith({
    accounted: { rows: [ownerRow()] },
    deviceTree: { base: 100, head: 140, rows: [NODE] },
  });
  expect(foldsOf(render(delta))).toEqual({
    open: [],
    closed: ['stm32f469: every byte, by owner', 'stm32f469: the device tree, by node', WHERE],
  });
});

test('where nothing changed there is none of it', () => {
  const delta = deltaWith({
    deviceTree: { base: 100, head: 100, rows: [] },
    accounted: { objects: OBJECTS },
  });
  const html = render(delta);
  expect(foldsOf(html)).toEqual({ open: [], closed: [WHERE] });
  expect(codeTexts(html)).toEqual([]);
});

test('a new target has nothing of it', () => {
  expect(titlesOf(render(deltaWith({ symbols: 'new' })))).toEqual([WHERE]);
});

describe('the fold', () => {
  test('of all bytes has the accounted table', () => {
    const [table] = codeTexts(render(deltaWith({ accounted: { rows: [ownerRow(), ownerRow()] } }), 1));
    expect(table!.split('\n').slice(0, 3)).toEqual([
      'Owner                                        old     new   delta',
      'start_kernel                                 100     140     +40  init/main.o; .text',
      '(not shown: 1 smaller, +40 in all)',
    ]);
  });

  test('of the device tree has its size and its nodes', () => {
    expect(codeTexts(render(deltaWith({ deviceTree: { base: 100, head: 140, rows: [NODE] } })))).toEqual([
      '100 -> 140 B\n    +40  /soc/uart (added)\n',
    ]);
  });
});

describe('where the bytes are', () => {
  const tree = (hasMaps: boolean): string[] =>
    codeTexts(render(deltaWith({ accounted: { rows: [ownerRow()], objects: OBJECTS, hasMaps } }))).slice(1);

  test('is told as a tree of directories', () => {
    expect(tree(true).map((text) => text.split('\n'))).toEqual([
      [
        'Directory                                    old     new   delta',
        'fs/                                           17      57     +40',
        '  fs/ext4/                                    10      50     +40',
        'Total                                         17      57     +40',
        '',
      ],
    ]);
  });

  test('is not known by directory without link maps', () => {
    expect(tree(false)).toEqual([]);
  });
});
