import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../../user-error.ts';
import { readConversionSettings } from '../attributes/conversion-settings.ts';
import { followAttributes, followAttributesOfRuns } from '../attributes/follow-attributes.ts';
import { type FilesAside, findConverted, setAside } from '../attributes/found-files.ts';
import type { Git } from '../git.ts';
import { realPathOf } from '../repository/locate-repository.ts';
import { worktreePlace } from '../repository/worktree-place.ts';
import { type SourceIdentities, identifySources } from './identify-sources.ts';
import { type SourceListing, listSources } from './source-listing.ts';
import { removeFiles, requireClean, undoBuilds } from './work-tree-changes.ts';

/** A place where commits are checked out one after the other, at one path. Disposing puts everything back. */
export interface SourceTree extends AsyncDisposable, SourceIdentities {
  /** Of the repository. */
  readonly git: Git;
  /** The repository's root; absolute. */
  readonly root: string;
  /** The kernel's folder in it, '' for the root itself. */
  readonly prefix: string;
  /** Where the kernel is: `prefix` in `root`. */
  readonly kernel: string;
  /** Digest of what decides on the bytes of files beside the commit; empty where nothing does. */
  readonly conversions: string;
  /** Does nothing where the commit is there already; `anew` undoes what builds may have done to it too. */
  readonly checkOut: (hash: string, how?: 'anew') => Promise<void>;
  /** What is there now. */
  readonly list: () => Promise<SourceListing>;
  /** Puts files of another commit in the place of those checked out, until the next check-out; the others stay. */
  readonly takeFrom: (hash: string, pattern: string) => Promise<void>;
}

/**
 * A worktree of its own in `folder`, kept between runs: the developer's files, index and HEAD are not touched, and
 * files that two commits share keep their mtimes, which kbuild goes by.
 */
export async function openWorktree(git: Git, folder: string): Promise<SourceTree> {
  const prefix = await prefixOf(git);
  const place = await worktreePlace(git, folder);
  const [worktree, kernel] = [git.in(place), join(place.root, prefix)];
  await makeFolder(kernel);
  const settings = await readConversionSettings(worktree);
  // A git that was killed leaves its lock; no other works here (cache/workspace.ts).
  await rm(join(place.gitDir, 'index.lock'), { force: true });
  return {
    ...remembering({ atRoot: worktree, kernel, untracked: [] }, (hash) =>
      followAttributesOfRuns(worktree, settings, {
        hash,
        checkOut: () => worktree.run('checkout', '--quiet', '--force', '--detach', hash, '--'),
      }),
    ),
    root: place.root,
    prefix,
    kernel,
    conversions: settings.digest,
    list: () => listSources(worktree, []),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** Compilers are asked for their versions in the kernel's folder before anything is checked out; no link is followed. */
async function makeFolder(kernel: string): Promise<void> {
  let above = kernel;
  while (!existsSync(above)) above = dirname(above);
  if (above === kernel || realPathOf(above) !== above) return;
  // What is in the way of it is the check-out's to remove.
  await mkdir(kernel, { recursive: true }).catch(() => undefined);
}

/** The runner's own checkout; disposing checks out again what was there, also after a failure. */
export async function openCheckout(git: Git): Promise<SourceTree> {
  const place = await git.repository();
  // The kernel's folder may be gone at the other commit.
  const atRoot = git.at(place.root);
  const found = await requireClean(atRoot);
  const branch = await atRoot.ask('symbolic-ref', '--quiet', '--short', 'HEAD');
  const commit = await atRoot.run('rev-parse', 'HEAD');
  const settings = await readConversionSettings(atRoot);
  let aside: FilesAside | undefined;
  /** Takes away what git would not leave, or not as a check-out of its own would write it. */
  const leaveFound = async (): Promise<string[]> => {
    const { filtered, converted } = await findConverted(atRoot, settings);
    const moved = [...new Set([...filtered, ...found.filtered])];
    aside = setAside(place, moved);
    removeFiles(place.root, found.unlike);
    return [...moved, ...converted, ...found.unlike];
  };
  const checkOut = async (hash: string, where: readonly string[]): Promise<void> => {
    const outdated = aside === undefined ? await leaveFound() : await undoBuilds(atRoot, found);
    // Neither forced nor over ignored files: a commit may track what is the runner's own here.
    const run = () => atRoot.run('checkout', '--quiet', '--no-overwrite-ignore', ...where, '--');
    await followAttributes(atRoot, settings, { hash, outdated, checkOut: run });
  };
  return {
    ...remembering({ atRoot, kernel: git.folder, untracked: found.untracked }, (hash) =>
      checkOut(hash, ['--detach', hash]),
    ),
    root: place.root,
    prefix: await prefixOf(git),
    kernel: git.folder,
    conversions: settings.digest,
    list: () => listSources(atRoot, found.untracked),
    [Symbol.asyncDispose]: async () => {
      if (aside === undefined) return;
      await checkOut(commit, branch === undefined ? ['--detach', commit] : [branch]);
      aside.putBack();
    },
  };
}

async function prefixOf({ folder, repository }: Git): Promise<string> {
  return relative((await repository()).root, folder);
}

/** What all source trees have in common. */
function remembering(
  {
    atRoot,
    kernel,
    untracked,
  }: { readonly atRoot: Git; readonly kernel: string; readonly untracked: readonly string[] },
  checkOut: (hash: string) => Promise<void>,
): Pick<SourceTree, 'git' | 'checkOut' | 'takeFrom' | keyof SourceIdentities> {
  let current: string | undefined;
  return {
    git: atRoot,
    checkOut: async (hash, how) => {
      if (hash === current && how === undefined) return;
      current = undefined;
      await checkOut(hash);
      requireRealFolder(kernel, hash);
      current = hash;
    },
    ...identifySources(atRoot, untracked),
    takeFrom: async (hash, pattern) => {
      current = undefined;
      await takeFiles(atRoot, hash, pattern);
    },
  };
}

/** A sandbox shows a build all that the kernel's folder leads to. */
function requireRealFolder(kernel: string, hash: string): void {
  const real = realPathOf(kernel);
  if (real === kernel) return;
  throw new UserError(
    `the kernel's folder ${kernel} is a link at ${hash} and leads to ${real}; expected a folder that holds the kernel itself`,
  );
}

async function takeFiles(atRoot: Git, hash: string, pattern: string): Promise<void> {
  const options = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=dirty'];
  const paths = await atRoot.run('diff', ...options, '--diff-filter=MDT', hash, '--', pattern);
  // Only these, so that kbuild sees no other file as new.
  const given = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  if (paths !== '') await atRoot.with(LITERALLY).feed(paths, 'checkout', '--quiet', ...given, hash);
}

/** A file may be named as a pattern is (gitglossary(7), "pathspec"). */
const LITERALLY = { GIT_LITERAL_PATHSPECS: '1' };
