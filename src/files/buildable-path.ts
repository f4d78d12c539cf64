import { realpathSync } from 'node:fs';
import { UserError } from '../user-error.ts';

/**
 * Characters in a path that kbuild refuses, or that make, the shell or a script of the kernel takes for something else:
 * the Makefile of Linux says so of spaces and colons alone ("main directory cannot contain spaces nor colons").
 */
const TROUBLE: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, 'a line break'],
  [/\s/, 'a space'],
  [/:/, 'a colon'],
  [/[\x00-\x1f\x7f]/, 'a character that cannot be printed'],
  [/['"`$\\#%*?[\](){}<>|;&!~^]/, ''],
];

/** What in a path makes no build, in words; undefined where one works. */
function troubleIn(path: string): string | undefined {
  for (const [pattern, words] of TROUBLE) {
    const found = pattern.exec(path)?.[0];
    if (found !== undefined) return words === '' ? `the character ${found}` : words;
  }
  return undefined;
}

/** Throws a UserError where kbuild could not build in a folder, by its path or its real one; `advice` is what to do. */
export function requireBuildable(what: string, path: string, advice: string): void {
  for (const candidate of [path, realPath(path)]) {
    const trouble = troubleIn(candidate);
    if (trouble === undefined) continue;
    throw new UserError(
      `the path of ${what}, ${JSON.stringify(candidate)}, has ${trouble}, where kbuild does not build; ${advice}`,
    );
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
