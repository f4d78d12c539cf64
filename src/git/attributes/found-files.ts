/**
 * Files that a step before has checked out with other bytes than git's check-outs here would: by a filter, which is not
 * run, or with the attributes of another commit, since git leaves files alone whose blobs are the same.
 */
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from '../git.ts';
import { attributesInIndex } from './attributes.ts';
import type { ConversionSettings } from './conversion-settings.ts';

/** What was found in a checkout, by paths from its root. */
export interface FoundFiles {
  /** Whose filter has run. */
  readonly filtered: readonly string[];
  /** Whose bytes are not those of git, whyever. */
  readonly converted: readonly string[];
}

/** Finds them by their size in git's index, which is the one on disk where nothing is uncommitted. */
export async function findConverted(atRoot: Git, settings: ConversionSettings): Promise<FoundFiles> {
  const entries = parseEntries(await atRoot.run('ls-files', '--stage', '--debug', '-z'));
  const hashes = entries.map(({ hash }) => hash).join('\n');
  const sizes = await atRoot.feed(`${hashes}\n`, 'cat-file', '--batch-check=%(objectsize)', '--buffer');
  const inGit = sizes.split('\n').map(Number);
  // The index has the last 32 bits.
  const other = entries.filter(({ size }, index) => size !== inGit[index]! % 2 ** 32);
  const attributes = await attributesInIndex(atRoot, settings);
  const paths = other.map(({ path }) => path);
  const isFiltered = (path: string): boolean => attributes.get(path)?.filter !== undefined;
  return { filtered: paths.filter(isFiltered), converted: paths.filter((path) => !isFiltered(path)) };
}

interface Entry {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
}

/** Regular files: `MODE HASH STAGE\tPATH\0`, then five lines of which the last has size and flags. */
function parseEntries(text: string): Entry[] {
  const [first = '', ...rest] = text.split('\0');
  let head = first;
  return rest.flatMap((part) => {
    const lines = part.split('\n');
    const [mode = '', hash = ''] = head.split(' ', 2);
    const path = head.slice(head.indexOf('\t') + 1);
    head = lines.slice(DEBUG_LINES).join('\n');
    const [, size, flags = ''] = SIZE_AND_FLAGS.exec(lines[DEBUG_LINES - 1] ?? '') ?? [];
    // What a sparse checkout leaves out may not be in the clone either.
    const isThere = mode.startsWith('100') && (Number.parseInt(flags, 16) & SKIP_WORKTREE) === 0;
    return isThere && size !== undefined ? [{ path, hash, size: Number(size) }] : [];
  });
}

const DEBUG_LINES = 5;
const SIZE_AND_FLAGS = /^ {2}size: (\d+)\tflags: ([0-9a-f]+)$/;

/** CE_SKIP_WORKTREE in git's cache.h. */
const SKIP_WORKTREE = 1 << 30;

/** Files that were moved out of a checkout, to be put back. */
export interface FilesAside {
  readonly putBack: () => void;
}

/** Moves files out of a checkout into a folder of its git directory. */
export function setAside(
  { root, gitDir }: { root: string; gitDir: string },
  paths: readonly string[],
): FilesAside {
  const folder = join(gitDir, 'kernel-size-budget-aside');
  rmSync(folder, { recursive: true, force: true });
  if (paths.length > 0) mkdirSync(folder);
  const moves = paths.map((path, index) => [join(root, path), join(folder, String(index))] as const);
  for (const [from, to] of moves) moveFile(from, to);
  return {
    putBack: () => {
      for (const [to, from] of moves) moveFile(from, to);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}
