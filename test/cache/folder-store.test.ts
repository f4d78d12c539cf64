import { existsSync, readdirSync, statSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { CacheKey, Substitute } from '../../src/cache/store.ts';
import { hashOf, createBuilt, describeFolder, digestOf, keyOf } from './entry-builders.ts';
import { openStore, pathOf } from './open-store.ts';

const ONLY = { kind: 'none' } as const satisfies Substitute;

describe('an entry of a folder', () => {
  test('comes back as it was saved', async () => {
    await using fixture = await createBuilt();
    const [store, into] = [openStore(fixture), fixture.getPath('into')];
    const before = describeFolder(fixture.getPath('built'));
    await store.save(keyOf(), fixture.getPath('built'));
    expect(await store.restore(keyOf(), { into, substitute: ONLY })).toEqual(keyOf());
    expect(describeFolder(into)).toBe(before);
    expect(store.notices).toEqual([]);
  });

  test('is the one that was saved last under its key', async () => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    await store.save(keyOf(), fixture.getPath('built'));
    await fixture.writeFile('built/vmlinux', 'newer');
    await store.save(keyOf(), fixture.getPath('built'));
    await store.restore(keyOf(), { into: fixture.getPath('into'), substitute: ONLY });
    expect(await fixture.readFile('into/vmlinux', 'utf8')).toBe('newer');
  });

  test('is for this user alone', async () => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    await store.save(keyOf(), fixture.getPath('built'));
    expect(statSync(store.folder).mode & 0o777).toBe(0o700);
  });

  test('is missed without a word where there is none, and no folder is made', async () => {
    await using fixture = await createBuilt();
    const [store, into] = [openStore(fixture), fixture.getPath('into')];
    for (const substitute of [ONLY, { kind: 'nearest', ancestors: [] } as const]) {
      expect(await store.restore(keyOf(), { into, substitute })).toBeUndefined();
    }
    expect([store.notices, readdirSync(fixture.path)]).toEqual([[], ['built']]);
  });

  test.each([
    { sources: hashOf('another') },
    { inputs: digestOf('others') },
    { kind: 'kernel' },
    { place: digestOf('elsewhere') },
    { target: 'x86-tiny' },
  ] as const)('is not served for a key with another %j where none may stand in', async (other) => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    await store.save(keyOf(), fixture.getPath('built'));
    const into = fixture.getPath('into');
    expect(await store.restore(keyOf(other), { into, substitute: ONLY })).toBeUndefined();
    expect(existsSync(into)).toBe(false);
  });
});

describe('the entry that stands in', () => {
  const ancestors = ['parent', 'grandparent'].map(hashOf);
  const head = keyOf({ sources: hashOf('head') });
  const parent = keyOf({ sources: hashOf('parent') });
  const grandparent = keyOf({ sources: hashOf('grandparent') });
  const stranger = keyOf({ sources: hashOf('stranger') });
  const newStranger = keyOf({ sources: hashOf('new stranger') });
  const others = { inputs: digestOf('others') };

  /** The entry of these that is served for `head`; the later ones were used later. */
  async function choose(keys: readonly CacheKey[]): Promise<CacheKey | undefined> {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    for (const [index, key] of keys.entries()) {
      await store.save(key, fixture.getPath('built'));
      await utimes(pathOf(store, key), 1e9 + index, 1e9 + index);
    }
    const substitute = { kind: 'nearest', ancestors } as const;
    const found = await store.restore(head, { into: fixture.getPath('into'), substitute });
    expect(store.notices).toEqual([]);
    return found;
  }

  test.each<[string, readonly CacheKey[], CacheKey]>([
    ['the commit’s own', [head, parent, stranger], head],
    [
      'the commit’s own with other inputs',
      [{ ...head, ...others }, parent, stranger],
      { ...head, ...others },
    ],
    ['the nearest ancestor’s', [grandparent, parent, grandparent, stranger], parent],
    [
      'the nearest ancestor’s with other inputs',
      [{ ...parent, ...others }, grandparent],
      { ...parent, ...others },
    ],
    ['that with the same inputs, of two', [parent, { ...parent, ...others }], parent],
    ['an ancestor’s rather than a newer one', [grandparent, stranger], grandparent],
    ['the one used last, without an ancestor’s', [stranger, newStranger], newStranger],
    ['the same inputs rather than a newer one', [stranger, { ...newStranger, ...others }], stranger],
  ])('is %s', async (_, keys, chosen) => {
    expect(await choose(keys)).toEqual(chosen);
  });

  test.each([
    { kind: 'kernel' },
    { place: digestOf('elsewhere') },
    { target: 'stm32f469-a' },
    { target: 'stm32f46' },
  ] as const)('is none with another %j', async (other) => {
    expect(
      await choose([
        { ...head, ...other },
        { ...parent, ...other },
      ]),
    ).toBeUndefined();
  });

  test('is the next best where the best is damaged', async () => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    for (const key of [parent, grandparent]) await store.save(key, fixture.getPath('built'));
    await writeFile(pathOf(store, parent), 'damaged');
    const substitute = { kind: 'nearest', ancestors } as const;
    const into = fixture.getPath('into');
    expect(await store.restore(head, { into, substitute })).toEqual(grandparent);
    expect(store.notices).toHaveLength(1);
  });
});
