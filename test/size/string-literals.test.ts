import { describe, expect, test } from 'vitest';

import { cellLines, changedRows, mappedParts, readOnlyData } from '../support/accounting-builders.ts';
import { builtSymbol } from '../support/elf-builder.ts';

describe('string literals', () => {
  const pool = (text: string, name = '.rodata.str1.1') => mappedParts(readOnlyData(text), { name });

  test('are owners by their contents', () => {
    expect(cellLines(pool('one\0three\0'))).toEqual(['literal one a.o 4', 'literal three a.o 6']);
  });

  test('have one zero behind them; what else alignment asks for is fill', () => {
    expect(cellLines(pool('one\0three\0\0\0two\0', '.rodata.str1.4'))).toEqual([
      'literal one a.o 4',
      'literal three a.o 6',
      'fill [alignment fill] a.o 2',
      'literal two a.o 4',
    ]);
  });

  test('are no symbols, though one has that name', () => {
    const parts = [{ name: '.rodata.str1.1', size: 5 }, { name: '.rodata' }];
    const built = { ...readOnlyData('main\0x'), symbols: [builtSymbol({ value: 5n, size: 1 })] };
    expect(cellLines(mappedParts(built, ...parts))).toEqual(['literal main a.o 5', 'symbol main a.o 1']);
  });

  test('can be empty', () => {
    expect(cellLines(pool('one\0\0two\0'))).toEqual([
      'literal one a.o 4',
      'literal a.o 1',
      'literal two a.o 4',
    ]);
  });

  test('that do not end are not attributed', () => {
    expect(cellLines(pool('one\0tw'))).toEqual(['literal one a.o 4', 'unattributed [unattributed] a.o 2']);
  });

  test('of functions that have sections of their own are known too', () => {
    expect(cellLines(pool('one\0', '.rodata.main.str1.1'))).toEqual(['literal one a.o 4']);
  });

  test('that only one side has are added or removed', () => {
    const rows = changedRows(pool('same\0gone\0'), pool('same\0written\0'));
    expect(rows.map(({ kind, name, delta }) => [kind, name, delta])).toEqual([
      ['literal', 'written', 8],
      ['literal', 'gone', -5],
    ]);
  });

  test('that another object keeps for all are no change', () => {
    const parts = (first: string) => [
      { name: '.rodata.str1.1', size: 5, object: first },
      { name: '.rodata.str1.1', size: 6, object: 'c.o' },
    ];
    const built = readOnlyData('same\0other\0');
    expect(changedRows(mappedParts(built, ...parts('a.o')), mappedParts(built, ...parts('b.o')))).toEqual([]);
  });

  test('that go to another section with another keeper are one row', () => {
    const head = mappedParts(readOnlyData('same\0', { name: '.init.rodata' }), {
      name: '.rodata.str1.1',
      object: 'b.o',
    });
    expect(changedRows(pool('same\0'), head)).toMatchObject([
      { kind: 'literal', name: 'same', delta: 0, movedFrom: 'a.o', object: 'b.o' },
    ]);
  });

  test('are told from other bytes by their looks without a link map', () => {
    expect(cellLines(readOnlyData('\u0002\u0003first\0at\0\u0002'))).toEqual([
      'unattributed [unattributed] 3',
      'literal first 6',
      'literal at 3',
    ]);
  });

  test('are not looked for in code, nor in other input sections', () => {
    expect(cellLines(readOnlyData('\u0002first\0', { flags: 6 }))).toEqual(['unattributed [unattributed] 7']);
    expect(cellLines(mappedParts(readOnlyData('\u0002first\0'), { name: '.rodata' }))).toEqual([
      'unattributed [unattributed] a.o 7',
    ]);
  });
});
