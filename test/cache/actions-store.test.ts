import { randomFillSync } from 'node:crypto';
import { readFile, readdir, readlink, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Substitute } from '../../src/cache/store.ts';
import type { FakeActionsCacheOptions } from '../support/actions-cache/fake-actions-cache.ts';
import {
  type ActionsRun,
  cacheKey,
  commit,
  restoreText,
  saveText,
  startCache,
  startRun,
} from '../support/runner/actions-runs.ts';

async function run(options: FakeActionsCacheOptions = {}): Promise<ActionsRun> {
  return startRun(await startCache(options));
}

function nearest(...ancestors: readonly string[]): Substitute {
  return { kind: 'nearest', ancestors };
}

describe.each([
  ['github.com', { service: 'v2' }],
  ['github.com, with the storage at Azure', { service: 'v2', storage: 'azure' }],
  ['GitHub Enterprise Server', { service: 'v1' }],
] as const)('an entry in the Actions cache of %s', (_name, options) => {
  test('comes back on another machine as it was, with its times', async () => {
    const cache = await startCache(options);
    const fixture = await createFixture({ vmlinux: 'ELF', 'drivers/gpio.o': 'object' });
    onTestFinished(() => fixture.rm());
    await symlink('vmlinux', fixture.getPath('link'));
    const time = new Date('2020-02-02T02:02:02.020Z');
    await utimes(fixture.getPath('vmlinux'), time, time);
    const [one, other] = [await startRun(cache), await startRun(cache)];

    await one.store.save(cacheKey(), fixture.path);
    const into = join(other.temp, 'O');
    const found = await other.store.restore(cacheKey(), { into, substitute: { kind: 'none' } });

    expect(found).toEqual(cacheKey());
    expect(await readFile(join(into, 'drivers/gpio.o'), 'utf8')).toBe('object');
    expect(await readlink(join(into, 'link'))).toBe('vmlinux');
    expect((await stat(join(into, 'vmlinux'))).mtime).toEqual(time);
    expect([...one.notices, ...other.notices, ...cache.problems]).toEqual([]);
  });

  test('is not there before it is saved, which is nothing to tell', async () => {
    const { notices, cache, ...rest } = await run(options);
    expect(await restoreText({ notices, cache, ...rest })).toBeUndefined();
    expect([...notices, ...cache.problems]).toEqual([]);
  });

  test('stays as it is when another run saves it again, which is nothing to tell', async () => {
    const both = await run(options);
    await saveText(both, 'first');
    await saveText(both, 'second');
    expect(await restoreText(both)).toBe('first');
    expect([...both.notices, ...both.cache.problems]).toEqual([]);
  });
});

test('an entry that is too large for one request goes in blocks, and comes back in ranges', async () => {
  const both = await run({ storage: 'azure' });
  // @actions/cache sends up to 128 MiB in one request.
  const bytes = randomFillSync(Buffer.alloc(130 * 2 ** 20));
  await using fixture = await createFixture({ bytes });
  await both.store.save(cacheKey(), fixture.path);
  const into = join(both.temp, 'O');
  await both.store.restore(cacheKey(), { into, substitute: { kind: 'none' } });
  expect(both.cache.entries[0]?.blocks.size).toBeGreaterThan(1);
  expect((await readFile(join(into, 'bytes'))).equals(bytes)).toBe(true);
});

