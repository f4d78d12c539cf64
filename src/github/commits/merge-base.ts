import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { ask } from '../api/ask.ts';
import type { Client } from '../api/client.ts';
import type { Repository } from '../api/repository.ts';
import { requestFailureOf } from '../api/request-failure.ts';
import { answerFor } from '../api/request-purpose.ts';
import { commitHash } from './commit-hash.ts';

/** Two commits of one repository or its forks, as hashes or branch names. */
export interface CommitRange {
  readonly client: Client;
  readonly owner: string;
  readonly repo: string;
  readonly base: string;
  readonly head: string;
}

/**
 * Asks GitHub for the hash of the commit where `head` left `base`; needs no history in the checkout.
 *
 * Throws a `UserError` when GitHub does not know one of the two, or they share no commit.
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export async function mergeBase({ client, owner, repo, base, head }: CommitRange): Promise<string> {
  try {
    const range = { owner, repo, basehead: `${base}...${head}`, per_page: 1 };
    const { merge_base_commit: found } = await ask(comparisonData, (request) =>
      client.rest.repos.compareCommitsWithBasehead({ ...range, request }),
    );
    return found.sha;
  } catch (error) {
    const failure = requestFailureOf(error);
    if (failure === undefined) throw error;
    throw new UserError(
      `GitHub cannot compare ${base} with ${head} in ${owner}/${repo} (${failure.said}); ` +
        'expected two commits that share one: name the base yourself with the input `base`',
      { cause: error },
    );
  }
}

/** Whether a branch has a commit, as its tip or below. Throws a `UserError` when GitHub does not say. */
export async function isInBranch(
  { client, owner, repo }: Repository,
  { commit, branch }: { readonly commit: string; readonly branch: string },
): Promise<boolean> {
  const range = { owner, repo, basehead: `${commit}...${branch}`, per_page: 1 };
  const comparison = ask(comparisonData, (request) =>
    client.rest.repos.compareCommitsWithBasehead({ ...range, request }),
  );
  const action = `ask whether ${branch} of ${owner}/${repo} has ${commit}`;
  const { merge_base_commit: found } = await answerFor(comparison, { action, permission: 'contents: read' });
  return found.sha === commit;
}

const comparisonData = z.object({ merge_base_commit: z.object({ sha: commitHash }) });
