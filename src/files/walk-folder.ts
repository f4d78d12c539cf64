import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All that is in a folder and in those below it, but for folders. Links are not followed: `source` in `O=` leads to the
 * tree, and a stranger's anywhere. From Node 22 on `recursive` of Node's own function goes through them. Throws where
 * there is no such folder.
 */
export function walkFolder(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walkFolder(join(folder, entry.name)) : [entry],
  );
}
