import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import type { Git } from '../git.ts';

/** Writes those of `paths`, relative to git's folder, that a commit has; a link is written as the path that it holds. */
export async function exportFiles(
  git: Git,
  hash: string,
  { paths, to }: { readonly paths: readonly string[]; readonly to: string },
): Promise<void> {
  // One that has a line break cannot be asked for.
  const asked = paths.filter((path) => !path.includes('\n'));
  const contents = await readBlobs(
    git,
    asked.map((path) => `${hash}:./${path}`),
  );
  for (const [index, path] of asked.entries()) {
    const content = contents[index];
    if (content === undefined) continue;
    makeFolder(dirname(join(to, path)));
    await writeFile(join(to, path), content);
  }
}

/** The contents of blobs, undefined for what is none, by one git for all. */
async function readBlobs(git: Git, names: readonly string[]): Promise<(Buffer | undefined)[]> {
  if (names.length === 0) return [];
  const bytes = await git.read(`${names.join('\n')}\n`, 'cat-file', '--batch');
  let at = 0;
  return names.map(() => {
    // `HASH blob SIZE`, the content and a line break; `NAME missing` and the like alone (git-cat-file(1), "BATCH OUTPUT").
    const end = bytes.indexOf('\n', at);
    const [, kind, size] = / (blob|tree|commit|tag) (\d+)$/.exec(bytes.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) return undefined;
    const content = bytes.subarray(at, at + Number(size));
    at += content.length + 1;
    return kind === 'blob' ? content : undefined;
  });
}
