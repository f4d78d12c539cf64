import { z } from 'zod';
import { ask } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { answerUnless } from '../api/request-purpose.ts';
import { commitHash } from './commit-hash.ts';

/**
 * Asks GitHub for the hashes of a commit's parents, the first parent first; undefined when GitHub does not know the
 * commit, or `sha` is no hash. Throws a `UserError` when GitHub does not answer.
 * https://docs.github.com/en/rest/git/commits#get-a-commit-object
 */
export async function commitParents(
  { client, owner, repo }: Repository,
  sha: string,
): Promise<readonly string[] | undefined> {
  const purpose = { action: `read commit ${sha} of ${owner}/${repo}`, permission: 'contents: read' };
  const answer = ask(commitData, (request) =>
    client.rest.git.getCommit({ owner, repo, commit_sha: sha, request }),
  );
  const commit = await answerUnless(answer, [404, 422], purpose);
  return commit?.parents.map((parent) => parent.sha);
}

const commitData = z.object({ parents: z.array(z.object({ sha: commitHash })) });
