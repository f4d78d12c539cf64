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

describe('a table of symbols that has no size', () => {
  const label = (name: string, value: bigint) => builtSymbol({ name, value, size: 0, type: 0 });

  test('reaches to the next symbol', () => {
    const symbols = [label('kallsyms_names', 0n), label('kallsyms_markers', 12n), label('__end_rodata', 14n)];
    expect(cellLines({ ...readOnlyData('x'.repeat(16)), symbols })).toEqual([
      'symbol kallsyms_names 12',
      'symbol kallsyms_markers 2',
      'unattributed [unattributed] 2',
    ]);
  });

  test('reaches to the end of the section where no symbol follows', () => {
    expect(cellLines({ ...readOnlyData('x'.repeat(16)), symbols: [label('init_stack', 4n)] })).toEqual([
      'unattributed [unattributed] 4',
      'symbol init_stack 12',
    ]);
  });

  test('is no other label', () => {
    expect(cellLines({ ...readOnlyData('x'.repeat(16)), symbols: [label('_edata', 0n)] })).toEqual([
      'unattributed [unattributed] 16',
    ]);
  });
});
