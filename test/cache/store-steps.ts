/** What processes do with one folder of entries, and what has to be true of it then; bundled for them by the tests. */
import { createCipheriv } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderStore } from '../../src/cache/folder-store.ts';
import type { CacheKey } from '../../src/cache/store.ts';
import { hashOf, keyOf } from './entry-builders.ts';

/** What one process is told. */
export interface Steps {
  readonly folder: string;
  readonly limit: number;
  /** Has a folder for each entry, by its number. */
  readonly built: string;
  /** Where entries are unpacked, for this process alone. */
  readonly into: string;
  /** Numbers of the entries that are saved and restored, in this order. */
  readonly entries: readonly number[];
}

const FILES = Array.from({ length: 60 }, (_, file) => `${file % 2 === 0 ? 'more/' : ''}${file}.o`);

export function numberedKey(entry: number): CacheKey {
  return keyOf({ sources: hashOf(`${entry}`) });
}

/** Saves each entry and restores it or another one; writes a line for each step. Throws what no process may see. */
export async function runSteps({ folder, limit, built, into, entries }: Steps): Promise<void> {
  const notice = (text: string): never => {
    throw new Error(text);
  };
  const store = folderStore({ folder, limit, notice });
  const ancestors = entries.map((entry) => numberedKey(entry).sources);
  for (const entry of entries) {
    await store.save(numberedKey(entry), join(built, `${entry}`));
    process.stdout.write('saved\n');
    const found = await store.restore(numberedKey(entry), {
      into,
      substitute: { kind: 'nearest', ancestors },
    });
    if (found !== undefined) checkNumbered(into, found);
    process.stdout.write('restored\n');
  }
}

/** A folder of files that nothing else has and no compressor makes smaller. */
export async function createNumbered(folder: string, entry: number): Promise<void> {
  await mkdir(join(folder, 'more'), { recursive: true });
  for (const file of FILES) await writeFile(join(folder, file), noiseOf(numberedKey(entry), file));
}

/** Throws where a folder is not wholly the one of a key. */
export function checkNumbered(folder: string, key: CacheKey): void {
  const names = [...readdirSync(folder), ...readdirSync(join(folder, 'more')).map((name) => `more/${name}`)];
  const files = names.filter((name) => name !== 'more');
  if (files.length !== FILES.length) throw new Error(`${files.length} files instead of ${FILES.length}`);
  const wrong = FILES.find((file) => !readFileSync(join(folder, file)).equals(noiseOf(key, file)));
  if (wrong !== undefined) throw new Error(`${wrong} is not the one of ${key.sources}`);
}

/** 20 kB that look random and are the same each time. */
function noiseOf({ sources }: CacheKey, file: string): Buffer {
  const cipher = createCipheriv('aes-128-ctr', sources.slice(0, 16), file.padEnd(16));
  return cipher.update(Buffer.alloc(20_000));
}

/** Throws where there is a part of a folder. */
export function checkWholeOrAbsent(folder: string, keys: readonly CacheKey[]): void {
  if (!existsSync(folder)) return;
  const isOf = (key: CacheKey): boolean => readFileSync(join(folder, '1.o')).equals(noiseOf(key, '1.o'));
  const key = keys.find(isOf);
  if (key === undefined) throw new Error(`${folder} is of no entry`);
  checkNumbered(folder, key);
}
