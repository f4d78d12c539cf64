import { describe, expect, test } from 'vitest';
import { parsePathPattern } from '../../../src/size/maintainers/path-pattern.ts';

/** A set is what `[…]` of a regular expression is, which scripts/get_maintainer.pl makes of the pattern. */
describe('a set of characters', () => {
  const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

  test.each(['[ch]', '[79]', '[a-z]', '[a-z0-9]', '[^.]', '[^a-f0]', '[-a]', '[a-]', '[a^]'])(
    '%s has those of a regular expression',
    (set) => {
      const pattern = parsePathPattern(set);
      const expected = new RegExp(set);
      expect(characters.filter((one) => pattern.begins(one))).toEqual(
        characters.filter((one) => expected.test(one)),
      );
    },
  );
});

test.each([
  ['a*b*c', 'a/x/b/y/c/more', true],
  ['a*b*c', 'a/x/c/y/b', false],
  ['*', '', true],
  ['a*', 'a', true],
  ['a*b', 'a', false],
  ['a?', 'a', false],
  ['(a+)+$', 'aaaa', false],
  ['c++/*', 'c++/x', true],
])('%s and %s: %s', (pattern, path, begins) => {
  expect(parsePathPattern(pattern).begins(path)).toBe(begins);
});

test.each(['(a+)+$', 'a*'.repeat(2000), '[a-z]*'.repeat(700), '('.repeat(4000), 'a{1,1000}{1,1000}'])(
  'a pattern that a regular expression would take years for is refused at once (%#)',
  (pattern) => {
    expect(parsePathPattern(`${pattern}!`).begins('a'.repeat(4000))).toBe(false);
  },
);
