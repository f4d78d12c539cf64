import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { NOT_FOLDED, foldName } from '../../src/size/fold-name.ts';
import { FOLDED, cloneMark, hasPrefix, ownerName, plainEnd } from '../../src/size/owner-name.ts';

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
  '.part',
  '.llvm',
  '7',
);
const name = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

test('a name that is not folded is its own, but for its prefix', () => {
  fc.assert(
    fc.property(name, (text) => {
      const bytes = new TextEncoder().encode(`${text}\0`);
      const rest = hasPrefix(bytes, 0) ? '__pfx_'.length : 0;
      const end = plainEnd(bytes, rest);
      if (end !== FOLDED) expect(ownerName(text)).toBe(text.slice(rest, end));
    }),
  );
});

test('a name is folded byte by byte as it is folded as text', () => {
  fc.assert(
    fc.property(name, (text) => {
      const bytes = new TextEncoder().encode(`${text}\0`);
      const rest = hasPrefix(bytes, 0) ? '__pfx_'.length : 0;
      const folded = new Uint8Array(bytes.length);
      const length = foldName(bytes, rest, folded);
      if (length === NOT_FOLDED) return;
      expect(new TextDecoder().decode(folded.subarray(0, length))).toBe(ownerName(text));
    }),
  );
});

test.each(['a.0', 'a.isra.0', '.cold', '.0', 'a.part.0.cold', '__key.1'])(
  '%s is folded byte by byte',
  (text) => {
    const bytes = new TextEncoder().encode(`${text}\0`);
    expect(foldName(bytes, 0, new Uint8Array(bytes.length))).not.toBe(NOT_FOLDED);
  },
);

test.each(['é.0', 'a b.0', '__UNIQUE_ID_a.1', '__initcall__kmod_x__1_2_f.0'])(
  '%s is folded as text',
  (text) => {
    const bytes = new TextEncoder().encode(`${text}\0`);
    expect(foldName(bytes, 0, new Uint8Array(bytes.length))).toBe(NOT_FOLDED);
  },
);

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
