/** The commits whose messages may accept growth. Throws a `UserError` when GitHub does not list them. */
import { z } from 'zod';
import { ask, askAll } from '../api/ask.ts';
import { PAGE_SIZE, PULL_COMMITS, RANGE_COMMITS } from '../api/limits.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';
import { commitHash } from '../commits/commit-hash.ts';
import { DELETED_ACCOUNT } from './live-pull-request.ts';

/** A commit's message and who wrote it. */
interface CommitMessage {
  readonly sha: string;
  /** The login where GitHub knows it, else the name that git recorded, which anybody can set. */
  readonly author: string;
  readonly message: string;
}

export interface CommitMessages {
  /** Oldest first. */
  readonly commits: readonly CommitMessage[];
  /** How many commits there are; more than `commits` has when not all are read. */
  readonly total: number;
}

/**
 * Reads the messages of a pull request's commits, of which GitHub lists the first 250.
 * https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request
 */
export async function commitMessages(
  { client, owner, repo }: Repository,
  pullNumber: number,
): Promise<CommitMessages> {
  const pull = { owner, repo, pull_number: pullNumber };
  const action = `list the commits of pull request ${pullNumber} of ${owner}/${repo}`;
  const purpose = { action, permission: 'pull-requests: read' };
  const list = askAll({
    shape: z.array(commitData),
    items: (page) => page,
    send: (page) => client.rest.pulls.listCommits({ ...pull, ...page }),
  });
  const commits = (await answerFor(list, purpose)).map(toCommitMessage);
  if (commits.length < PULL_COMMITS) return { commits, total: commits.length };
  const count = ask(z.object({ commits: z.int().nonnegative() }), (request) =>
    client.rest.pulls.get({ ...pull, request }),
  );
  return { commits, total: (await answerFor(count, purpose)).commits };
}

/**
 * Reads the messages of the commits that `head` has and `base` does not, as hashes or branches; the first 1,000.
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export async function rangeMessages(
  { client, owner, repo }: Repository,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<CommitMessages> {
  const basehead = `${base}...${head}`;
  const purpose = { action: `compare ${basehead} in ${owner}/${repo}`, permission: 'contents: read' };
  const commits: CommitMessage[] = [];
  for (let page = 1; ; page++) {
    const range = { owner, repo, basehead, per_page: PAGE_SIZE, page };
    const comparison = ask(comparisonData, (request) =>
      client.rest.repos.compareCommitsWithBasehead({ ...range, request }),
    );
    const { commits: some, total_commits: total } = await answerFor(comparison, purpose);
    commits.push(...some.map(toCommitMessage));
    if (some.length < PAGE_SIZE || commits.length >= RANGE_COMMITS) return { commits, total };
  }
}

const commitData = z.object({
  sha: commitHash,
  /** An empty object where GitHub knows nobody by that address. */
  author: z.object({ login: z.string().optional() }).nullable(),
  commit: z.object({ author: z.object({ name: z.string().optional() }).nullable(), message: z.string() }),
});

const comparisonData = z.object({ total_commits: z.int().nonnegative(), commits: z.array(commitData) });

function toCommitMessage({ sha, author, commit }: z.infer<typeof commitData>): CommitMessage {
  return { sha, author: author?.login ?? commit.author?.name ?? DELETED_ACCOUNT, message: commit.message };
}
