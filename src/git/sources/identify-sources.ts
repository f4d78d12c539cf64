import { createHash } from 'node:crypto';
import type { Git } from '../git.ts';
import { untrackedLines } from './untracked-lines.ts';

/** Hashes of all that a build of a commit may read in a checkout: two commits that differ in their message have one. */
export interface SourceIdentities {
  readonly identify: (hash: string) => Promise<string>;
  /** Of a commit and those before it, nearest first, as far as the repository has them; of at most 1,000. */
  readonly ancestors: (hash: string) => Promise<string[]>;
}

/**
 * Git's hash of a commit's tree. It is that of the whole repository, since a build may read beside the kernel's folder;
 * where git does not track some files, theirs count too, which are the same at all commits.
 */
export function identifySources(atRoot: Git, untracked: readonly string[]): SourceIdentities {
  let beside: Promise<string[]> | undefined;
  const identities = async (...args: readonly string[]): Promise<string[]> => {
    const lines = (await atRoot.run('rev-list', '--format=%T', ...args, '--')).split('\n');
    // Each after the line `commit HASH`.
    const trees = new Set(lines.filter((line) => !line.startsWith('commit ')));
    if (untracked.length === 0) return [...trees];
    beside ??= untrackedLines(atRoot.folder, untracked);
    const files = (await beside).join('\n');
    return [...trees].map((tree) => createHash('sha256').update(`${tree}\n${files}`).digest('hex'));
  };
  return {
    identify: async (hash) => (await identities('--max-count=1', hash))[0]!,
    ancestors: (hash) => identities('--max-count=1000', hash),
  };
}
