/** Symbolic links of the tree: by them a file has other names, which a Makefile or an option may give. */
import { join } from 'node:path';
import { relative } from 'node:path/posix';
import { isBelow, realPath } from '../../files/paths.ts';
import type { SourceListing } from '../../git/sources/source-listing.ts';

/** Both relative to the repository's root. */
export interface TreeLink {
  readonly path: string;
  readonly target: string;
}

/** Links that lead to something in the repository. */
export function readLinks(root: string, listing: SourceListing): TreeLink[] {
  const real = realPath(root);
  return [...listing.matchAll(/^120000 \S+ \d\t(.*)$/gm)].flatMap(([, path = '']) => {
    const target = realPath(join(real, path));
    return isBelow(target, real) ? [{ path, target: relative(real, target) }] : [];
  });
}

/** The names that a file has by links to it and to the folders that it is in. */
export function otherNames(path: string, links: readonly TreeLink[]): string[] {
  return links.flatMap((link) => {
    if (path === link.target) return [link.path];
    const folder = link.target === '' ? '' : `${link.target}/`;
    return path.startsWith(folder) ? [join(link.path, path.slice(folder.length))] : [];
  });
}
