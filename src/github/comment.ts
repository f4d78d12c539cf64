/**
 * Keeps one comment on a pull request up to date: finds it, then writes it or changes it.
 *
 * The search and the writing are two requests, so two runs can both find nothing. That is settled afterwards:
 * whoever sees an older comment than the one it wrote puts its text there and deletes its own.
 */
import type { Client } from './client.ts';
import { commentMarker } from './comment-marker.ts';
import { explainRefusal } from './comment-refusal.ts';
import { createComment, deleteComment, listOwnComments, updateComment } from './comment-thread.ts';
import type { CommentThread, StoredComment } from './comment-thread.ts';
import { COMMENT_BYTES } from './limits.ts';
import type { PullRequestOrigin } from './pull-request.ts';
import { requestFailureOf } from './request-failure.ts';
import { viewerLogin } from './viewer.ts';

export interface CommentRequest {
  readonly client: Client;
  readonly owner: string;
  readonly repo: string;
  readonly pullNumber: number;
  readonly origin: PullRequestOrigin;
  /** Tells several comments on one pull request apart. */
  readonly key: string;
  /** The same report from the fullest to the shortest, in markdown of up to `COMMENT_BODY_BYTES`, without the marker. */
  readonly bodies: readonly string[];
}

/** What became of the comment. `reason` is one line that says what would help. */
export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | { readonly kind: 'skipped'; readonly reason: string };

/**
 * Creates or updates this program's comment for `key`, with the fullest body that GitHub takes.
 *
 * A refusal is an outcome, since the verdict stands without the comment. Throws a `UserError` on a bad key.
 * https://docs.github.com/en/rest/issues/comments
 */
export async function upsertComment(request: CommentRequest): Promise<CommentOutcome> {
  const { client, owner, repo, pullNumber } = request;
  const marker = commentMarker(request.key);
  const bodies = request.bodies.map((body) => `${marker}\n${body}`).filter(fits);
  try {
    const author = await viewerLogin(client);
    return await writeFullest({ client, owner, repo, pullNumber, author, marker }, bodies);
  } catch (error) {
    const failure = requestFailureOf(error);
    if (failure === undefined) throw error;
    return { kind: 'skipped', reason: explainRefusal(failure, request.origin) };
  }
}

function fits(body: string): boolean {
  return new TextEncoder().encode(body).length <= COMMENT_BYTES;
}

async function writeFullest(thread: CommentThread, bodies: readonly string[]): Promise<CommentOutcome> {
  for (const body of bodies) {
    try {
      return await write(thread, body);
    } catch (error) {
      if (!isTooLong(error)) throw error;
    }
  }
  return { kind: 'skipped', reason: 'the report is too long for a comment: read it in the job summary' };
}

/** GitHub's limit is not the documented one everywhere, so its answer decides. */
function isTooLong(error: unknown): boolean {
  const failure = requestFailureOf(error);
  return failure?.status === 422 && /too long/i.test(failure.message);
}

async function write(thread: CommentThread, body: string): Promise<CommentOutcome> {
  const [oldest] = await listOwnComments(thread);
  if (oldest !== undefined) {
    const outcome = await bringUpToDate(thread, oldest, body);
    if (outcome !== undefined) return outcome;
  }
  return settle(thread, await createComment(thread, body), body);
}

/** Undefined when the comment is gone. */
async function bringUpToDate(
  thread: CommentThread,
  comment: StoredComment,
  body: string,
): Promise<CommentOutcome | undefined> {
  if (canonical(comment.body) === canonical(body)) return { kind: 'unchanged', url: comment.url };
  const updated = await updateComment(thread, comment.id, body);
  return updated && { kind: 'updated', url: updated.url };
}

/** An edit in the browser leaves carriage returns behind. */
function canonical(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}

/** A list may lag behind what was just created, so a list without it does not mean that it is gone. */
async function settle(thread: CommentThread, created: StoredComment, body: string): Promise<CommentOutcome> {
  const [oldest] = await listOwnComments(thread);
  if (oldest !== undefined && oldest.id < created.id) {
    const outcome = await bringUpToDate(thread, oldest, body);
    if (outcome !== undefined) {
      await deleteComment(thread, created.id);
      return outcome;
    }
  }
  // After a lost answer, what is taken for the created comment may be another run's.
  if (canonical(created.body) !== canonical(body)) await updateComment(thread, created.id, body);
  return { kind: 'created', url: created.url };
}
