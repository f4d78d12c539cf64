import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import type { Git } from './git.ts';

/** Writes those of `paths`, relative to git's folder, that a commit has; a link is written as the path that it holds. */
export async function exportFiles(
  git: Git,
  hash: string,
  { paths, to }: { readonly paths: readonly string[]; readonly to: string },
): Promise<void> {
  for (const path of paths) {
    const text = await git.ask('cat-file', 'blob', `${hash}:./${path}`);
    if (text === undefined) continue;
    makeFolder(dirname(join(to, path)));
    await writeFile(join(to, path), text);
  }
}
