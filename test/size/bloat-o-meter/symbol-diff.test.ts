import { describe, expect, test } from 'vitest';
import { type SymbolDiff, diffSymbols } from '../../../src/size/bloat-o-meter/symbol-diff.ts';
import type { Compat, DiffMode } from '../../../src/size/bloat-o-meter/symbol-letters.ts';
import { UserError } from '../../../src/user-error.ts';
import { type SymbolEntry, symbolColumns } from '../../support/elf/symbol-columns.ts';

interface Comparison {
  readonly old: readonly SymbolEntry[];
  readonly head: readonly SymbolEntry[];
  readonly mode?: DiffMode;
  readonly compat?: Compat;
}

function tables({ old, head, mode = 'all', compat = '6.12' }: Comparison): SymbolDiff[] {
  return diffSymbols(symbolColumns(old), symbolColumns(head), { mode, compat });
}

function table(comparison: Comparison): SymbolDiff {
  return tables(comparison)[0]!;
}

function names(comparison: Comparison): string[] {
  return table(comparison).rows.map(({ name }) => name);
}

test('a symbol that only one side has is added or removed, and has no size on the other', () => {
  expect(table({ old: [[8, 'T', 'gone']], head: [[12, 'T', 'here']] })).toMatchObject({
    added: 1,
    removed: 1,
    up: 12,
    down: 8,
    rows: [
      { name: 'here', old: undefined, new: 12, delta: 12 },
      { name: 'gone', old: 8, new: undefined, delta: -8 },
    ],
  });
});

test('a symbol that both sides have grows or shrinks', () => {
  const comparison = {
    old: [
      [8, 'T', 'a'],
      [8, 'T', 'b'],
    ],
    head: [
      [10, 'T', 'a'],
      [5, 'T', 'b'],
    ],
  } as const;
  expect(table(comparison)).toMatchObject({ grown: 1, shrunk: 1, up: 2, down: 3, before: 16, after: 15 });
});

test('a symbol of the same size has no row', () => {
  expect(names({ old: [[8, 'T', 'same']], head: [[8, 'T', 'same']] })).toEqual([]);
});

test('symbols of one name are added up', () => {
  const old: SymbolEntry[] = [
    [4, 'd', 'state'],
    [4, 'd', 'state'],
  ];
  expect(table({ old, head: [[4, 'd', 'state']] }).rows).toEqual([
    { name: 'state', old: 8, new: 4, delta: -4 },
  ]);
});

test.each([
  ['foo.123', 'foo'],
  ['foo.isra.0', 'foo.isra'],
  ['a.1.2b.x3.4', 'ab.x3'],
  ['a..1', 'a.'],
  ['12.', '12.'],
  ['.5', ''],
])('the number of a clone is taken out of %j, which becomes %j', (name, folded) => {
  expect(names({ old: [], head: [[4, 't', name]] })).toEqual([folded]);
});

test.each([
  '__mod_alias',
  '__mod_x.1',
  '__se_sys_open',
  '__se_compat_sys_open',
  '__addressable_init',
  'linux_banner',
  'vermagic',
  'with:colon',
])('%s is not counted', (name) => {
  expect(table({ old: [], head: [[4, 'r', name]] })).toMatchObject({ rows: [], after: 0 });
});

test.each(['vermagic.0', 'linux_banner2', '__modver', '__sys_open', 'x__mod_y'])('%s is counted', (name) => {
  expect(table({ old: [], head: [[4, 'r', name]] }).after).toBe(4);
});

test('rows are in descending order of change, equal ones in descending order of names', () => {
  const head: SymbolEntry[] = ['a', 'c', 'b', 'ba', 'B', '_'].map((name) => [4, 'T', name]);
  expect(names({ old: [], head: [...head, [8, 'T', 'a8']] })).toEqual(['a8', 'c', 'ba', 'b', 'a', '_', 'B']);
});

test('names are ordered by code point, not by UTF-16 unit', () => {
  const head: SymbolEntry[] = ['\u{1F600}', '\uFF5E', 'z'].map((name) => [4, 'T', name]);
  expect(names({ old: [], head })).toEqual(['\u{1F600}', '\uFF5E', 'z']);
});

test('a symbol that becomes read-only moves between categories and is no change elsewhere', () => {
  const moved = { old: [[4, 'd', 'x']], head: [[4, 'r', 'x']] } as const;
  expect(table(moved).rows).toEqual([]);
  expect(tables({ ...moved, mode: 'categories' }).map(({ added, removed }) => [added, removed])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
  ]);
});

describe('letters', () => {
  const every: SymbolEntry[] = Array.from('tTdDbBrRvVwWCiuNnGgSs?', (letter) => [1, letter, letter]);
  const counted = (mode: DiffMode, compat: Compat) =>
    tables({ old: [], head: every, mode, compat }).map(({ title, rows }) => [
      title,
      rows
        .map(({ name }) => name)
        .toSorted()
        .join(''),
    ]);

  test.each([
    ['all', [['Function', 'BDRTVWbdrtvw']]],
    ['text', [['Function', 'TWtw']]],
    ['data', [['Data', 'BDRVbdrv']]],
    [
      'categories',
      [
        ['Function', 'TWtw'],
        ['Data', 'BDVbdv'],
        ['RO Data', 'Rr'],
      ],
    ],
  ] as const)('of %s are those of the script of 6.12', (mode, expected) => {
    expect(counted(mode, '6.12')).toEqual(expected);
  });

  test.each([
    ['all', [['Function', 'BDRTbdrt']]],
    ['text', [['Function', 'Tt']]],
    ['data', [['Data', 'BDRbdr']]],
    [
      'categories',
      [
        ['Function', 'Tt'],
        ['Data', 'BDbd'],
        ['RO Data', 'Rr'],
      ],
    ],
  ] as const)('of %s are those of the script of 6.1', (mode, expected) => {
    expect(counted(mode, '6.1')).toEqual(expected);
  });
});

test('a sum that is too large to be exact is refused', () => {
  const head: SymbolEntry[] = [
    [2 ** 53 - 1, 'b', 'a'],
    [2, 'b', 'b'],
  ];
  expect(() => table({ old: [], head })).toThrow(UserError);
});
