import { readFile } from 'node:fs/promises';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import type {
  FakeActionsCache,
  FakeActionsCacheOptions,
} from '../support/actions-cache/fake-actions-cache.ts';
import {
  type ActionsRun,
  cacheKey,
  commit,
  restoreText,
  runStoreScript,
  saveText,
  startCache,
  startRun,
} from '../support/runner/actions-runs.ts';

/** A cache that has an entry, as another run finds it. */
async function filledCache(options: FakeActionsCacheOptions): Promise<FakeActionsCache> {
  const { service = 'v2' } = options;
  const before = await startCache({ service });
  await saveText(await startRun(before), 'text');
  return startCache({ ...options, entries: before.entries });
}

const FORBIDDEN = { status: 403, body: { msg: 'Forbidden' } };
const UNAVAILABLE = { status: 503, body: { msg: 'Service Unavailable' } };
const LIMITED = { status: 429, headers: { 'retry-after': '7' }, body: { msg: 'too many requests' } };
const FULL = { status: 403, body: { msg: 'insufficient usage to use this service' } };

/** For faults after which the library tries again, or waits: long enough for it to have started. */
const SHORT = { restore: 1500, save: 1500 };

describe('an entry that is not to be had', () => {
  test.each([
    ['v2', 'look-up', FORBIDDEN, '(403) Forbidden'],
    ['v2', 'look-up', LIMITED, 'Rate limited'],
    ['v2', 'look-up', 'drop', 'ECONNRESET'],
    ['v2', 'download', FORBIDDEN, 'tar'],
    ['v2', 'download', 'truncate', 'aborted'],
    ['v1', 'look-up', FORBIDDEN, '403'],
    ['v1', 'look-up', LIMITED, '429'],
    ['v1', 'download', FORBIDDEN, 'tar'],
    ['v1', 'download', 'truncate', 'aborted'],
  ] as const)('from %s for %s: %o is a miss, and told', async (service, on, effect, reason) => {
    const cache = await filledCache({ service, faults: [{ on, effect }] });
    await expectMiss(await startRun(cache), reason);
  });

  test.each([
    ['v2', 'look-up', UNAVAILABLE],
    ['v2', 'look-up', 'hang'],
    ['v2', 'download', 'drop'],
    ['v2', 'download', 'hang'],
    ['v1', 'look-up', 'drop'],
    ['v1', 'look-up', 'hang'],
    ['v1', 'download', 'hang'],
  ] as const)('from %s for %s: %o is given up in time', async (service, on, effect) => {
    const cache = await filledCache({ service, faults: [{ on, effect }] });
    await expectMiss(
      await startRun(cache, { patience: SHORT }),
      'no answer within 2 s; it is not asked again',
    );
  });

  test('at Azure that does not come is given up in time', async () => {
    const cache = await filledCache({ storage: 'azure', faults: [{ on: 'download', effect: 'hang' }] });
    await expectMiss(
      await startRun(cache, { patience: SHORT }),
      'no answer within 2 s; it is not asked again',
    );
  });

  test('is asked for again where the library does so', async () => {
    const cache = await filledCache({ faults: [{ on: 'look-up', effect: UNAVAILABLE, times: 1 }] });
    expect(await restoreText(await startRun(cache))).toBe('text');
  });
});

/** A folder that was there stays as it was. */
async function expectMiss({ store, notices }: ActionsRun, reason: string): Promise<void> {
  await using into = await createFixture({ text: 'as it was' });
  expect(await store.restore(cacheKey(), { into: into.path, substitute: { kind: 'none' } })).toBeUndefined();
  expect(notices).toEqual([expect.stringMatching(/^the Actions cache did not give kernel-size-\S+: ./)]);
  expect(notices[0]).toContain(reason);
  expect(await readFile(into.getPath('text'), 'utf8')).toBe('as it was');
}

describe('an entry that is not taken', () => {
  test.each([
    ['v2', 'reserve', FORBIDDEN, '(403) Forbidden'],
    ['v2', 'reserve', LIMITED, 'your rate limit will reset in 7 seconds'],
    ['v2', 'reserve', FULL, 'Cache storage quota has been hit'],
    ['v2', 'reserve', 'drop', 'ECONNRESET'],
    ['v2', 'upload', FORBIDDEN, 'Forbidden'],
    ['v2', 'finalize', FORBIDDEN, '(403) Forbidden'],
    ['v1', 'reserve', LIMITED, 'Unable to reserve cache'],
    ['v1', 'upload', FORBIDDEN, '403'],
    ['v1', 'finalize', FORBIDDEN, '403'],
  ] as const)('by %s for %s: %o is told, and not found afterwards', async (service, on, effect, reason) => {
    const run = await startRun(await startCache({ service, faults: [{ on, effect }] }));
    await saveText(run, 'text');
    expect(run.notices).toEqual([
      expect.stringMatching(/^the Actions cache did not take kernel-size-\S+: ./),
    ]);
    expect(run.notices[0]).toContain(reason);
    expect(await restoreText(run)).toBeUndefined();
  });

  test.each([
    ['v2', 'reserve', UNAVAILABLE],
    ['v2', 'reserve', 'hang'],
    ['v2', 'upload', UNAVAILABLE],
    ['v2', 'upload', 'drop'],
    ['v2', 'upload', 'hang'],
    ['v2', 'finalize', 'hang'],
    ['v1', 'upload', 'hang'],
  ] as const)('by %s for %s: %o is given up in time', async (service, on, effect) => {
    const cache = await startCache({ service, faults: [{ on, effect }] });
    const run = await startRun(cache, { patience: SHORT });
    await saveText(run, 'text');
    expect(run.notices).toEqual([expect.stringContaining('no answer within 2 s; it is not asked again')]);
  });
});

describe('a service that does not answer', () => {
  test('is not asked again, which is told once', async () => {
    const cache = await startCache({ faults: [{ on: 'look-up', effect: 'hang' }] });
    const run = await startRun(cache, { patience: SHORT });
    await restoreText(run);
    const asked = cache.asked.length;
    await restoreText(run, { key: cacheKey({ sources: commit('1') }) });
    expect(cache.asked).toHaveLength(asked);
    expect(run.notices).toHaveLength(1);
  });

  test('keeps no process from ending', async () => {
    const cache = await startCache({ faults: [{ on: 'look-up', effect: 'hang' }] });
    const script = `
      const store = actionsStore({ folder, env, notice: () => undefined, patience: { restore: 1500, save: 1500 } });
      await store.restore(key, { into: folder + '/O', substitute: { kind: 'none' } });`;
    expect((await runStoreScript(script, cache.env)).code).toBe(0);
    expect(cache.asked).toEqual(['look-up']);
  });
});
