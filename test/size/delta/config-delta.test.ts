import { expect, test } from 'vitest';
import { diffConfigs } from '../../../src/size/delta/config-delta.ts';
import { parseKernelConfig } from '../../../src/size/kernel-config.ts';

/** The changes as scripts/diffconfig prints them. */
function rowsOf(base: string, head: string): string[] {
  return diffConfigs(parseKernelConfig(base), parseKernelConfig(head)).map((change) => {
    if (change.kind === 'removed') return `-${change.name} ${change.base}`;
    if (change.kind === 'added') return `+${change.name} ${change.head}`;
    return ` ${change.name} ${change.base} -> ${change.head}`;
  });
}

const NOT_SET = '# CONFIG_A is not set';

test.each([
  ['an option that is turned on', NOT_SET, 'CONFIG_A=y', ' A n -> y'],
  ['an option that is turned off', 'CONFIG_A=m', NOT_SET, ' A m -> n'],
  ['an option that becomes a module', 'CONFIG_A=y', 'CONFIG_A=m', ' A y -> m'],
  ['a number', 'CONFIG_A=14', 'CONFIG_A=16', ' A 14 -> 16'],
  ['a text', 'CONFIG_A=""', 'CONFIG_A="b = c"', ' A "" -> "b = c"'],
  ['an option that appears', '', 'CONFIG_A=y', '+A y'],
  ['an option that goes', 'CONFIG_A=0x10', '', '-A 0x10'],
])('%s is a change', (_what, base, head, row) => {
  expect(rowsOf(base, head)).toEqual([row]);
});

test.each([
  ['an option that stays', 'CONFIG_A=y', 'CONFIG_A=y'],
  ['an option that appears and is not set', '', NOT_SET],
  ['an option that goes and was not set', NOT_SET, ''],
  ['an option that is written in another way', NOT_SET, 'CONFIG_A=n'],
])('%s is no change', (_what, base, head) => {
  expect(rowsOf(base, head)).toEqual([]);
});

test('rows are in the order of scripts/diffconfig: removed, changed, added, each by name', () => {
  const base = 'CONFIG_F=y\nCONFIG_B=y\nCONFIG_E=1\nCONFIG_A_B=1\n';
  const head = 'CONFIG_E=2\nCONFIG_A_B=2\nCONFIG_D=y\nCONFIG_AB=y\n';
  expect(rowsOf(base, head)).toEqual(['-B y', '-F y', ' A_B 1 -> 2', ' E 1 -> 2', '+AB y', '+D y']);
});
