import { describe, expect, test } from 'vitest';
import { cellLines, mappedParts, readOnlyData } from '../../support/elf/accounting-builders.ts';
import { builtSymbol } from '../../support/elf/elf-builder.ts';

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

describe('tables between labels', () => {
  const label = (name: string, value: bigint) => builtSymbol({ name, value, size: 0, type: 0 });
  const between = (start: string, end: string) =>
    cellLines({
      ...readOnlyData('\x05\x05\x05\x05looks like text\0\x05\x05\x05\x05'),
      symbols: [label(start, 4n), label(end, 20n)],
    });

  test.each([
    ['__irf_start', '__irf_end', 'built-in initramfs'],
    ['kernel_config_data', 'kernel_config_data_end', 'built-in .config'],
    ['kernel_headers_data', 'kernel_headers_data_end', 'built-in headers'],
    ['embedded_bootconfig_data', 'embedded_bootconfig_data_end', 'built-in bootconfig'],
    ['__cert_list_start', '__cert_list_end', 'certificates'],
    ['__dtb_start', '__dtb_end', 'built-in device tree'],
    ['__dtb_stm32f469_disco_begin', '__dtb_stm32f469_disco_end', 'built-in device tree'],
    ['_fw_regulatory_db_bin', '_fw_end', 'firmware'],
    ['vdso_start', 'vdso_end', 'vDSO'],
    ['compat_vdso_start', 'compat_vdso_end', 'vDSO'],
    ['real_mode_blob', 'real_mode_blob_end', 'real-mode code'],
    ['_binary_logo_start', '_binary_logo_end', 'binary file'],
    ['__start_mcount_loc', '__stop_mcount_loc', 'patchable function entries'],
    ['__initcall_start', '__initcall_end', 'initcall table'],
    ['__con_initcall_start', '__con_initcall_end', 'initcall table'],
    ['__setup_start', '__setup_end', 'setup table'],
    ['__start___ex_table', '__stop___ex_table', 'exception table'],
    ['__start_ftrace_events', '__stop_ftrace_events', 'trace table'],
    ['__start_static_call_sites', '__stop_static_call_sites', 'patch table'],
    ['__start_lsm_info', '__end_lsm_info', 'registration table'],
    ['__start_pci_fixups_early', '__end_pci_fixups_early', 'PCI fixup table'],
    ['__earlycon_table', '__earlycon_table_end', 'OF table'],
  ])('%s and %s are those of the %s', (start, end, name) => {
    expect(between(start, end)).toContain(`table [${name}] 16`);
  });

  test.each([
    ['blob_start', 'blob_end'],
    ['a_script', 'a_script_end'],
    ['a_script', 'a_script_size'],
  ])('%s and %s are those of a file: it has no literals', (start, end) => {
    expect(between(start, end)).toEqual(['unattributed [unattributed] 24']);
  });

  test.each([
    ['rodata_start', 'rodata_end'],
    ['a_table', 'another_end'],
    ['__start_rodata', '__end_rodata'],
    ['_stext', '_etext'],
    ['__init_begin', '__init_end'],
    ['vdso_start', 'vdso_finish'],
  ])('are none between %s and %s', (start, end) => {
    expect(between(start, end)).toContain('literal looks like text 16');
  });

  test('end at the first label of the name that follows', () => {
    const symbols = ['_fw_a_bin', '_fw_end', '_fw_b_bin', '_fw_end'].map((name, i) =>
      label(name, BigInt(4 * i)),
    );
    const lines = cellLines({ ...readOnlyData('\xff'.repeat(10)), symbols });
    expect(lines).toEqual(['table [firmware] 8', 'unattributed [unattributed] 12']);
  });

  test('are what symbols in them leave', () => {
    const symbols = [label('__setup_start', 0n), builtSymbol({ size: 6 }), label('__setup_end', 16n)];
    expect(cellLines({ ...readOnlyData('x'.repeat(16)), symbols })).toEqual([
      'symbol main 6',
      'table [setup table] 10',
    ]);
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
