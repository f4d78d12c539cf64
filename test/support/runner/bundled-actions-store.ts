import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll } from 'vitest';
import type { actionsStore } from '../../../src/cache/actions-store.ts';

interface Store {
  readonly actionsStore: typeof actionsStore;
}

/** The store as it is in dist/, with the library's thread in a file beside it: not every Node runs TypeScript. */
export interface BundledStore extends Store {
  readonly path: string;
}

/** Bundles it before the tests of a file, and removes it afterwards. */
export function useBundledStore(): BundledStore {
  let bundled: (BundledStore & AsyncDisposable) | undefined;
  beforeAll(async () => {
    bundled = await bundleActionsStore();
  });
  afterAll(() => bundled?.[Symbol.asyncDispose]());
  return {
    get actionsStore() {
      return bundled!.actionsStore;
    },
    get path() {
      return bundled!.path;
    },
  };
}

/** Bundles as scripts/build.js does, into a temporary folder. */
async function bundleActionsStore(): Promise<BundledStore & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'ksb-actions-store-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const bundle = await rolldown({
    cwd: join(import.meta.dirname, '../../..'),
    input: {
      'actions-store': 'src/cache/actions-store.ts',
      'actions-cache-worker': 'src/cache/actions-cache-worker.ts',
    },
    platform: 'node',
    transform: { target: 'node20' },
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js' });
  await bundle.close();
  const path = join(folder, 'actions-store.js');
  const store: Store = await import(pathToFileURL(path).href);
  return { ...store, path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
