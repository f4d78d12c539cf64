import { expect, test } from 'vitest';
import { deviceTreeLines } from '../../../src/report/words/cause-lines.ts';
import type { DeviceTreeRow } from '../../../src/size/device-tree/delta.ts';

const row = (overrides: Partial<DeviceTreeRow>): DeviceTreeRow => ({
  node: '/soc',
  property: undefined,
  base: 8,
  head: 8,
  change: 'changed',
  ...overrides,
});

const linesOf = (rows: readonly DeviceTreeRow[], most = 9): string[] =>
  deviceTreeLines({ base: 100, head: 140, rows }, most);

test('the first line has both sizes of the file', () => {
  expect(linesOf([])).toEqual(['100 -> 140 B']);
});

test.each<[string, Partial<DeviceTreeRow>]>([
  ['    +40  /soc/uart (added)', { node: '/soc/uart', base: undefined, head: 40, change: 'added' }],
  ['    -12  /soc reg (removed)', { property: 'reg', base: 12, head: undefined, change: 'removed' }],
  ['     +4  /soc status', { property: 'status', head: 12, change: 'resized' }],
  ['      0  /soc reg (changed)', { property: 'reg' }],
])('a row has its change, its place and what happened: %s', (line, overrides) => {
  expect(linesOf([row(overrides)])[1]).toBe(line);
});

test('rows that are left out are counted', () => {
  expect(linesOf([row({}), row({}), row({})], 1).slice(2)).toEqual(['(not shown: 2 more)']);
});

test('a place stays on one line and is cut', () => {
  expect(linesOf([row({ node: `/a\nb${'x'.repeat(300)}` })])[1]).toMatch(
    /^ {6}0 {2}\/a bx{196}… \(changed\)$/,
  );
});
