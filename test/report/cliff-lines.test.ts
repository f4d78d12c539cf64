import { expect, test } from 'vitest';
import { cliffLines } from '../../src/report/cliff-lines.ts';

const parts = [
  { name: '.text', base: 8190, head: 8199, slack: 4089 },
  { name: '[gap before .data]', base: 2, head: 4089, step: 4096 },
];
const image = { name: 'image', base: 8192, head: 12_288, parts, residual: 0 } as const;

test('a boundary that was crossed comes before the next one', () => {
  expect(cliffLines([image])).toEqual([
    '`.text` +9 B crossed an alignment boundary: +4,096 B for the linked image',
    '`.text` may grow by 4,089 B at no cost to the linked image',
  ]);
});

test('what holds for image and memory is said once', () => {
  expect(cliffLines([image, { ...image, name: 'memory' }])).toEqual([
    '`.text` +9 B crossed an alignment boundary: +4,096 B for the linked image and the memory',
    '`.text` may grow by 4,089 B at no cost to the linked image and the memory',
  ]);
});

test('a kernel without gaps has none', () => {
  expect(cliffLines([])).toEqual([]);
});

test('a section that has no room left is not said to have some', () => {
  const [section, gap] = parts;
  expect(cliffLines([{ ...image, parts: [{ ...section!, slack: 0 }, gap!] }])).toEqual([
    '`.text` +9 B crossed an alignment boundary: +4,096 B for the linked image',
  ]);
});
