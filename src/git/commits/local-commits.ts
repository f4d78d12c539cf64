import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { UserError } from '../../user-error.ts';
import { changedWithFilter } from '../attributes/filtered-files.ts';
import type { Git } from '../git.ts';
import { changesOf } from '../sources/work-tree-changes.ts';
import { type Commit, type CommitPair, isShallow, parentsOf, resolveRevision } from './commits.ts';

/** What the command line was told; `content` says whether uncommitted changes count. */
export interface LocalRequest {
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly content: 'committed' | 'uncommitted';
}

/** Paths that a note names before it only counts. */
const NAMED_PATHS = 3;

/** The two commits to compare on a developer's machine. Throws a UserError where one cannot be told. */
export async function resolveLocalCommits(git: Git, request: LocalRequest): Promise<CommitPair> {
  const head = await resolveHead(git, request);
  if (request.base !== undefined) {
    return {
      base: { hash: await resolveRevision(git, request.base), origin: `--base ${request.base}` },
      head,
    };
  }
  return { base: await defaultBase(git, request, head.hash), head };
}

async function resolveHead(git: Git, request: LocalRequest): Promise<Commit> {
  if (request.content === 'uncommitted') {
    if (request.head !== undefined) {
      throw new UserError(
        `--dirty measures the work tree, --head ${request.head} a commit; give one of them`,
      );
    }
    const hash = await commitUncommitted(git);
    if (hash !== '') return { hash, origin: 'HEAD with uncommitted changes' };
    return { hash: await resolveRevision(git, 'HEAD'), origin: 'HEAD, nothing uncommitted' };
  }
  const revision = request.head ?? 'HEAD';
  return { hash: await resolveRevision(git, revision), origin: request.head ? `--head ${revision}` : 'HEAD' };
}

/** What --dirty leaves out, as notes of the report: files below git's folder that it does not track nor ignore. */
export async function untrackedNotes(git: Git): Promise<readonly string[]> {
  const list = await git.run('ls-files', '--others', '--exclude-standard', '-z');
  const paths = list.split('\0').filter((path) => path !== '');
  if (paths.length === 0) return [];
  const names = namesOf(paths);
  const [what, them] =
    paths.length === 1 ? ['1 untracked file is', 'it'] : [`${paths.length} untracked files are`, 'them'];
  return [`${what} not measured (${names}); "git add" makes ${them} count`];
}

/** What a check of commits leaves out, as notes of the report: tracked files below git's folder that HEAD has otherwise. */
export async function modifiedNotes(git: Git): Promise<readonly string[]> {
  // What has a filter is not known to be another file before it is added.
  const filtered = new Set(await changedWithFilter(git));
  const { root } = await git.repository();
  // The developer's index stays as it is, with times that are out of date too.
  const changes = await changesOf(git.with({ GIT_OPTIONAL_LOCKS: '0' }));
  const paths = changes.map(({ path }) => path).filter((path) => !filtered.has(path));
  if (paths.length === 0) return [];
  const names = namesOf(paths.map((path) => relative(git.folder, join(root, path))));
  const [what, them] =
    paths.length === 1 ? ['1 modified file is', 'it'] : [`${paths.length} modified files are`, 'them'];
  return [`${what} not measured (${names}), since HEAD was: --dirty measures ${them}`];
}

function namesOf(paths: readonly string[]): string {
  return paths.slice(0, NAMED_PATHS).join(', ') + (paths.length > NAMED_PATHS ? ', …' : '');
}

/**
 * A commit of the tracked files as they are; empty when nothing is uncommitted. It is made of a copy of the index: the
 * developer's own keeps its bytes and its mtime.
 */
async function commitUncommitted(git: Git): Promise<string> {
  const [unmerged] = (await git.run('ls-files', '--unmerged', '-z')).split('\0', 1);
  if (unmerged) {
    const [, path] = unmerged.split('\t', 2);
    throw new UserError(
      `${path} has conflicts of a merge; resolve them and "git add" the files before --dirty`,
    );
  }
  const index = resolve(git.folder, await git.run('rev-parse', '--git-path', 'index'));
  const folder = await mkdtemp(join(tmpdir(), 'kernel-size-budget-'));
  try {
    await copyIndex(index, join(folder, 'index'));
    const copy = git.with({ GIT_INDEX_FILE: join(folder, 'index') });
    await keepFiltered(copy);
    // `git stash create` fails of files that are added by name only (`git add -N`), and keeps added ones that are gone.
    await copy.run('add', '--update');
    return await copy.run('stash', 'create');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The bytes of such a file in the work tree are not those that git has: without its filter it would be another one. */
async function keepFiltered(copy: Git): Promise<void> {
  const { root } = await copy.repository();
  const paths = await changedWithFilter(copy);
  const given = ['--assume-unchanged', '-z', '--stdin'];
  if (paths.length > 0) await copy.at(root).feed(`${paths.join('\0')}\0`, 'update-index', ...given);
}

/**
 * With its time, rounded down: git compares the contents of files that are no older than the index, which may have
 * changed since within one tick of the clock (Documentation/technical/racy-git.txt of git).
 */
async function copyIndex(from: string, to: string): Promise<void> {
  const { mtimeMs } = await stat(from);
  await copyFile(from, to);
  const seconds = Math.floor(mtimeMs) / 1000;
  await utimes(to, seconds, seconds);
}

/** HEAD for uncommitted changes, else where the branch left its upstream, else the parent. */
async function defaultBase(git: Git, request: LocalRequest, head: string): Promise<Commit> {
  if (request.content === 'uncommitted') {
    return { hash: await resolveRevision(git, 'HEAD'), origin: 'HEAD' };
  }
  const upstream =
    request.head === undefined ? await git.ask('merge-base', 'HEAD', '@{upstream}') : undefined;
  if (upstream !== undefined && upstream !== head)
    return { hash: upstream, origin: 'where HEAD left its upstream' };
  const parent = (await parentsOf(git, head))[0];
  if (parent === undefined) {
    throw new UserError(`${head} has no parent to compare with; name a commit with --base`);
  }
  if ((await git.ask('cat-file', '-e', parent)) === undefined) {
    const remedy = (await isShallow(git))
      ? 'the clone is shallow: "git fetch --depth=2" brings it'
      : 'name one with --base';
    throw new UserError(`the parent ${parent} of ${head} is not in ${git.folder}; ${remedy}`);
  }
  return { hash: parent, origin: 'first parent of head' };
}
