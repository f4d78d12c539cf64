/** Which sources make has to take for new after a change. */
import { basename, dirname, join, relative } from 'node:path';
import type { SourceChange, SourceListing } from '../git/source-listing.ts';
import { readDependencies } from './dependencies.ts';
import { readSourceFile } from './source-file.ts';
import { isCompiled } from './source-kinds.ts';
import type { TreePlaces } from './tellable-changes.ts';

/** Paths from the repository's root: what has changed, and what includes something else now. */
export function touchedBy(
  changes: readonly SourceChange[],
  tree: TreePlaces & { readonly listing: SourceListing },
): string[] {
  const pathsOf = (kinds: readonly SourceChange['kind'][]): string[] =>
    changes.flatMap(({ kind, path }) => (kinds.includes(kind) ? [path] : []));
  const added = pathsOf(['added']);
  const isIncluded = (path: string): boolean => isCompiled(relative(tree.prefix, path));
  return [
    ...pathsOf(['added', 'modified']),
    ...foldersOf(added),
    ...namesakes(added.filter(isIncluded), tree.listing),
    ...asking(pathsOf(['added', 'removed']).filter(isIncluded), tree),
  ];
}

/** Of a folder that is packed into the kernel (CONFIG_INITRAMFS_SOURCE) make knows the files and folders that it had. */
function foldersOf(added: readonly string[]): string[] {
  const folders = new Set<string>();
  for (let paths = added; paths.length > 0;) {
    paths = [...new Set(paths.map((path) => dirname(path)))].filter((path) => path !== '.');
    for (const path of paths) folders.add(path);
  }
  return [...folders];
}

/**
 * Files that bear the name of an added one: an `#include` that found one of them may now find the added one, and kbuild
 * knows only what was found.
 */
function namesakes(added: readonly string[], listing: SourceListing): string[] {
  if (added.length === 0) return [];
  const names = new Set(added.map((path) => basename(path)));
  const paths = listing.split('\n').map((line) => line.slice(line.indexOf('\t') + 1));
  return paths.filter((path) => names.has(basename(path)) && !path.startsWith('"'));
}

/** Files that ask whether there is a header (security/landlock/errata.h): nobody has noted which. */
function asking(cameOrWent: readonly string[], { source, output, prefix }: TreePlaces): string[] {
  if (!cameOrWent.some((path) => path.endsWith('.h'))) return [];
  const read = readDependencies({ source, output, root: source }).filter((path) => isCompiled(path));
  return read.filter((path) => asksForHeaders(source, path)).map((path) => join(prefix, path));
}

/** What is gone asks no more; of what the build has made itself the path is one in `O=`. */
function asksForHeaders(tree: string, path: string): boolean {
  return readSourceFile(tree, path)?.includes('__has_include') ?? false;
}
