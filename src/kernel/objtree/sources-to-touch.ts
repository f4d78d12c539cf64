/** Which sources make has to take for new after a change. */
import { basename, dirname, join, relative } from 'node:path';
import type { SourceChange, SourceListing } from '../../git/sources/source-listing.ts';
import { isCompiled } from '../tree/file-kinds.ts';

/** The sources as they are now, and which files of the kernel ask whether another one is there. */
interface TouchedTree {
  readonly prefix: string;
  readonly listing: SourceListing;
  /** Relative to the kernel's folder. */
  readonly asking: readonly string[];
}

/** Paths from the repository's root: what has changed, and what includes something else now. */
export function sourcesToTouch(changes: readonly SourceChange[], tree: TouchedTree): string[] {
  const { prefix, listing, asking } = tree;
  const pathsOf = (kinds: readonly SourceChange['kind'][]): string[] =>
    changes.flatMap(({ kind, path }) => (kinds.includes(kind) ? [path] : []));
  const added = pathsOf(['added']);
  const isIncluded = (path: string): boolean => isCompiled(relative(prefix, path));
  const cameOrWent = pathsOf(['added', 'removed']).some(isIncluded);
  return [
    ...pathsOf(['added', 'modified']),
    ...foldersOf(added),
    ...namesakes(added.filter(isIncluded), listing),
    // Which ones they asked for nobody has noted (security/landlock/errata.h).
    ...(cameOrWent ? asking.map((path) => join(prefix, path)) : []),
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
