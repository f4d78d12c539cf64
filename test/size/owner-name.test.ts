import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { cloneMark, hasPrefix, needsFolding, ownerName } from '../../src/size/owner-name.ts';

test.each([
  ['foo', 'foo'],
  ['__pfx_foo', 'foo'],
  ['foo.cold', 'foo'],
  ['foo.isra.0', 'foo'],
  ['foo.constprop.0.isra.1', 'foo'],
  ['foo.part.0.cold', 'foo'],
  ['foo.llvm.123456', 'foo'],
  ['foo.lto_priv.0', 'foo'],
  ['__pfx_foo.cold', 'foo'],
  ['__key.12', '__key'],
  ['__func__.3', '__func__'],
  ['__initcall__kmod_x__12_34_foo6', '__initcall_foo6'],
  ['__initcall__kmod_core__230_1047_pci_init4s', '__initcall_pci_init4s'],
  ['__UNIQUE_ID_license42', '__UNIQUE_ID_license'],
  ['__UNIQUE_ID___addressable_foo123', '__UNIQUE_ID___addressable_foo'],
])('%s is accounted under %s', (name, owner) => {
  expect(ownerName(name)).toBe(owner);
});

test.each([
  '__pfx_',
  '.cold',
  'foo.colder',
  'cold',
  'isra',
  'x__UNIQUE_ID_1',
  '__initcall_start',
  'v4l2',
  'f_12',
])('%s keeps its name', (name) => {
  expect(ownerName(name)).toBe(name);
});

test.each([
  ['foo', undefined],
  ['__key.12', undefined],
  ['foo.cold', '.cold'],
  ['__pfx_foo', '__pfx_'],
  ['foo.constprop.0', '.constprop'],
  ['foo.constprop.0.isra.1', '.constprop.isra'],
  ['__pfx_foo.cold', '__pfx_.cold'],
])('the mark of %s is %s', (name, mark) => {
  expect(cloneMark(name)).toBe(mark);
});

const piece = fc.constantFrom(
  '__pfx_',
  '__UNIQUE_ID_',
  '__initcall__kmod_m__1_2_',
  'f',
  '_',
  '.',
  '.cold',
  '.isra',
  '7',
);
const name = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

test('a name that needs no folding is its own, but for its prefix', () => {
  fc.assert(
    fc.property(name, (text) => {
      const bytes = new TextEncoder().encode(`${text}\0`);
      const rest = hasPrefix(bytes, 0) ? '__pfx_'.length : 0;
      if (!needsFolding(bytes, rest, text.length)) expect(ownerName(text)).toBe(text.slice(rest));
    }),
  );
});

test('a prefix is one only before a name', () => {
  const prefixed = (text: string) => hasPrefix(new TextEncoder().encode(`${text}\0`), 0);
  expect(['__pfx_f', '__pfx_', '__pf', '', 'x__pfx_f'].map(prefixed)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
