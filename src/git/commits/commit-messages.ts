import type { Git } from '../git.ts';

/** A commit's message and who wrote it. */
export interface CommitMessage {
  readonly sha: string;
  /** The author's name. */
  readonly author: string;
  readonly message: string;
}

/** The commits of head that base does not have, oldest first; none where the clone does not reach that far. */
export async function commitMessages(
  git: Git,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<CommitMessage[]> {
  const log = await git.ask('log', '-z', '--reverse', '--format=%H%n%an%n%B', `${base}..${head}`, '--');
  const entries = (log ?? '').split('\0').filter((entry) => entry !== '');
  return entries.map((entry) => {
    const [sha = '', author = '', ...message] = entry.split('\n');
    return { sha, author, message: message.join('\n') };
  });
}
