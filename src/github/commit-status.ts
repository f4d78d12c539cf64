import { z } from 'zod';
import { ask } from './ask.ts';
import { cutLine } from './cut-text.ts';
import { STATUS_DESCRIPTION_CHARACTERS } from './limits.ts';
import type { PullRequestOrigin } from './pull-request.ts';
import { type Refused, refused } from './refusal.ts';
import type { Repository } from './repository.ts';

/** What is shown beside a commit. */
export interface CommitStatus {
  readonly sha: string;
  /** Names the status; the last one of a name counts. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'error';
  /** One line; what is longer than GitHub takes is cut. */
  readonly description: string;
  readonly targetUrl: string;
  /** Whose token it is, as in `CommentRequest`; `same-repository` when absent. */
  readonly origin?: PullRequestOrigin;
}

/** Sets a commit's status. https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
export async function setCommitStatus(
  { client, owner, repo }: Repository,
  status: CommitStatus,
): Promise<{ readonly kind: 'set' } | Refused> {
  const { sha, context, state, targetUrl } = status;
  const description = cutLine(status.description, STATUS_DESCRIPTION_CHARACTERS);
  const target = { owner, repo, sha, target_url: targetUrl };
  try {
    await ask(z.object({ context: z.literal(context), state: z.literal(state) }), (request) =>
      client.rest.repos.createCommitStatus({ ...target, context, state, description, request }),
    );
    return { kind: 'set' };
  } catch (error) {
    return refused(error, { purpose: 'status', origin: status.origin ?? 'same-repository' });
  }
}
