import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { UserError } from '../../user-error.ts';
import type { Git } from '../git.ts';

/** What a clean checkout has beside the files of its commit, as paths from the root. */
export interface CleanCheckout {
  /** Files that git does not track, ignored ones too. */
  readonly untracked: readonly string[];
  /** Files whose filter would have to run to tell whether they are the commit's. */
  readonly filtered: readonly string[];
  /** Files as git writes them, which it takes for changed all the same: it would commit other ends of lines. */
  readonly unlike: readonly string[];
}

/** Throws a UserError where a file of the commit has changed. */
export async function requireClean(atRoot: Git): Promise<CleanCheckout> {
  const [changes, untracked] = await Promise.all([changesOf(atRoot), untrackedIn(atRoot)]);
  const filtered = await withFilter(
    atRoot,
    changes.map(({ path }) => path),
  );
  const others = changes.filter(({ path }) => !filtered.includes(path));
  const inPlace = others.filter(({ status }) => status === ' M').map(({ path }) => path);
  const unlike = await asGitWrites(atRoot, inPlace);
  const changed = others.find(({ path }) => !unlike.includes(path));
  if (changed === undefined) return { untracked, filtered, unlike };
  const { root } = await atRoot.repository();
  throw new UserError(
    `${root} has uncommitted changes (${changed.status.trim()} ${changed.path}); expected a clean checkout, since ` +
      'base and head are checked out in it; commit them or undo them before this step',
  );
}

/**
 * Undoes what builds have changed or left; the checkout was clean, so only that is lost. Returns files that it has
 * removed though the commit has them: git would take them for changed, and leave the commit only by force.
 */
export async function undoBuilds(atRoot: Git, found: CleanCheckout): Promise<string[]> {
  const { root } = await atRoot.repository();
  const [changes, untracked] = await Promise.all([changesOf(atRoot), untrackedIn(atRoot)]);
  const own = new Set(found.untracked);
  for (const path of untracked.filter((one) => !own.has(one))) {
    await rm(join(root, path), { recursive: true, force: true });
  }
  if (changes.length === 0) return [];
  // It looks at every file by itself, however few have changed.
  await atRoot.run('reset', '--quiet', '--hard');
  const left = (await changesOf(atRoot)).map(({ path }) => path);
  removeFiles(root, left);
  return left;
}

/** git has found them in folders of the commit. */
export function removeFiles(root: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(root, path), { force: true });
}

/** Those of `paths` whose filter has a name. */
export async function withFilter(atRoot: Git, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const checked = await atRoot.feed(`${paths.join('\0')}\0`, 'check-attr', '-z', '--stdin', 'filter');
  const fields = checked.split('\0');
  return paths.filter((_, index) => !/^(?:set|unset|unspecified)$/.test(fields[index * 3 + 2] ?? 'unset'));
}

/** Those of `paths` that have the bytes with which git checks them out. */
async function asGitWrites(atRoot: Git, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const { root } = await atRoot.repository();
  const folder = await mkdtemp(join(tmpdir(), 'kernel-size-budget-'));
  try {
    const given = ['-z', '--stdin', `--prefix=${folder}${sep}`];
    await atRoot.feed(`${paths.join('\0')}\0`, 'checkout-index', '--quiet', ...given);
    return paths.filter((path) => areAlike(join(folder, path), join(root, path)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What git lists as changed may be a pipe by now, which would wait for a writer. */
function areAlike(...paths: readonly [string, string]): boolean {
  const [one, other] = paths.map((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (!one?.isFile() || !other?.isFile() || one.size !== other.size) return false;
  return readFileSync(paths[0]).equals(readFileSync(paths[1]));
}

interface Change {
  /** Two letters of `git status`, of the index and of the work tree: ` M`, `D `. */
  readonly status: string;
  readonly path: string;
}

/** Lists files below git's folder that are not as HEAD has them, as paths from the root. */
export async function changesOf(git: Git): Promise<Change[]> {
  const options = ['--porcelain', '-z', '--no-renames', '--untracked-files=no', '--ignore-submodules=dirty'];
  const text = await git.run('status', ...options, '--', '.');
  const entries = text.split('\0').filter((entry) => entry !== '');
  return entries.map((entry) => ({ status: entry.slice(0, 2), path: entry.slice(3) }));
}

async function untrackedIn(atRoot: Git): Promise<string[]> {
  const text = await atRoot.run('ls-files', '--others', '-z');
  return text.split('\0').filter((path) => path !== '');
}
