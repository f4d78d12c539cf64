import { expect, test } from 'vitest';
import { directoriesOf, directoryLines } from '../../../src/report/markdown/directory-lines.ts';
import { directoryParts } from '../../../src/size/delta/by-directory.ts';
import { accountedWith } from '../../support/report/report-builders.ts';

/** Name, bytes at base, bytes at head. */
const objects = (
  [
    ['kernel/futex/core.o', 0, 8000],
    ['kernel/futex/pi.o', 0, 968],
    ['kernel/fork.o', 100, 90],
    ['fs/dcache.o', 10, 20],
    ['fs/ext4/inode.o', 5, 0],
    ['lib/string.o', 7, 7],
    ['vmlinux.o', 1, 2],
    ['[linker]', 4, 8],
    ['', 1, 3],
  ] as const
).map(([name, base, head]) => ({ name, base, head }));

const LINES = [
  'kernel/futex       +8968',
  'kernel             -10',
  'fs                 +10',
  'fs/ext4            -5',
  '[linker]           +4',
  '[between objects]  +2',
  './                 +1',
];

test.each([
  ['of this version', accountedWith({ objects, directories: directoryParts(objects) })],
  ['of an earlier version, without directories', accountedWith({ objects })],
  [
    'that lists them in another order',
    accountedWith({ objects, directories: directoryParts(objects).toReversed() }),
  ],
])("each directory has its own objects' change, in a report %s", (_, accounted) => {
  expect(directoryLines(accounted, 9).toSorted()).toEqual(LINES.toSorted());
  const sum = directoryLines(accounted, 9).reduce((all, line) => all + Number(line.split(/ {2,}/)[1]), 0);
  expect(sum).toBe(objects.reduce((all, { base, head }) => all + head - base, 0));
});

test('those that changed least are left out and summed up', () => {
  expect(directoryLines(accountedWith({ objects }), 2)).toEqual([
    'kernel/futex  +8968',
    'fs            +10',
    '(not shown: 5 more, -8 in all)',
  ]);
});

test('without link maps there is none', () => {
  expect(directoryLines(accountedWith({ objects, hasMaps: false }), 9)).toEqual([]);
});

test('the outermost of a report sum to its objects', () => {
  const sum = (sides: readonly { base: number; head: number }[]): number =>
    sides.reduce((all, { base, head }) => all + head - base, 0);
  const outermost = directoriesOf(accountedWith({ objects })).filter(({ depth }) => depth === 0);
  expect(sum(outermost)).toBe(sum(objects));
});
