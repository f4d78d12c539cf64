import { UserError } from '../../user-error.ts';
import { type Git, GitError } from '../git.ts';

/** A commit and why it is the one, for the report's last line. */
export interface Commit {
  /** Full hash, 40 or 64 hexadecimal digits. */
  readonly hash: string;
  /** `parent of the merge`, `--base v6.12`, … */
  readonly origin: string;
}

/** The two commits compared. */
export interface CommitPair {
  readonly base: Commit;
  readonly head: Commit;
}

/** The full hash that a revision names. Throws a UserError that names the revision otherwise. */
export async function resolveRevision(git: Git, revision: string): Promise<string> {
  const hash = await git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  if (hash !== undefined) return hash;
  const hint = (await isShallow(git)) ? '; the clone is shallow: fetch the commit first' : '';
  throw new UserError(
    `${revision} is not a commit of ${git.folder}; expected a branch, tag or hash that "git rev-parse" knows${hint}`,
  );
}

/** The hashes of a commit's parents, from the commit object: it names them in a shallow clone too. */
export async function parentsOf(git: Git, hash: string): Promise<string[]> {
  const text = await git.run('cat-file', '-p', hash);
  const header = text.split('\n\n', 1)[0] ?? '';
  return header
    .split('\n')
    .flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []));
}

/**
 * Whether a commit is another one or comes before it, as far as the repository has their history; a shallow one has
 * the parents of a commit by name.
 */
export async function isAncestor(repository: Git, hash: string, of: string): Promise<boolean> {
  if (hash === of) return true;
  // A clone without blobs would fetch a commit with all its history.
  const git = repository.with({ GIT_NO_LAZY_FETCH: '1' });
  if ((await git.ask('cat-file', '-e', `${of}^{commit}`)) === undefined) return false;
  if ((await parentsOf(git, of)).includes(hash)) return true;
  return (await git.ask('merge-base', '--is-ancestor', hash, of)) !== undefined;
}

/** Throws a UserError when the folder is not in a work tree of git. */
export async function requireRepository(git: Git): Promise<void> {
  await git.repository().catch((cause: unknown) => {
    if (!(cause instanceof GitError)) throw cause;
    throw new UserError(
      `${git.folder} is not in a git work tree; expected a clone of the kernel, since two commits are compared`,
      { cause, details: [cause.message, ...cause.details] },
    );
  });
}

export async function isShallow(git: Git): Promise<boolean> {
  return (await git.ask('rev-parse', '--is-shallow-repository')) === 'true';
}
