/**
 * Decides whether an incremental build is safe: whether make, going by mtimes alone, would rebuild everything that the
 * changes affect.
 */
import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { walkFolder } from '../../files/walk-folder.ts';
import type { SourceChange } from '../../git/sources/source-listing.ts';
import { isCompiled, isForPeople } from '../tree/file-kinds.ts';

/** Where a kernel is built. */
export interface TreePlaces {
  /** `O=`. */
  readonly output: string;
  /** The kernel's folder. */
  readonly source: string;
  /** The same in its repository, '' for the root itself. */
  readonly prefix: string;
}

/** Files that make needs no times of, or goes by notes alone for: what reads one without a note would not be made anew. */
export function silentPaths(changes: readonly SourceChange[], prefix: string): string[] {
  return changes.map(({ path }) => path).filter((path) => !isReadByEachMake(relative(prefix, path)));
}

/**
 * Whether make builds what it would build from nothing, once times say what has changed; unless something reads one of
 * the silent paths without a note.
 */
export function canBuildIncrementally(changes: readonly SourceChange[], places: TreePlaces): boolean {
  const { output, prefix } = places;
  if (!changes.every((change) => isTellable(change, relative(prefix, change.path)))) return false;
  const added = changes.flatMap(({ kind, path }) => (kind === 'added' ? [relative(prefix, path)] : []));
  return !added.some((path) => isBehindFile(output, path)) && !hasMadeNamesake(added, places);
}

function isTellable({ mode, path }: SourceChange, inKernel: string): boolean {
  // Make looks through a link, at times that say nothing of it; git quotes names that have a line break.
  if (mode.startsWith('12') || mode.startsWith('16') || path.startsWith('"')) return false;
  // Scripts and data are read by rules that need not name them (scripts/xz_wrap.sh), and by `.incbin`.
  return isForPeople(inKernel) || isCompiled(inKernel) || isReadByEachMake(inKernel);
}

/** Makefiles and what options come from. */
function isReadByEachMake(path: string): boolean {
  const isRead = /^((Makefile|Kbuild|Kconfig).*|.*(\.config|defconfig))$/.test(basename(path));
  return isRead && !ELSEWHERE.some((pattern) => pattern.test(path));
}

/**
 * Makefiles that decide on what is made in other folders, or which scripts make it and with what environment: kbuild
 * does not see that a command that it ran once is another one now, nor that a rule is gone. That of the root changes with
 * each version, too.
 */
const ELSEWHERE: readonly RegExp[] = [
  /^(Makefile|Kbuild)$/,
  /^(scripts|tools)\//,
  /^arch\/[^/]+\/(Makefile|Kbuild)[^/]*$/,
  /^arch\/[^/]+\/(include|tools)\//,
  /^arch\/[^/]+\/.*(syscalls|vdso)\//,
];

/** Whether a build has made a file or a link that bears the name of a new source's folder. */
function isBehindFile(output: string, path: string): boolean {
  const folders = dirname(path).split(sep);
  if (folders[0] === '..') return false;
  return folders.some((_, index) => {
    const made = lstatSync(join(output, ...folders.slice(0, index + 1)), { throwIfNoEntry: false });
    return made !== undefined && !made.isDirectory();
  });
}

/**
 * Whether a build has made a file of a new one's name: make looks in `O=` first (VPATH), an `#include` may find one of
 * them or the other, and where a rule makes what the sources have too, it goes by which is newer.
 */
function hasMadeNamesake(added: readonly string[], { output, source }: TreePlaces): boolean {
  const names = new Set(added.filter(isCompiled).map((path) => basename(path)));
  if (names.size === 0) return false;
  return walkFolder(output).some(
    ({ name, parentPath }) => names.has(name) && !isWrapper(relative(output, join(parentPath, name)), source),
  );
}

/** What stands for a header of asm-generic, which is touched itself where another of its name is new. */
function isWrapper(path: string, source: string): boolean {
  const [, kind = '', name] = /^arch\/[^/]+\/include\/generated\/(uapi\/)?asm\/([^/]+)$/.exec(path) ?? [];
  return name !== undefined && existsSync(join(source, 'include', kind, 'asm-generic', name));
}
