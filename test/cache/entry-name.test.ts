import { describe, expect, test } from 'vitest';
import { sourcesOfEntry, entryName, entryPrefixes } from '../../src/cache/entry-name.ts';
import { hashOf, digestOf, keyOf } from './entry-builders.ts';

describe('the name of an entry', () => {
  test('says what it is of, its digests cut to 16 digits', () => {
    const key = {
      kind: 'tree',
      target: 'stm32f469',
      place: '0123456789abcdef'.repeat(4),
      inputs: 'fedcba9876543210'.repeat(4),
      sources: '0123456789012345678901234567890123456789',
    } as const;
    expect(entryName(key)).toBe(
      'kernel-size-v2-tree-stm32f469-0123456789abcdef-fedcba9876543210-0123456789012345678901234567890123456789',
    );
  });

  test('differs where any part of the key does', () => {
    const keys = [
      keyOf(),
      keyOf({ kind: 'kernel' }),
      keyOf({ target: 'stm32f767' }),
      keyOf({ place: digestOf('elsewhere') }),
      keyOf({ inputs: digestOf('others') }),
      keyOf({ sources: hashOf('another') }),
    ];
    expect(new Set(keys.map(entryName)).size).toBe(keys.length);
  });

  test.each(['my board', 'a,b', 'ünïcode', '../up', 'x'.repeat(300)])(
    'is one that a file and a key of the Actions cache may have, for the target %j',
    (target) => {
      const name = entryName(keyOf({ target }));
      expect(name).toMatch(/^[A-Za-z0-9._-]{1,255}$/);
      expect(sourcesOfEntry(name)).toBe(keyOf().sources);
    },
  );

  test('is another one for targets that differ in what a name cannot have', () => {
    const targets = ['a,b', 'a b', 'a_b', `${'x'.repeat(300)}1`, `${'x'.repeat(300)}2`];
    expect(new Set(targets.map((target) => entryName(keyOf({ target })))).size).toBe(targets.length);
  });
});

describe('the prefixes of an entry', () => {
  test('begin the names of entries with the same inputs, then with any', () => {
    const [sameInputs, samePlace] = entryPrefixes(keyOf());
    const otherCommit = entryName(keyOf({ sources: hashOf('another') }));
    const otherInputs = entryName(keyOf({ inputs: digestOf('others'), sources: hashOf('another') }));
    expect([otherCommit, otherInputs].map((name) => name.startsWith(sameInputs))).toEqual([true, false]);
    expect([otherCommit, otherInputs].map((name) => name.startsWith(samePlace))).toEqual([true, true]);
  });

  test.each([
    { kind: 'kernel' },
    { target: 'stm32f46' },
    { target: 'stm32f469-a' },
    { place: digestOf('elsewhere') },
  ] as const)('begin no name of an entry with another %j', (other) => {
    const [, samePlace] = entryPrefixes(keyOf());
    expect(entryName(keyOf(other)).startsWith(samePlace)).toBe(false);
  });
});

describe('the sources of an entry', () => {
  test.each([hashOf('sha-1'), digestOf('sha-256')])('is read from its name: %s', (sources) => {
    expect(sourcesOfEntry(entryName(keyOf({ sources })))).toBe(sources);
  });

  test('is read where the target looks like digests', () => {
    const target = `a-${'0'.repeat(16)}-${'1'.repeat(16)}-${'2'.repeat(40)}`;
    expect(sourcesOfEntry(entryName(keyOf({ target })))).toBe(keyOf().sources);
  });

  test.each([
    '',
    'README',
    'kernel-size-unfinished-0123456789abcdef',
    entryName(keyOf()).replace('-v2-', '-v1-'),
    entryName(keyOf()).slice(0, -1),
    `${entryName(keyOf())}.bak`,
  ])('is unknown for %j', (name) => {
    expect(sourcesOfEntry(name)).toBeUndefined();
  });
});
