/** What a build folder was made from. Of Makefiles, and of rules that note nothing, kbuild does not say what they read. */
import { realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isBelow, realPath } from '../../files/paths.ts';
import { readNotedPaths } from './cmd-files.ts';

/** Where a build's sources lie, and `O=`, another folder. */
export interface BuiltTree {
  readonly source: string;
  readonly output: string;
  /** The repository's root, the kernel's folder or one around it. */
  readonly root: string;
}

/** Before the path of a file that the build made itself: `O=/include/generated/bounds.h`. */
export const MADE = 'O=/';

/** What a build folder was made from, and by. */
export interface Dependencies {
  /**
   * Sorted: files of the repository, relative to `source`, by the names that they were read by and by their real ones, of
   * which links are a part; folders that were read, such as one that the kernel has packed, absolute where it lies outside
   * of the repository; and, marked by `MADE`, files that the build made itself, relative to `output`. Names of files that
   * are gone are kept.
   */
  readonly files: readonly string[];
  /** What commands have run, by name or absolute path, and what only looks like it; none that the build has made. */
  readonly commands: readonly string[];
}

/** Reads the notes of all that is in `O=`. */
export function readDependencies(built: BuiltTree): Dependencies {
  const tree = realTree(built);
  const { source, output } = tree;
  const { read, packed, kconfig, named, programs } = readNotedPaths(output, rootsOf(tree));
  const places = [
    ...[...read].map((path) => absolute(output, path)),
    ...[...kconfig].map((path) => resolve(source, path)),
    ...[...named].flatMap((word) => placesNamed(resolve(output, word), tree)),
  ];
  const paths = new Set<string>();
  for (const place of [...packed].map((path) => absolute(output, path))) {
    for (const name of [place, realPath(place)]) paths.add(pathIn(tree, name) ?? name);
  }
  for (const place of new Set(places.flatMap((path) => [path, realPath(path)]))) {
    const path = pathIn(tree, place);
    if (path !== undefined) paths.add(path);
  }
  return {
    files: [...paths].toSorted(),
    commands: [...programs].filter((path) => pathIn(tree, path) === undefined),
  };
}

function realTree({ source, output, root }: BuiltTree): BuiltTree {
  return { source: realpathSync(source), output: realpathSync(output), root: realpathSync(root) };
}

/** How commands name the tree. */
function rootsOf({ source, output, root }: BuiltTree): string[] {
  return [...new Set([`${source}/`, `${root}/`]), ...(isBelow(output, source) ? ['../'] : [])];
}

/** As `readDependencies` returns it; undefined for what lies elsewhere. */
function pathIn({ source, output, root }: BuiltTree, place: string): string | undefined {
  const [inSource, inOutput] = [pathBelow(source, place), pathBelow(output, place)];
  // Each may lie in the other.
  if (inOutput !== undefined && !(inSource !== undefined && isBelow(source, output))) return MADE + inOutput;
  return inSource ?? (isBelow(place, root) ? relative(source, place) : undefined);
}

/** Most of thousands of paths are absolute and have nothing to resolve, which takes time. */
function absolute(folder: string, path: string): string {
  return path.startsWith('/') && !/\/[./]/.test(path) ? path : resolve(folder, path);
}

/** The same as `relative`; undefined for what lies elsewhere. */
function pathBelow(folder: string, place: string): string | undefined {
  if (place === folder) return '';
  return place.startsWith(`${folder}/`) ? place.slice(folder.length + 1) : undefined;
}

/** How many of the dependencies are files of the tree. */
export function countSources(dependencies: readonly string[]): number {
  return dependencies.filter((path) => !path.startsWith(MADE)).length;
}

/** The file or folder of a word such as `/linux/a.lds,--strip`: names have commas too. That of all sources is none. */
function placesNamed(word: string, { source, root }: BuiltTree): string[] {
  const candidates = [word, word.split(/[,=:]/, 1)[0]!];
  const found = candidates.find((path) => isFileOrFolder(path));
  return found === undefined || [source, root].includes(resolve(found)) ? [] : [found];
}

function isFileOrFolder(path: string): boolean {
  try {
    const found = statSync(path);
    return found.isFile() || found.isDirectory();
  } catch {
    return false;
  }
}
