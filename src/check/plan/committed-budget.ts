/** Budget files as commits have them. */
import { dirname, join } from 'node:path/posix';
import type { FileExists } from '../../budget/file/target-problems.ts';
import type { Git } from '../../git/git.ts';
import { fragmentPaths } from '../../kernel/tree/fragment-paths.ts';
import { kernelListing } from '../../kernel/tree/kernel-listing.ts';
import { readSourceFile } from '../../kernel/tree/source-file.ts';
import { UserError } from '../../user-error.ts';
import type { BudgetText } from './plan.ts';

/** The repository of the budget file, and the kernel's: another one where the kernel is a submodule. */
export interface BudgetRepositories {
  readonly kernel: Git;
  readonly outer: Git;
}

/** A commit of both repositories. */
export interface BudgetCommit {
  readonly outer: string;
  readonly kernel: string;
}

/** Which file, and how its text comes out of git. */
export interface BudgetRequest {
  /** From the root of the outer repository. */
  readonly path: string;
  /** Reads a blob, which a clone without blobs has to fetch. */
  readonly readBlob: (blob: string) => Promise<string>;
}

/** The budget file that a commit has, undefined where it has none. Throws a UserError for a link that leads nowhere. */
export async function committedBudget(
  repositories: BudgetRepositories,
  commit: BudgetCommit,
  { path, readBlob }: BudgetRequest,
): Promise<BudgetText | undefined> {
  const { outer } = repositories;
  const { root } = await outer.repository();
  const found = await fileAt(outer.at(root), { commit: commit.outer, path, readBlob });
  if (found === undefined) return undefined;
  const text = await readBlob(`${commit.outer}:${found}`);
  return { path, text, commit: commit.outer, ...(await committedKernel(repositories.kernel, commit.kernel)) };
}

/** What a budget file is checked against: the kernel's files in a commit, some read where that is checked out. */
export async function committedKernel(
  kernel: Git,
  commit: string,
): Promise<Pick<BudgetText, 'fileExists' | 'tree'>> {
  const files = new Set((await kernel.run('ls-tree', '-r', '--name-only', '-z', commit)).split('\0'));
  const fileExists: FileExists = (file, arch) => fragmentPaths(file, arch).some((place) => files.has(place));
  const isCheckedOut = (await kernel.run('rev-parse', 'HEAD')) === commit;
  const read = (place: string): string | undefined =>
    isCheckedOut ? readSourceFile(kernel.folder, place) : undefined;
  return { fileExists, tree: kernelListing({ files: [...files], read }) };
}

interface Entry {
  readonly commit: string;
  readonly path: string;
  readonly readBlob: BudgetRequest['readBlob'];
}

const MOST_LINKS = 5;

/** The path of the file that a path is, or is a link to; undefined where the commit has nothing there. */
async function fileAt(atRoot: Git, entry: Entry, links = 0): Promise<string | undefined> {
  const { commit, path, readBlob } = entry;
  const found = await atRoot.run('ls-tree', '-z', commit, '--', path);
  if (found === '') {
    if (links === 0) return undefined;
    throw linkError(entry, 'leads to nothing there');
  }
  if (!found.startsWith('120000 ')) return path;
  const link = await readBlob(`${commit}:${path}`);
  const target = join(dirname(path), link);
  if (link.startsWith('/') || target.split('/')[0] === '..') throw linkError(entry, 'leads out of it');
  if (links === MOST_LINKS) throw linkError(entry, 'leads to more links than five');
  return fileAt(atRoot, { ...entry, path: target }, links + 1);
}

function linkError({ commit, path }: Entry, what: string): UserError {
  return new UserError(
    `the budget file ${path} of ${commit} is a link that ${what}; expected a file, or a link to a file of the repository`,
  );
}
