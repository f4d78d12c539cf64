import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { entryName } from '../../src/cache/entry-name.ts';
import type { CacheKey, Substitute } from '../../src/cache/store.ts';
import { hashOf, createBuilt, describeFolder, keyOf, pathWith } from './entry-builders.ts';
import { openStore, pathOf, type TestStore } from './open-store.ts';
import { writeTar } from './tar-archive.ts';

const ONLY = { kind: 'none' } as const satisfies Substitute;
const NEAREST = { kind: 'nearest', ancestors: [] } as const satisfies Substitute;
const ANOTHER = keyOf({ sources: hashOf('another') });
/** A key that gives an entry the same name. */
const ALIKE: CacheKey = keyOf({ place: keyOf().place.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) });

describe('an entry that is no good is missed, removed and told of:', () => {
  interface Place {
    readonly path: string;
    readonly built: string;
    readonly store: TestStore;
  }
  test.each<[string, (place: Place) => Promise<unknown>, string]>([
    ['an empty one', ({ path }) => writeFile(path, ''), 'the file is no archive of zstd or gzip'],
    [
      'one cut off',
      async ({ path }) => writeFile(path, (await readFile(path)).subarray(0, -10)),
      'the archive cannot be read to its end',
    ],
    [
      'one with a bit flipped',
      async ({ path }) => {
        const bytes = await readFile(path);
        bytes[bytes.length >> 1]! ^= 4;
        await writeFile(path, bytes);
      },
      'the archive cannot be read to its end',
    ],
    [
      'one of another commit',
      ({ path, store }) => copyFile(pathOf(store, ANOTHER), path),
      'the archive carries the key of another entry',
    ],
    [
      'one whose digests only begin alike',
      ({ built, store }) => store.save(ALIKE, built),
      'the archive carries the key of another entry',
    ],
    [
      'one of another format',
      async ({ path }) =>
        writeTar(path, [
          { name: 'key.json', kind: 'file', text: '{"format":3}' },
          { name: 'files', kind: 'folder' },
        ]),
      'the archive has the format 3, expected 2',
    ],
  ])('%s', async (_, damage, reason) => {
    await using fixture = await createBuilt({});
    const [store, built, into] = [openStore(fixture), fixture.getPath('built'), fixture.getPath('into')];
    const path = pathOf(store, keyOf());
    for (const key of [keyOf(), ANOTHER]) await store.save(key, built);
    await damage({ path, built, store });
    expect(await store.restore(keyOf(), { into, substitute: ONLY })).toBeUndefined();
    expect(store.notices).toEqual([
      expect.stringContaining(
        `the entry ${entryName(keyOf())} was removed from the cache folder ${store.folder}: ${reason}`,
      ),
    ]);
    expect([existsSync(path), existsSync(into)]).toEqual([false, false]);
    expect(readdirSync(fixture.path).toSorted()).toEqual(['built', 'cache']);
    expect(await store.restore(keyOf(), { into, substitute: ONLY })).toBeUndefined();
    expect(store.notices).toHaveLength(1);
  });

  test('what it was to replace is as it was', async () => {
    await using fixture = await createBuilt();
    const [store, built] = [openStore(fixture), fixture.getPath('built')];
    await store.save(ANOTHER, built);
    await copyFile(pathOf(store, ANOTHER), pathOf(store, keyOf()));
    const before = describeFolder(built);
    expect(await store.restore(keyOf(), { into: built, substitute: ONLY })).toBeUndefined();
    expect(describeFolder(built)).toBe(before);
  });
});

describe('a folder where nothing can be kept is told of and stops nothing:', () => {
  test.each(['cache', 'not/a/folder'])('a file is in its place, or above it', async (place) => {
    await using fixture = await createBuilt();
    await fixture.writeFile(place.split('/')[0]!, 'a file');
    const [store, into] = [openStore(fixture, { folder: place }), fixture.getPath('into')];
    await store.save(keyOf(), fixture.getPath('built'));
    expect(store.notices).toEqual([
      expect.stringMatching(
        new RegExp(`^${entryName(keyOf())} was not kept in the cache folder ${store.folder}: E\\w+: `),
      ),
    ]);
    for (const substitute of [ONLY, NEAREST]) {
      expect(await store.restore(keyOf(), { into, substitute })).toBeUndefined();
    }
    expect(store.notices.slice(1)).toEqual(
      Array(2).fill(
        expect.stringContaining(`nothing was taken from the cache folder ${store.folder}: ENOTDIR: `),
      ),
    );
  });

  test('a folder has the name of the entry', async () => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    await mkdir(`${pathOf(store, keyOf())}/full`, { recursive: true });
    await store.save(keyOf(), fixture.getPath('built'));
    expect(store.notices).toEqual([expect.stringContaining('was not kept')]);
    expect(readdirSync(store.folder)).toEqual([entryName(keyOf())]);
  });

  test('what was to be kept is not there', async () => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    await store.save(keyOf(), fixture.getPath('nowhere'));
    expect(store.notices).toEqual([expect.stringContaining('was not kept')]);
    expect(readdirSync(store.folder)).toEqual([]);
  });
});

describe('an entry that this machine cannot unpack now is left for others:', () => {
  test('zstd is not installed', async () => {
    await using fixture = await createBuilt({});
    await openStore(fixture).save(keyOf(), fixture.getPath('built'));
    const store = openStore(fixture, { env: { PATH: await pathWith(fixture, 'tar') } });
    const into = fixture.getPath('into');
    expect(await store.restore(keyOf(), { into, substitute: ONLY })).toBeUndefined();
    expect(store.notices).toEqual([
      `nothing was taken from the cache folder ${store.folder}: the archive is packed with zstd, which is not installed`,
    ]);
    expect(existsSync(pathOf(store, keyOf()))).toBe(true);
  });

  test('its files cannot be put where they belong', async () => {
    await using fixture = await createBuilt();
    const store = openStore(fixture);
    await store.save(keyOf(), fixture.getPath('built'));
    const into = fixture.getPath('built/vmlinux/into');
    expect(await store.restore(keyOf(), { into, substitute: ONLY })).toBeUndefined();
    expect(store.notices).toHaveLength(1);
    await rm(fixture.getPath('built'), { recursive: true });
    expect(await store.restore(keyOf(), { into, substitute: ONLY })).toEqual(keyOf());
  });
});
