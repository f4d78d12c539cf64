import { describe, expect, test } from 'vitest';
import { cellLines, changedRows, mappedParts, readOnlyData } from '../../support/elf/accounting-builders.ts';
import { builtSymbol } from '../../support/elf/elf-builder.ts';

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

  test('of wide characters are known by their section', () => {
    const wide = readOnlyData('w\0i\0d\0e\0\0\0', { align: 2 });
    expect(cellLines(mappedParts(wide, { name: '.rodata.str2.2' }))).toEqual(['literal wide a.o 10']);
  });

  test.each([
    ['control characters', '.rodata.str4.4', '\x01\0\0\0\x02\0\0\0\0\0\0\0'],
    ['numbers that no character has', '.rodata.str4.4', 'wide....\0\0\0\0'],
    ['half a pair of surrogates', '.rodata.str2.2', '\x01\xd8w\0\0\0'],
  ])('of wide characters are no %s', (_, name, characters) => {
    const contents = Uint8Array.from(characters, (character) => character.charCodeAt(0));
    const table = readOnlyData('', { align: 4, contents });
    expect(cellLines(mappedParts(table, { name }))).toEqual([
      `unattributed [unattributed] a.o ${contents.length}`,
    ]);
  });

  test('are all that a section holds whose header says so, without a link map', () => {
    const header = { name: '.rodata.str1.1', flags: 0x32, entrySize: 1 };
    expect(cellLines(readOnlyData('ok\0\xff\0?\0', header))).toEqual([
      'literal ok 3',
      'literal ÿ 3',
      'literal ? 2',
    ]);
  });

  test('are told from other bytes by their looks without a link map', () => {
    expect(cellLines(readOnlyData('\u0002\u0003\u0004\u0005first\0at\0\u0002'))).toEqual([
      'unattributed [unattributed] 5',
      'literal first 6',
      'literal at 3',
    ]);
  });

  test.each([
    ['one letter', '\n\0', 2],
    ['two constants, and one more', ' ()\0]\0', 6],
  ])('are neither what can be constants of two bytes, %s, nor the text behind', (_, constants, bytes) => {
    // GNU ld puts .rodata.cst2 right before the literals of the next object: "\npx" and "type: %d" read "pxtype: %d".
    const data = readOnlyData(`first message\0${constants}pxtype: %d\0second one\0`);
    expect(cellLines(data)).toEqual([
      'literal first message 14',
      `unattributed [unattributed] ${bytes + 11}`,
      'literal second one 11',
    ]);
  });

  test('are not two letters that zeros pad, where a constant of two bytes can be', () => {
    expect(cellLines(readOnlyData('first message\0$0\0\0second\0'))).toEqual([
      'literal first message 14',
      'unattributed [unattributed] 3',
      'fill [alignment fill] 1',
      'literal second 7',
    ]);
  });

  test('of two letters among others are told where no constant can be', () => {
    expect(cellLines(readOnlyData('a message\0%d\0%u\0'))).toEqual([
      'literal a message 10',
      'literal %d 3',
      'literal %u 3',
    ]);
  });

  test('go on behind a label of a linker script', () => {
    const label = builtSymbol({ name: '__start_rodata', size: 0, type: 0 });
    expect(cellLines({ ...readOnlyData('first\0'), symbols: [label] })).toEqual(['literal first 6']);
  });

  test.each(['.LC1', '__efistub_.LC1'])('go on behind %s, a label of the compiler', (name) => {
    const label = builtSymbol({ name, value: 10n, size: 0, type: 0 });
    expect(cellLines({ ...readOnlyData('a message\0ok\0'), symbols: [label] })).toEqual([
      'literal a message 10',
      'literal ok 3',
    ]);
  });

  test("of the kernel's assembler files are known by their section too", () => {
    expect(cellLines(pool('regulatory.db\0', '.rodata.str'))).toEqual(['literal regulatory.db a.o 14']);
  });

  test('are not looked for in code, nor in other input sections', () => {
    expect(cellLines(readOnlyData('first\0', { flags: 6 }))).toEqual(['unattributed [unattributed] 6']);
    expect(cellLines(mappedParts(readOnlyData('first\0'), { name: '.rodata' }))).toEqual([
      'unattributed [unattributed] a.o 6',
    ]);
  });
});
