import { readFileSync, statSync } from 'node:fs';

/** Far more than a path, an attributes file or a note of ours has. */
const LARGEST = 16 * 1024 * 1024;

/**
 * The text of one of git's own files; undefined where none is there. A build may have put anything in its place: a pipe
 * would wait for a writer.
 */
export function textOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() && found.size <= LARGEST ? readFileSync(path, 'utf8') : undefined;
}
