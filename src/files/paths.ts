import { readdirSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';

/** Whether a path is a folder or lies in it; both absolute and real. */
export function isBelow(path: string, folder: string): boolean {
  return relative(folder, path).split('/')[0] !== '..';
}

/** Names of the folders in a folder, links to folders not among them; none where it cannot be listed. */
export function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Names files in some folders without these, as `fs/dcache.c` for `/home/me/linux/fs/dcache.c`. */
export function pathShortener(folders: readonly string[]): (text: string) => string {
  const roots = folders.flatMap((folder) => [folder, realPath(folder)]);
  // One may lie in the other.
  const starts = [...new Set(roots)].toSorted((a, b) => b.length - a.length).map((root) => `${root}/`);
  return (text) => starts.reduce((shorter, start) => shorter.replaceAll(start, ''), text);
}

/** Without links; that of a file which is gone is the path itself. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
