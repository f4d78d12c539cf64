/** A folder that is filled beside the place where it belongs, so that it is there whole or not at all. */
import { lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';

/** Where files are put meanwhile; removed when disposed. */
export interface Staging extends AsyncDisposable {
  readonly path: string;
}

/** A folder beside `place`, once those are removed that killed processes have left there. */
export async function createStaging(place: string): Promise<Staging> {
  const start = `${basename(place)}.unpacking-`;
  const parent = dirname(place);
  makeFolder(parent);
  const left = (await readdir(parent)).filter((name) => name.startsWith(start));
  for (const name of left) await remove(join(parent, name));
  const path = await mkdtemp(join(parent, start));
  return { path, [Symbol.asyncDispose]: () => remove(path) };
}

/** Puts a folder of a staging into its place. What was there goes at once: it must not be seen half removed. */
export async function putInPlace(staging: Staging, name: string, place: string): Promise<void> {
  if (await isThere(place)) await rename(place, join(staging.path, 'replaced'));
  await rename(join(staging.path, name), place);
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** What cannot be removed, because of the rights of a folder in it, does no harm. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
