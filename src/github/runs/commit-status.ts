import { z } from 'zod';
import { ask, askAll } from '../api/ask.ts';
import { cutLine } from '../api/cut-text.ts';
import { STATUS_DESCRIPTION_CHARACTERS } from '../api/limits.ts';
import { type Refused, refused } from '../api/refusal.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';
import type { PullRequestOrigin } from '../pulls/pull-request.ts';

/** What is shown beside a commit. */
export interface CommitStatus {
  readonly sha: string;
  /** Names the status; the last one of a name counts. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'error' | 'pending';
  /** One line; what is longer than GitHub takes is cut. */
  readonly description: string;
  readonly targetUrl: string;
  /** Whose token it is, as in `CommentRequest`. */
  readonly origin: PullRequestOrigin;
}

/** Sets a commit's status. https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
export async function setCommitStatus(
  { client, owner, repo }: Repository,
  status: CommitStatus,
): Promise<{ readonly kind: 'set' } | Refused> {
  const { sha, context, state, targetUrl, origin } = status;
  const description = cutLine(status.description, STATUS_DESCRIPTION_CHARACTERS);
  const target = { owner, repo, sha, target_url: targetUrl };
  try {
    await ask(z.object({ context: z.literal(context), state: z.literal(state) }), (request) =>
      client.rest.repos.createCommitStatus({ ...target, context, state, description, request }),
    );
    return { kind: 'set' };
  } catch (error) {
    return refused(error, { purpose: 'status', origin });
  }
}

/**
 * Lists where the statuses of one name on a commit lead to, those that no longer count included.
 * https://docs.github.com/en/rest/commits/statuses#list-commit-statuses-for-a-reference
 */
export async function statusUrls(
  { client, owner, repo }: Repository,
  { sha, context }: Pick<CommitStatus, 'sha' | 'context'>,
): Promise<readonly string[]> {
  const list = askAll({
    shape: z.array(z.object({ context: z.string(), target_url: z.string().nullish() })),
    items: (page) => page,
    send: (page) => client.rest.repos.listCommitStatusesForRef({ owner, repo, ref: sha, ...page }),
  });
  const action = `list the statuses of ${sha} in ${owner}/${repo}`;
  const statuses = await answerFor(list, { action, permission: 'statuses: write' });
  return statuses
    .filter((status) => status.context === context)
    .flatMap(({ target_url: url }) => (url ? [url] : []));
}
