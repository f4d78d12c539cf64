/** Whether something that leaves no note reads a file: by an option, a directive of a source, or a text of the build. */
import { basename, dirname, join } from 'node:path/posix';
import type { SourceListing } from '../../git/sources/source-listing.ts';
import type { KernelConfig } from '../../size/kernel-config.ts';
import { buildText } from './build-text.ts';
import type { KernelSources } from './kernel-sources.ts';
import { findNaming } from './named-paths.ts';
import { type OptionPath, optionThatNames } from './option-paths.ts';
import { otherNames, readLinks } from './tree-links.ts';

/** A kernel that was built, and the tree as it is checked out now. */
export interface CheckedOutKernel {
  /** The repository's root; absolute. */
  readonly root: string;
  /** The kernel's folder in it, '' for the root itself. */
  readonly prefix: string;
  readonly listing: SourceListing;
  readonly sourceArch: string;
  readonly sources: KernelSources;
  /** Resolved. */
  readonly config: KernelConfig;
  readonly options: readonly OptionPath[];
}

/**
 * Who may read one of the paths, which are relative to the repository's root: `CONFIG_INITRAMFS_SOURCE`,
 * `drivers/toy/Makefile, line 12`; undefined where nobody does. `runs` is what is run where nobody does.
 */
export function findUnnotedRead(
  paths: readonly string[],
  kernel: CheckedOutKernel,
  runs: 'nothing' | 'make again',
): string | undefined {
  const { root, prefix, listing, sources, options } = kernel;
  const links = readLinks(root, listing);
  const noted = new Set(sources.files.map((path) => join(prefix, path)));
  const isNoted = (path: string): boolean => path !== '.' && (noted.has(path) || isNoted(dirname(path)));
  const unnoted = paths.filter((path) => !isNoted(path));
  const names = new Set([...paths, ...unnoted.flatMap((path) => otherNames(path, links))]);
  const directed = new Set(sources.names.map((name) => basename(name)));
  for (const path of names) {
    const option = isNoted(path) ? undefined : optionThatNames(path, options);
    if (option !== undefined) return option;
    if (directed.has(basename(path))) return DIRECTIVE;
  }
  const candidates = [...names].filter((path) => !isNoted(path));
  if (candidates.length > 0 && directed.has('*')) return DIRECTIVE;
  const { files, folders } = sources;
  return findNaming(candidates, buildText({ ...kernel, files, folders }), runs)?.by;
}

const DIRECTIVE = 'a directive of a source';
