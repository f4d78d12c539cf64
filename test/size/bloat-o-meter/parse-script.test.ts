import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseScript } from '../../../src/size/bloat-o-meter/parse-script.ts';
import { COMPATS, compatOf, scriptRules } from '../../../src/size/bloat-o-meter/symbol-letters.ts';
import { kernelTree, newestScript } from '../../support/elf/bloat-o-meter.ts';

const scriptOf = (version: '6.1' | '6.12'): string =>
  readFileSync(join(kernelTree(version), 'scripts/bloat-o-meter'), 'utf8');

describe('the rules of a script', () => {
  test.each(['6.1', '6.12'] as const)('of %s are those that are followed for that version', (version) => {
    expect(parseScript(scriptOf(version))).toEqual(scriptRules(version));
  });

  test('of the newest kernel are those of 6.12 with two more names', () => {
    expect(parseScript(newestScript())).toEqual(scriptRules('7.2'));
  });

  test('of a fork are what it says', () => {
    const fork = scriptOf('6.12')
      .replace('if name == "vermagic": continue', 'if name == "vendor_blob": continue')
      .replace('print_result("RO Data", "rR")', 'print_result("RO Data", "rRn")');
    expect(parseScript(fork)).toEqual({
      ...scriptRules('6.12'),
      ignoredNames: ['linux_banner', 'vendor_blob'],
      tables: {
        ...scriptRules('6.12').tables,
        categories: [
          ...scriptRules('6.12').tables.categories.slice(0, 2),
          { title: 'RO Data', letters: 'rRn' },
        ],
      },
    });
  });

  test.each([
    ['nothing', () => ''],
    ['another filter', (text: string) => text.replace('name == "vermagic"', 'len(name) > 40')],
    ['a filter of all names', (text: string) => text.replace('startswith("__mod_")', 'startswith("")')],
    ['names that are folded in another way', (text: string) => text.replace(String.raw`\.[0-9]+`, 'x')],
    ['no table of functions', (text: string) => text.replace('print_result("Function", "tTwW")', 'pass')],
    ['more behind its tables', (text: string) => `${text}print("more")\n`],
    ['a size of its own', (text: string) => text + '#'.repeat(70_000)],
    [
      'filters without end',
      (text: string) => text.replace(/^ *if name == "vermagic".*\n/m, (line) => line.repeat(100)),
    ],
  ])('with %s are not known', (_, change) => {
    expect(parseScript(change(scriptOf('6.12')))).toBeUndefined();
  });
});

test.each([
  ['5.10.1', '6.1'],
  ['6.1.192', '6.1'],
  ['6.5.13', '6.1'],
  ['6.6', '6.12'],
  ['6.12.117-mine', '6.12'],
  ['6.19.0', '6.12'],
  ['7.0.0-rc1', '7.2'],
  ['10.3.1', '7.2'],
  ['unknown version', undefined],
] as const)('the script of Linux %s is that of %s', (version, expected) => {
  expect(compatOf(version)).toBe(expected);
});

test('the last of them is the newest', () => {
  expect(COMPATS.at(-1)).toBe(compatOf('99.0'));
});
