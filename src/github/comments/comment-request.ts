import { z } from 'zod';
import { ask } from '../api/ask.ts';
import { writeFullest } from '../api/fullest-body.ts';
import { COMMENT_BODY_BYTES } from '../api/limits.ts';
import { explainRefusal } from '../api/refusal.ts';
import type { Repository } from '../api/repository.ts';
import { requestFailureOf } from '../api/request-failure.ts';
import { viewerLogin } from '../api/viewer.ts';
import { commitHash } from '../commits/commit-hash.ts';
import type { PullRequestOrigin } from '../pulls/pull-request.ts';
import { type CommentName, commentMarker } from './comment-marker.ts';
import type { CommentOutcome } from './comment-outcome.ts';
import type { CommentSource } from './comment-source.ts';
import type { CommentThread } from './comment-thread.ts';

/** A report, and the pull request that it goes to. */
export interface CommentRequest extends CommentName {
  readonly repository: Repository;
  readonly pullNumber: number;
  /**
   * Whose token it is: `fork` for that of a fork's own run, which may only read. A run on `workflow_run` or
   * `issue_comment` has the base repository's, whatever the pull request comes from.
   */
  readonly origin: PullRequestOrigin;
  readonly source: CommentSource;
  /** Name of the base branch that the report is for. */
  readonly baseRef: string;
  /** The same report from the fullest to the shortest, in markdown of up to `COMMENT_BODY_BYTES`. */
  readonly bodies: readonly string[];
}

/** One body of a request, ready to be written. */
export interface CommentDraft {
  readonly thread: CommentThread;
  readonly source: CommentSource;
  /** Without the hidden lines. */
  readonly text: string;
}

/**
 * Calls `write` with the fullest body that GitHub takes, if the pull request still waits for this report.
 *
 * A refusal is an outcome, since the verdict stands without the comment. Throws a `UserError` on a bad key.
 */
export async function writeComment(
  request: CommentRequest,
  write: (draft: CommentDraft) => Promise<CommentOutcome>,
): Promise<CommentOutcome> {
  const { repository, pullNumber: number, source } = request;
  const marker = commentMarker(request);
  try {
    const notNow = await whyNotNow(request);
    if (notNow !== undefined) return notNow;
    const thread = { repository, number, author: await viewerLogin(repository.client), marker };
    const written = await writeFullest({
      bodies: request.bodies,
      most: COMMENT_BODY_BYTES,
      write: (text) => write({ thread, source, text }),
    });
    const reason = 'the report is too long for a comment: read it in the job summary';
    return written ?? { kind: 'skipped', reason };
  } catch (error) {
    const failure = requestFailureOf(error);
    if (failure === undefined) throw error;
    const reason = explainRefusal(failure, { origin: request.origin, purpose: 'comment' });
    return { kind: 'skipped', reason };
  }
}

/** The event is as old as the build, so the pull request is read again. */
async function whyNotNow(request: CommentRequest): Promise<CommentOutcome | undefined> {
  const { repository, pullNumber, source, baseRef } = request;
  const { client, owner, repo } = repository;
  const pull = await ask(pullData, (checked) =>
    client.rest.pulls.get({ owner, repo, pull_number: pullNumber, request: checked }),
  );
  if (pull.state === 'closed') {
    const how = pull.merged ? 'merged' : 'closed';
    const reason = `pull request ${pullNumber} is ${how} already: read the report in the job summary`;
    return { kind: 'skipped', reason };
  }
  const moved = whatMoved(pull, { head: source.head, baseRef });
  if (moved === undefined) return undefined;
  const reason = `pull request ${pullNumber} has moved ${moved}, whose own run will report`;
  return { kind: 'superseded', reason };
}

function whatMoved(
  { head, base }: z.infer<typeof pullData>,
  reported: { readonly head: string; readonly baseRef: string },
): string | undefined {
  if (head.sha !== reported.head) return `from ${short(reported.head)} to ${short(head.sha)}`;
  return base.ref === reported.baseRef ? undefined : `from the base ${reported.baseRef} to ${base.ref}`;
}

const pullData = z.object({
  state: z.enum(['open', 'closed']),
  merged: z.boolean(),
  head: z.object({ sha: commitHash }),
  base: z.object({ ref: z.string() }),
});

function short(hash: string): string {
  return hash.slice(0, 12);
}
