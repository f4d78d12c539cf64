import { join } from 'node:path';
import type { FsFixture } from 'fs-fixture';
import { entryName } from '../../src/cache/entry-name.ts';
import { folderStore } from '../../src/cache/folder-store.ts';
import type { CacheKey, CacheStore } from '../../src/cache/store.ts';

/** A store and what it has told. */
export interface TestStore extends CacheStore {
  readonly folder: string;
  readonly notices: readonly string[];
}

/** The store in the folder `cache` of a fixture, unless another is given. */
export function openStore(
  fixture: FsFixture,
  options: {
    readonly folder?: string;
    readonly limit?: number;
    readonly env?: Readonly<NodeJS.ProcessEnv>;
  } = {},
): TestStore {
  const folder = fixture.getPath(options.folder ?? 'cache');
  const notices: string[] = [];
  const notice = (text: string): void => void notices.push(text);
  return { ...folderStore({ limit: 1e9, notice, ...options, folder }), folder, notices };
}

/** The file of an entry. */
export function pathOf({ folder }: TestStore, key: CacheKey): string {
  return join(folder, entryName(key));
}
