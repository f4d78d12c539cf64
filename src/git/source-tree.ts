import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../user-error.ts';
import type { Git } from './git.ts';
import { realPathOf } from './locate-repository.ts';
import { type SourceListing, listSources } from './source-listing.ts';
import { worktreePlace } from './worktree-place.ts';

/** A place where commits are checked out one after the other, at one path. Disposing puts everything back. */
export interface SourceTree extends AsyncDisposable {
  /** Of the repository. */
  readonly git: Git;
  /** The repository's root; absolute. */
  readonly root: string;
  /** The kernel's folder in it, '' for the root itself. */
  readonly prefix: string;
  /** Where the kernel is: `prefix` in `root`. */
  readonly kernel: string;
  /** Does nothing where the commit is there already; `anew` undoes what builds may have done to it too. */
  readonly checkOut: (hash: string, how?: 'anew') => Promise<void>;
  /** What is there now. */
  readonly list: () => Promise<SourceListing>;
  /** The commit and those before it, nearest first, as far as the repository has them; at most 1,000. */
  readonly ancestors: (hash: string) => Promise<string[]>;
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
  // A git that was killed leaves its lock; no other works here (cache/workspace.ts).
  await rm(join(place.gitDir, 'index.lock'), { force: true });
  return {
    ...remembering({ atRoot: worktree, kernel }, async (hash) => {
      await worktree.run('checkout', '--quiet', '--force', '--detach', hash, '--');
      // What a former build's Makefile may have left in the source.
      await worktree.run('clean', '-ffdxq');
    }),
    root: place.root,
    prefix,
    kernel,
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
  const { root } = await git.repository();
  // The kernel's folder may be gone at the other commit.
  const atRoot = git.at(root);
  const found = await differences(atRoot);
  if (found.changed !== '') {
    throw new UserError(
      `${root} has uncommitted changes (${found.changed.split('\n', 1)[0]?.trim()}); expected a clean checkout, since ` +
        'base and head are checked out in it; commit them or undo them before this step',
    );
  }
  const branch = await atRoot.ask('symbolic-ref', '--quiet', '--short', 'HEAD');
  const commit = await atRoot.run('rev-parse', 'HEAD');
  const untracked = new Set(found.untracked);
  let isAsFound = true;
  // The checkout was clean, so only what a build has changed or left in it is lost.
  const undoBuilds = async (): Promise<void> => {
    const made = await differences(atRoot);
    const left = made.untracked.filter((path) => !untracked.has(path));
    for (const path of left) await rm(join(root, path), { recursive: true, force: true });
    // It looks at every file by itself, however few have changed.
    if (made.changed !== '') await atRoot.run('reset', '--quiet', '--hard');
  };
  const checkOut = async (...where: readonly string[]): Promise<void> => {
    if (!isAsFound) await undoBuilds();
    isAsFound = false;
    // Neither forced nor over ignored files: a commit may track what is the runner's own here.
    await atRoot.run('checkout', '--quiet', '--no-overwrite-ignore', ...where, '--');
  };
  return {
    ...remembering({ atRoot, kernel: git.folder }, (hash) => checkOut('--detach', hash)),
    root,
    prefix: await prefixOf(git),
    kernel: git.folder,
    list: () => listSources(atRoot, [...untracked]),
    [Symbol.asyncDispose]: () => checkOut(...(branch === undefined ? ['--detach', commit] : [branch])),
  };
}

async function prefixOf({ folder, repository }: Git): Promise<string> {
  return relative((await repository()).root, folder);
}

/** What all source trees have in common. */
function remembering(
  { atRoot, kernel }: { readonly atRoot: Git; readonly kernel: string },
  checkOut: (hash: string) => Promise<void>,
): Pick<SourceTree, 'git' | 'checkOut' | 'ancestors' | 'takeFrom'> {
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
    ancestors: async (hash) => (await atRoot.run('rev-list', '--max-count=1000', hash)).split('\n'),
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
  const changed = await atRoot.run(
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=MDT',
    hash,
    '--',
    pattern,
  );
  const paths = changed.split('\0').filter((path) => path !== '');
  // Only these, so that kbuild sees no other file as new.
  if (paths.length > 0) await atRoot.run('checkout', '--quiet', hash, '--', ...paths);
}

/** What is not as HEAD has it: lines of `git status`, and untracked paths relative to the root, ignored ones too. */
async function differences(atRoot: Git): Promise<{ changed: string; untracked: string[] }> {
  const [changed, others] = await Promise.all([
    atRoot.run('status', '--porcelain', '--untracked-files=no'),
    atRoot.run('ls-files', '--others', '-z'),
  ]);
  return { changed, untracked: others.split('\0').filter((path) => path !== '') };
}
