/** Runs of a workflow that keep something in the Actions cache: each on a machine of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as streams from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { createFixture } from 'fs-fixture';
import { inject, onTestFinished } from 'vitest';
import type { ActionsStoreOptions, actionsStore } from '../../../src/cache/actions-store.ts';
import type { CacheKey, CacheStore, Substitute } from '../../../src/cache/store.ts';
import { startFakeActionsCache } from '../actions-cache/fake-actions-cache.ts';
import type { FakeActionsCache, FakeActionsCacheOptions } from '../actions-cache/fake-actions-cache.ts';
import { runnerNode } from './runner.ts';

export interface ActionsRun {
  readonly cache: FakeActionsCache;
  readonly store: CacheStore;
  readonly notices: readonly string[];
  /** Stands for RUNNER_TEMP; its folder `cache` is the store's. */
  readonly temp: string;
}

/** Stops the cache when the test has ended. */
export async function startCache(options: FakeActionsCacheOptions = {}): Promise<FakeActionsCache> {
  const cache = await startFakeActionsCache(options);
  onTestFinished(() => cache[Symbol.asyncDispose]());
  return cache;
}

/** The store as it is in dist/, with the library's thread in a file beside it: not every Node runs TypeScript. */
interface Bundled {
  readonly actionsStore: typeof actionsStore;
}

export async function startRun(
  cache: FakeActionsCache,
  options: Partial<ActionsStoreOptions> = {},
): Promise<ActionsRun> {
  const fixture = await createFixture();
  onTestFinished(() => fixture.rm());
  const notices: string[] = [];
  const bundled: Bundled = await import(pathToFileURL(inject('bundles').actionsStore).href);
  const store = bundled.actionsStore({
    folder: fixture.getPath('cache'),
    env: { PATH: process.env['PATH'], RUNNER_TEMP: fixture.path, ...cache.env },
    notice: (text) => notices.push(text),
    ...options,
  });
  return { cache, store, notices, temp: fixture.path };
}

/** One that is told from others by a letter of its commit, place and inputs. */
export function cacheKey(overrides: Partial<CacheKey> = {}): CacheKey {
  return {
    kind: 'tree',
    target: 'stm32f469',
    place: 'a'.repeat(64),
    inputs: 'b'.repeat(64),
    sources: 'c'.repeat(40),
    ...overrides,
  };
}

export function commit(letter: string): string {
  return letter.repeat(40);
}

/** Saves a folder that has this text in the file `text`. */
export async function saveText({ store }: ActionsRun, content: string, key = cacheKey()): Promise<void> {
  await using fixture = await createFixture({ text: content });
  await store.save(key, fixture.path);
}

/** The text that was saved with the entry that is found; undefined for none. */
export async function restoreText(
  { store, temp }: ActionsRun,
  { key = cacheKey(), substitute = { kind: 'none' } }: { key?: CacheKey; substitute?: Substitute } = {},
): Promise<string | undefined> {
  const into = join(temp, 'restored');
  const found = await store.restore(key, { into, substitute });
  return found === undefined ? undefined : readFile(join(into, 'text'), 'utf8');
}

/** How a process ended, and what it printed. */
export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a module in the Node of the runner: `actionsStore` is there, `key`, `env` (the environment of the process) and
 * `folder`, which is empty.
 */
export async function runStoreScript(
  script: string,
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<ScriptResult> {
  const head = `import { actionsStore } from ${JSON.stringify(inject('bundles').actionsStore)};
    const { env } = process, folder = process.cwd(), key = ${JSON.stringify(cacheKey())};`;
  await using fixture = await createFixture();
  const child = spawn(runnerNode(), ['--input-type=module', '--eval', `${head}\n${script}`], {
    cwd: fixture.path,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    streams.text(child.stdout),
    streams.text(child.stderr),
  ]);
  return { code, stdout, stderr };
}
