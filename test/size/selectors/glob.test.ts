import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesGlob } from '../../../src/size/selectors/glob.ts';

it.each([
  ['log_buf', 'log_buf'],
  ['*', ''],
  ['*', 'a/b.c'],
  ['fs/*.o', 'fs/ext4/inode.o'],
  ['*_ops', '_ops'],
  ['a*b*c', 'abbbcbc'],
  ['a?c', 'abc'],
  ['?*', 'a'],
  ['**a**', 'a'],
  ['', ''],
])('%j matches %j', (pattern, text) => {
  expect(matchesGlob(pattern, text)).toBe(true);
});

it.each([
  ['log_buf', 'log_buf2'],
  ['log_buf', 'my_log_buf'],
  ['LOG_BUF', 'log_buf'],
  ['.text', 'xtext'],
  ['[ab]', 'a'],
  ['a?c', 'ac'],
  ['?', ''],
  ['a*b', 'abc'],
  ['', 'a'],
])('%j does not match %j', (pattern, text) => {
  expect(matchesGlob(pattern, text)).toBe(false);
});

it('agrees with a regular expression', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
      expect(matchesGlob(pattern, text)).toBe(new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 2000 },
  );
});

it('takes no time for many stars', () => {
  expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false);
});
