import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/report/markdown/explanation.ts';
import {
  accountedWith,
  deltaWith,
  ownerRow,
  reportWith,
  targetReport,
} from '../../support/report/report-builders.ts';

const rows = [
  ownerRow({ name: 'd_lookup', object: 'fs/dcache.o', base: 100, head: 140, aliases: ['__d_lookup'] }),
  ownerRow({ name: 'moved', object: 'fs/new.o', movedFrom: 'fs/old.o', base: 8, head: 8 }),
  ownerRow({ name: 'renamed', renamedFrom: 'former', object: 'mm/slab.o', base: 8, head: 16 }),
];
const delta = deltaWith({
  symbols: [['d_lookup', 100, 140]],
  accounted: accountedWith({
    rows,
    objects: [
      { name: 'fs/dcache.o', base: 1000, head: 1040 },
      { name: 'mm/slab.o', base: 500, head: 508 },
    ],
  }),
  config: [
    { name: 'EXT4_FS', base: 'n', head: 'y', kind: 'changed', cause: { kind: 'select', by: ['FOO'] } },
  ],
});
const report = reportWith([targetReport({ target: 'toy', delta })]);

describe('a report explains', () => {
  test.each([
    ['a symbol', 'd_lookup', ['d_lookup', '100', '140', '+40', 'fs/dcache.o']],
    ['an alias', '__d_lookup', ['d_lookup', '+40']],
    ['a former name', 'former', ['renamed', '+8']],
    ['an object', 'fs/dcache.o', ['d_lookup', 'fs/dcache.o', '1000', '1040']],
    ['the object that something was in', 'fs/old.o', ['moved']],
    ['a folder', 'fs/', ['d_lookup', 'moved', 'fs/dcache.o']],
    ['an option', 'EXT4_FS', ['EXT4_FS', 'n -> y', 'selected by FOO']],
    ['an option by its whole name', 'CONFIG_EXT4_FS', ['n -> y']],
  ])('%s', (_, name, words) => {
    const text = explain(report, name, 100);
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toContain('mm/slab.o'.repeat(name === 'former' ? 2 : 1));
  });

  test.each(['d_look', 'fs', 'EXT4', 'toString', ''])('nothing by the name %j', (name) => {
    expect(explain(report, name, 100)).toBeUndefined();
  });

  test('no more rows than it is asked for, and says how many more there are', () => {
    expect(explain(report, 'fs/', 1)).toContain('(not shown: 1 smaller');
  });
});
