import { readdirSync } from 'node:fs';
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
