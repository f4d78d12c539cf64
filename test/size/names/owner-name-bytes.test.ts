import { describe, expect, test } from 'vitest';
import { marksIn } from '../../../src/size/names/clone-marks.ts';
import { canonicalText } from '../../../src/size/names/owner-name-bytes.ts';

describe('a function', () => {
  test.each([
    ['foo', 'foo'],
    ['foo.cold', 'foo'],
    ['foo.cold.1', 'foo'],
    ['foo.isra.0', 'foo'],
    ['foo.constprop.0.isra.1', 'foo'],
    ['foo.part.0.cold', 'foo'],
    ['foo.part.0.constprop.1', 'foo'],
    ['foo.llvm.123456', 'foo'],
    ['foo.llvm.DEADBEEF12', 'foo'],
    ['foo.lto_priv.0', 'foo'],
    ['foo.lto_priv.0.cold', 'foo'],
    ['foo.localalias', 'foo'],
    ['foo.localalias.7', 'foo'],
    ['foo.specialized.2', 'foo'],
    ['foo.__uniq.6215367264', 'foo'],
    ['foo.__uniq.6215367264.llvm.42', 'foo'],
    ['foo.__uniq.62.__part.1', 'foo'],
    ['foo.__part.3', 'foo'],
    ['foo.cfi_jt', 'foo'],
    ['foo.cfi', 'foo'],
    ['foo.warm', 'foo'],
    ['foo.org.0', 'foo'],
    ['foo.Tgm', 'foo'],
    ['foo.simdclone.0', 'foo'],
    ['foo._omp_fn.3', 'foo'],
    ['foo.3', 'foo'],
    ['_ZN4core3fmt5write17h0123456789abcdefE', '_ZN4core3fmt5writeE'],
    ['_ZN4core3fmt5write17h0123456789abcdefE.llvm.99', '_ZN4core3fmt5writeE'],
    ['_RNvNtCs8IFMQBvBzfP_4core3fmt5write', '_RNvNtC4core3fmt5write'],
    ['OUTLINED_FUNCTION_12', 'OUTLINED_FUNCTION'],
    ['OUTLINED_FUNCTION_2_5', 'OUTLINED_FUNCTION'],
    ['__initstub__kmod_x__12_34_foo6', '__initstub_foo6'],
    ['__erratum_843419_veneer_12', '__erratum_843419_veneer'],
    ['e843419@0012_00000123_4567', 'e843419'],
    ['0000001a.long_branch.foo', 'long_branch.foo'],
  ])('%s is accounted under %s', (name, owner) => {
    expect(canonicalText(name, 'function')).toBe(owner);
  });
});

describe('a variable', () => {
  test.each([
    ['__key.12', '__key'],
    ['__func__.3', '__func__'],
    ['__compound_literal.0', '__compound_literal'],
    ['.compoundliteral.5', '.compoundliteral'],
    ['__already_done.44', '__already_done'],
    ['descriptor.2', 'descriptor'],
    ['CSWTCH.10', 'CSWTCH'],
    ['C.12.3456', 'C'],
    ['key.2.lto_priv.0', 'key'],
    ['state.llvm.4159733779377055905', 'state'],
    ['.str.7.llvm.4159733779377055905', '.str'],
    ['.L.str.12', '.L.str'],
    ['.LC7', '.LC'],
    ['.LCPI12_3', '.LCPI'],
    ['.L123', '.L'],
    ['.Lanon.78c1aacace3ba476f07e8fb9b7b480c9.2', '.Lanon'],
    ['anon.78c1aacace3ba476f07e8fb9b7b480c9.2.llvm.77', 'anon'],
    ['alloc_78c1aacace3ba476f07e8fb9b7b480c9', 'alloc'],
    ['__unnamed_4', '__unnamed'],
    ['key_user.key', 'key_user.key'],
    ['key_user.key.1', 'key_user.key'],
    ['_ZL2cpii.__uniq.1897.arr', '_ZL2cpii.arr'],
    ['__initcall__kmod_x__12_34_foo6', '__initcall_foo6'],
    ['__initcall__kmod_core__230_1047_pci_init4s', '__initcall_pci_init4s'],
    ['__UNIQUE_ID_license42', '__UNIQUE_ID_license'],
    ['__UNIQUE_ID_license_42', '__UNIQUE_ID_license'],
    ['__UNIQUE_ID___addressable_foo123', '__UNIQUE_ID___addressable_foo'],
    ['__UNIQUE_ID___addressable_foo155.46', '__UNIQUE_ID___addressable_foo'],
    ['__UNIQUE_ID_addressable_foo_868', '__UNIQUE_ID_addressable_foo'],
    ['fb_pin.__UNIQUE_ID_addressable_x_795', 'fb_pin.__UNIQUE_ID_addressable_x'],
    ['__BTF_ID__func__vfs_open__12345', '__BTF_ID__func__vfs_open'],
    ['__pci_fixup_quirk_foo1234', '__pci_fixup_quirk_foo'],
  ])('%s is accounted under %s', (name, owner) => {
    expect(canonicalText(name, 'variable')).toBe(owner);
  });
});

test.each([
  '__pfx_foo',
  '__cfi_check',
  '__pfx_',
  '.cold',
  '.0',
  'foo.colder',
  'cold',
  'isra.0x',
  'foo.part',
  'foo.isra',
  'foo.c.bar',
  'foo.part.0y',
  'foo.part.y0',
  'foo.1.bar',
  'foo..0x',
  'foo.llvm',
  'foo.llvm.xyz',
  'foo.add',
  'foo.__part.',
  'x__UNIQUE_ID_1',
  'x.y__UNIQUE_ID_1',
  '__initcall_start',
  '__initcall__kmod_x',
  '__BTF_ID__set8__x_12',
  '__SCT__might_resched',
  '__SCK__tp_func_x',
  '__bpf_prog_run32',
  '__bpf_trace_foo',
  '__ksymtab_foo1',
  '_ZN4core3fmt5writeE',
  '_ZN3foo17h0123E',
  '_Reset12',
  'anonymous7',
  'alloc_pages12',
  '0000001a.foo',
  'deadbeef.c',
  'abcdefgh.long',
  'v4l2',
  'f_12',
  'é',
])('%s keeps its name', (name) => {
  expect([canonicalText(name, 'function'), canonicalText(name, 'variable')]).toEqual([name, name]);
});

test.each(['foo.cold', 'foo.isra.0', 'foo.constprop.1', 'foo.cfi', 'foo.__part.1', 'foo.specialized.0'])(
  'a variable %s has no part of its name taken for a mark',
  (name) => {
    expect(canonicalText(name, 'variable')).toBe(name.replace(/\.\d+$/, ''));
  },
);

test.each([
  ['foo', ''],
  ['__key.12', ''],
  ['foo.cold', '.cold'],
  ['foo.cold.3', '.cold'],
  ['foo.constprop.0', '.constprop'],
  ['foo.constprop.0.isra.1', '.constprop.isra'],
  ['foo.c.bar.part.2', '.part'],
])('the marks of %s are %j', (name, marks) => {
  expect(marksIn(name, 'function')).toBe(marks);
});
