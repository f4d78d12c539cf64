import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture, type FsFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { entryName } from '../../src/cache/entry-name.ts';
import type { CacheKey } from '../../src/cache/store.ts';
import { hashOf, keyOf } from './entry-builders.ts';
import { openStore, pathOf, type TestStore } from './open-store.ts';

const [A, B, C] = ['a', 'b', 'c'].map((name) => keyOf({ sources: hashOf(name) })) as [
  CacheKey,
  CacheKey,
  CacheKey,
];

/** Two entries fit, three do not. */
const LIMIT = 250_000;

/** What takes 100 kB and a little when it is packed, since noise cannot be compressed. */
function createNoise(): Promise<FsFixture> {
  return createFixture({ built: { noise: randomBytes(100_000) }, large: { noise: randomBytes(260_000) } });
}

/** Saves entries that were last used years ago, the first ones longest ago. */
async function saveLongAgo(store: TestStore, fixture: FsFixture, keys: readonly CacheKey[]): Promise<void> {
  for (const [index, key] of keys.entries()) {
    await store.save(key, fixture.getPath('built'));
    await utimes(pathOf(store, key), 1e9 + index, 1e9 + index);
  }
}

function kept(store: TestStore): readonly string[] {
  return readdirSync(store.folder).toSorted();
}

function namesOf(...keys: readonly CacheKey[]): readonly string[] {
  return keys.map(entryName).toSorted();
}

describe('what is over the limit', () => {
  test('goes, the entry first that was saved first', async () => {
    await using fixture = await createNoise();
    const store = openStore(fixture, { limit: LIMIT });
    await saveLongAgo(store, fixture, [A, B]);
    await store.save(C, fixture.getPath('built'));
    expect(kept(store)).toEqual(namesOf(B, C));
    expect(store.notices).toEqual([]);
  });

  test.each([{ kind: 'none' }, { kind: 'nearest', ancestors: [] }] as const)(
    'goes, but not what was restored since: %j',
    async (substitute) => {
      await using fixture = await createNoise();
      const store = openStore(fixture, { limit: LIMIT });
      await saveLongAgo(store, fixture, [A, B]);
      await store.restore(A, { into: fixture.getPath('into'), substitute });
      await store.save(C, fixture.getPath('built'));
      expect(kept(store)).toEqual(namesOf(A, C));
    },
  );

  test('goes until the rest fits', async () => {
    await using fixture = await createNoise();
    await saveLongAgo(openStore(fixture), fixture, [A, B]);
    const store = openStore(fixture, { limit: 150_000 });
    await store.save(C, fixture.getPath('built'));
    expect(kept(store)).toEqual(namesOf(C));
  });

  test('is never what was just saved, though another clock is ahead', async () => {
    await using fixture = await createNoise();
    const store = openStore(fixture, { limit: LIMIT });
    await saveLongAgo(store, fixture, [A, B]);
    const tomorrow = Date.now() / 1000 + 86_400;
    for (const [index, key] of [A, B].entries()) {
      await utimes(pathOf(store, key), tomorrow + index, tomorrow + index);
    }
    await store.save(C, fixture.getPath('built'));
    expect(kept(store)).toEqual(namesOf(B, C));
  });

  test('does not go where an entry is saved again', async () => {
    await using fixture = await createNoise();
    const store = openStore(fixture, { limit: LIMIT });
    await saveLongAgo(store, fixture, [A, B]);
    await store.save(A, fixture.getPath('built'));
    expect(kept(store)).toEqual(namesOf(A, B));
  });

  test('goes where it is of another format, and stays where it is no entry', async () => {
    await using fixture = await createNoise();
    const store = openStore(fixture, { limit: LIMIT });
    await saveLongAgo(store, fixture, [B]);
    const [older, notes] = ['kernel-size-v0-tree-x86', 'notes.txt'];
    for (const name of [older, notes]) {
      await writeFile(join(store.folder, name), randomBytes(100_000));
      await utimes(join(store.folder, name), 1, 1);
    }
    await store.save(C, fixture.getPath('built'));
    expect(kept(store)).toEqual([...namesOf(B, C), notes].toSorted());
  });
});

test('an entry that is larger than the limit is not kept, and no other goes for it', async () => {
  await using fixture = await createNoise();
  const store = openStore(fixture, { limit: LIMIT });
  await saveLongAgo(store, fixture, [A, B]);
  await store.save(C, fixture.getPath('large'));
  expect(kept(store)).toEqual(namesOf(A, B));
  expect(store.notices).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${entryName(C)} was not kept in the cache folder ${store.folder}: it takes 26\\d{4} bytes, more than the 250000 bytes that the folder may take$`,
      ),
    ),
  ]);
});

test('what a process has left that is gone is removed, what one may be writing is not', async () => {
  await using fixture = await createNoise();
  const store = openStore(fixture);
  await mkdir(join(store.folder, 'kernel-size-unfinished-0.key'), { recursive: true });
  for (const name of ['0', '1'])
    await writeFile(join(store.folder, `kernel-size-unfinished-${name}`), 'half');
  const anHourAgo = Date.now() / 1000 - 3600;
  for (const name of ['0', '0.key']) {
    await utimes(join(store.folder, `kernel-size-unfinished-${name}`), anHourAgo, anHourAgo);
  }
  await store.save(A, fixture.getPath('built'));
  expect(kept(store)).toEqual(['kernel-size-unfinished-1', ...namesOf(A)].toSorted());
});

test('an entry has the time of its last use', async () => {
  await using fixture = await createNoise();
  const store = openStore(fixture);
  await saveLongAgo(store, fixture, [A]);
  const before = Date.now();
  await store.restore(A, { into: fixture.getPath('into'), substitute: { kind: 'none' } });
  expect(statSync(pathOf(store, A)).mtimeMs).toBeGreaterThan(before - 1000);
  expect(existsSync(fixture.getPath('into/noise'))).toBe(true);
});
