import type { Repository } from './repository.ts';
import { answerUnless } from './request-purpose.ts';

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
  const request = client.rest.git.getCommit({ owner, repo, commit_sha: sha });
  const answer = await answerUnless(request, [404, 422], purpose);
  return answer?.data.parents.map((parent) => parent.sha);
}
