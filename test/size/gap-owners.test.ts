import { describe, expect, test } from 'vitest';

import { cellLines, mappedParts, readOnlyData } from '../support/accounting-builders.ts';
import { builtSymbol } from '../support/elf-builder.ts';

describe('tables', () => {
  test('have a name, and the object of their input section', () => {
    const parts = [
      { name: '.ARM.exidx.text.f', size: 8 },
      { name: '.ARM.exidx', size: 8, object: 'b.o' },
    ];
    expect(
      cellLines(mappedParts(readOnlyData('x'.repeat(16), { name: '.ARM.unwind_idx' }), ...parts)),
    ).toEqual(['table [unwind index] a.o 8', 'table [unwind index] b.o 8']);
  });

  test('are known by their input section inside of another', () => {
    const parts = [{ name: '.rodata.cst16' }];
    expect(cellLines(mappedParts(readOnlyData('x'.repeat(16)), ...parts))).toEqual([
      'table [merged constants] a.o 16',
    ]);
  });

  test('are known by their output section, also without a link map', () => {
    const table = readOnlyData('x'.repeat(12), { name: '__ex_table' });
    expect(cellLines(table)).toEqual(['table [exception table] 12']);
    expect(cellLines(mappedParts(table, { name: '.data' }))).toEqual(['table [exception table] a.o 12']);
  });

  test('are what symbols in them leave', () => {
    const table = {
      ...readOnlyData('x'.repeat(12), { name: '__ex_table' }),
      symbols: [builtSymbol({ name: 'first' })],
    };
    expect(cellLines(table)).toEqual(['symbol first 8', 'table [exception table] 4']);
  });
});

describe("the first task's stack", () => {
  const label = (name: string, value: bigint) => builtSymbol({ name, value, size: 0, type: 0 });

  test.each(['__end_init_stack', '__end_init_task'])('reaches to %s', (end) => {
    const symbols = [label('init_stack', 4n), builtSymbol({ value: 6n, size: 2 }), label(end, 12n)];
    expect(cellLines({ ...readOnlyData('\xff'.repeat(8)), symbols })).toEqual([
      'unattributed [unattributed] 8',
      'symbol init_stack 6',
      'symbol main 2',
    ]);
  });

  test('has no bytes where nothing says how far it reaches', () => {
    expect(cellLines({ ...readOnlyData('x'.repeat(16)), symbols: [label('init_stack', 4n)] })).toEqual([
      'unattributed [unattributed] 16',
    ]);
  });
});

test('no other label owns bytes', () => {
  const label = builtSymbol({ name: '_edata', value: 0n, size: 0, type: 0 });
  expect(cellLines({ ...readOnlyData('x'.repeat(16)), symbols: [label] })).toEqual([
    'unattributed [unattributed] 16',
  ]);
});
