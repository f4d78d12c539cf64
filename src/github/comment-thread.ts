import type { Client } from './client.ts';
import { isMarked } from './comment-marker.ts';
import { PAGE_SIZE, TRIES } from './limits.ts';
import { requestFailureOf } from './request-failure.ts';

/** The comments of one pull request that one author wrote under one marker. */
export interface CommentThread {
  readonly client: Client;
  readonly owner: string;
  readonly repo: string;
  readonly pullNumber: number;
  /** Login of the comments' author. */
  readonly author: string;
  readonly marker: string;
}

/** A comment as GitHub stores it. */
export interface StoredComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

/** Reads all pages; oldest first, which is what numbers in rising order mean. */
export async function listOwnComments(thread: CommentThread): Promise<readonly StoredComment[]> {
  const { client, owner, repo, pullNumber, author, marker } = thread;
  const comments = await client.paginate(client.rest.issues.listComments, {
    owner,
    repo,
    issue_number: pullNumber,
    per_page: PAGE_SIZE,
  });
  return comments
    .filter(({ user, body }) => user?.login === author && isMarked(body ?? '', marker))
    .map(toStoredComment)
    .toSorted((a, b) => a.id - b.id);
}

/**
 * Writes a new comment. When the answer is lost the comment may exist all the same, so this looks before it
 * tries again; the comment that it returns then is the oldest of the thread, whoever wrote it.
 */
export async function createComment(thread: CommentThread, body: string): Promise<StoredComment> {
  const { client, owner, repo, pullNumber } = thread;
  for (let attempt = 1; ; attempt++) {
    try {
      const target = { owner, repo, issue_number: pullNumber, body };
      const { data } = await client.rest.issues.createComment({ ...target, request: { retries: 0 } });
      return toStoredComment(data);
    } catch (error) {
      const isAnswerLost = (requestFailureOf(error)?.status ?? 0) >= 500;
      if (!isAnswerLost) throw error;
      const [arrived] = await listOwnComments(thread);
      if (arrived !== undefined) return arrived;
      if (attempt === TRIES) throw error;
    }
  }
}

/** Changes a comment's body; undefined when somebody has deleted the comment meanwhile. */
export async function updateComment(
  { client, owner, repo }: CommentThread,
  id: number,
  body: string,
): Promise<StoredComment | undefined> {
  const update = client.rest.issues.updateComment({ owner, repo, comment_id: id, body });
  const response = await unlessGone(update);
  return response === undefined ? undefined : toStoredComment(response.data);
}

/** Deletes a comment; one that is gone already is as good. */
export async function deleteComment({ client, owner, repo }: CommentThread, id: number): Promise<void> {
  await unlessGone(client.rest.issues.deleteComment({ owner, repo, comment_id: id }));
}

async function unlessGone<T>(response: Promise<T>): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    if (requestFailureOf(error)?.status === 404) return undefined;
    throw error;
  }
}

interface CommentData {
  readonly id: number;
  readonly body?: string | undefined;
  readonly html_url: string;
}

function toStoredComment({ id, body, html_url: url }: CommentData): StoredComment {
  return { id, body: body ?? '', url };
}
