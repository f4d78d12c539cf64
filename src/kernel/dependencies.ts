/** What a build folder was made from. Of Makefiles, and of rules that note nothing, kbuild does not say what they read. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readNotedPaths } from './command-files.ts';
import { isBelow } from './paths.ts';

/** Where a build's sources lie, and `O=`, another folder. */
export interface BuiltTree {
  readonly source: string;
  readonly output: string;
}

/** Before the path of a file that the build made itself: `O=/include/generated/bounds.h`. */
export const MADE = 'O=/';

/** Every kernel is made from it. */
const ALWAYS = 'init/main.c';

/** What `readDependencies` returns; undefined where the build has noted nothing, which proves nothing. */
export function noteSources(built: BuiltTree): string[] | undefined {
  const noted = readDependencies(built);
  return noted.includes(ALWAYS) ? noted : undefined;
}

/**
 * All that anything in `O=` was made from, sorted: files of the tree, relative to `source`, by the names that they were
 * read by and by their real ones, of which links are a part; folders that the kernel has packed; and, marked by `MADE`,
 * files that the build made itself, relative to `output`. Names of files that are gone are kept.
 */
export function readDependencies(built: BuiltTree): string[] {
  const [source, output] = [realpathSync(built.source), realpathSync(built.output)];
  const roots = [`${source}/`, ...(isBelow(output, source) ? ['../'] : [])];
  const { read, kconfig, named } = readNotedPaths(output, roots);
  const places = [
    ...[...read].map((path) => resolve(output, path)),
    ...[...kconfig].map((path) => resolve(source, path)),
    ...[...named].flatMap((word) => filesNamed(resolve(output, word))),
  ];
  const paths = new Set<string>();
  // One may lie in the other.
  const folders = [source, output].toSorted((a, b) => b.length - a.length);
  for (const place of new Set(places.flatMap((path) => [path, realPath(path)]))) {
    const folder = folders.find((candidate) => place.startsWith(`${candidate}/`));
    if (folder === undefined) continue;
    const path = place.slice(folder.length + 1);
    paths.add(folder === source ? path : MADE + path);
  }
  return [...paths].toSorted();
}

/** How many of the dependencies are files of the tree. */
export function countSources(dependencies: readonly string[]): number {
  return dependencies.filter((path) => !path.startsWith(MADE)).length;
}

/** The file of a word such as `/linux/a.lds,--strip`: names of files have commas too. */
function filesNamed(word: string): string[] {
  return [word, word.split(/[,=:]/, 1)[0]!].filter(isFile).slice(0, 1);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Of a file that is gone, its name. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