describe('where an entry is not there', () => {
  test('none stands in that was not asked for', async () => {
    const both = await run();
    await saveText(both, 'other commit', cacheKey({ sources: commit('d') }));
    expect(await restoreText(both)).toBeUndefined();
  });

  test('the one of the nearest ancestor stands in before newer ones', async () => {
    const both = await run();
    for (const letter of ['1', '2', '3']) await saveText(both, letter, cacheKey({ sources: commit(letter) }));
    expect(await restoreText(both, { substitute: nearest(commit('9'), commit('2'), commit('1')) })).toBe('2');
  });

  test('the newest with the same inputs stands in before newer ones with others', async () => {
    const both = await run();
    await saveText(both, 'older', cacheKey({ sources: commit('1') }));
    await saveText(both, 'same inputs', cacheKey({ sources: commit('2') }));
    await saveText(both, 'other inputs', cacheKey({ sources: commit('3'), inputs: 'e'.repeat(64) }));
    expect(await restoreText(both, { substitute: nearest() })).toBe('same inputs');
  });

  test('one with other inputs stands in, and says of which', async () => {
    const { store, temp, ...rest } = await run();
    const other = cacheKey({ sources: commit('3'), inputs: 'e'.repeat(64) });
    await saveText({ store, temp, ...rest }, 'other inputs', other);
    const into = join(temp, 'O');
    expect(await store.restore(cacheKey(), { into, substitute: nearest() })).toEqual(other);
  });

  test.each([{ place: 'f'.repeat(64) }, { target: 'stm32f469-debug' }, { kind: 'kernel' }] as const)(
    'one with %o never stands in',
    async (difference) => {
      const both = await run();
      await saveText(both, 'other', cacheKey({ ...difference, sources: commit('1') }));
      expect(await restoreText(both, { substitute: nearest(commit('1')) })).toBeUndefined();
      expect(both.notices).toEqual([]);
    },
  );

  test('ancestors are asked for as far as one question goes', async () => {
    const both = await run();
    const ancestors = Array.from({ length: 500 }, (_unused, index) => index.toString(16).padStart(40, '0'));
    await saveText(both, 'seventh', cacheKey({ sources: ancestors[6]! }));
    await saveText(both, 'newest', cacheKey({ sources: commit('1') }));
    expect(await restoreText(both, { substitute: nearest(...ancestors) })).toBe('seventh');
    expect([...both.notices, ...both.cache.problems]).toEqual([]);
  });
});

describe('a run', () => {
  test('may have several entries on their way at once', async () => {
    const both = await run();
    const letters = ['1', '2', '3'];
    await Promise.all(letters.map((letter) => saveText(both, letter, cacheKey({ sources: commit(letter) }))));
    const roots = letters.map((letter) => ({ ...both, temp: join(both.temp, letter) }));
    const texts = roots.map((root, index) =>
      restoreText(root, { key: cacheKey({ sources: commit(letters[index]!) }) }),
    );
    expect(await Promise.all(texts)).toEqual(letters);
  });

  test('leaves nothing behind of what was on its way', async () => {
    const both = await run();
    await saveText(both, 'text');
    await restoreText(both);
    expect(await readdir(join(both.temp, 'cache'))).toEqual([]);
  });

  test.each([{}, { ACTIONS_RUNTIME_TOKEN: 'token' }, { GITHUB_SERVER_URL: 'https://github.example.com' }])(
    'with %o keeps nothing, and says so once',
    async (env) => {
      const both = await startRun(await startCache(), {
        env: { PATH: process.env['PATH'], ...env },
      });
      const [found] = await Promise.all([restoreText(both), saveText(both, 'text')]);
      expect(found).toBeUndefined();
      await saveText(both, 'text');
      expect(both.notices).toEqual([expect.stringContaining('the runner names no Actions cache')]);
      expect(both.cache.asked).toEqual([]);
    },
  );

  test('whose token may only read restores, and says once that it saves nothing', async () => {
    const writer = await run();
    await saveText(writer, 'text');
    const reader = await run({ entries: writer.cache.entries, right: 'read-only' });
    expect(await restoreText(reader)).toBe('text');
    await saveText(reader, 'text', cacheKey({ sources: commit('1') }));
    await saveText(reader, 'text', cacheKey({ sources: commit('2') }));
    expect(reader.notices).toEqual([expect.stringContaining('may only be read in this run')]);
    expect(reader.cache.asked.filter((operation) => operation === 'reserve')).toHaveLength(1);
  });

  test('whose token may not even read builds anew, and says so once', async () => {
    const both = await run({ right: 'none' });
    expect([await restoreText(both), await restoreText(both)]).toEqual([undefined, undefined]);
    expect(both.notices).toEqual([expect.stringContaining('may not be read in this run')]);
  });

  test('in a cache mode that only reads asks for nothing to be saved', async () => {
    const cache = await startCache();
    const both = await startRun(cache, {
      env: { PATH: process.env['PATH'], ...cache.env, ACTIONS_CACHE_MODE: 'read' },
    });
    await saveText(both, 'text');
    expect(both.notices).toEqual([expect.stringContaining('may only be read in this run')]);
    expect(cache.asked).toEqual([]);
  });
});
