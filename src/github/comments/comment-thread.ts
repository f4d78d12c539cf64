import { z } from 'zod';
import { ask, askAll, tell } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { requestFailureOf } from '../api/request-failure.ts';
import { sendOnce } from '../api/send-once.ts';
import { isMarked } from './comment-marker.ts';

/** The comments of one pull request or issue that one author wrote under one marker. */
export interface CommentThread {
  readonly repository: Repository;
  /** Of the pull request or issue. */
  readonly number: number;
  /** Login of the comments' author. */
  readonly author: string;
  readonly marker: string;
}

/** A comment as GitHub stores it. */
export interface StoredComment {
  readonly id: number;
  /** How GraphQL names it. */
  readonly nodeId: string;
  readonly body: string;
  readonly url: string;
}

/** Reads all pages; oldest first, which is what numbers in rising order mean. */
export async function listMarkedComments(thread: CommentThread): Promise<readonly StoredComment[]> {
  const { client, owner, repo } = thread.repository;
  const comments = await askAll({
    shape: z.array(listedComment),
    items: (page) => page,
    send: (page) => client.rest.issues.listComments({ owner, repo, issue_number: thread.number, ...page }),
  });
  return comments
    .filter(({ user, body }) => user?.login === thread.author && isMarked(body ?? '', thread.marker))
    .map(toStoredComment)
    .toSorted((a, b) => a.id - b.id);
}

/**
 * Writes a new comment, once even when the answer is lost. `known` are those that were there before, which may
 * say the same.
 */
export async function createComment(
  thread: CommentThread,
  body: string,
  known: readonly StoredComment[] = [],
): Promise<StoredComment> {
  const { client, owner, repo } = thread.repository;
  const knownIds = new Set(known.map(({ id }) => id));
  const target = { owner, repo, issue_number: thread.number };
  return sendOnce({
    send: async () => {
      const comment = await ask(commentData, (request) =>
        client.rest.issues.createComment({ ...target, body, request: { ...request, retries: 0 } }),
      );
      return toStoredComment(comment);
    },
    find: async () => {
      const marked = await listMarkedComments(thread);
      return marked.find((comment) => comment.body.trimEnd() === body.trimEnd() && !knownIds.has(comment.id));
    },
  });
}

/** Changes a comment's body; undefined when somebody has deleted the comment meanwhile. */
export async function updateComment(
  { repository: { client, owner, repo } }: CommentThread,
  id: number,
  body: string,
): Promise<StoredComment | undefined> {
  const comment = await unlessGone(
    ask(commentData, (request) =>
      client.rest.issues.updateComment({ owner, repo, comment_id: id, body, request }),
    ),
  );
  return comment && toStoredComment(comment);
}

/**
 * Deletes comments; one that is gone already is as good. Returns a line for each that GitHub does not delete, since
 * what was written beside it stands.
 */
export async function deleteComments(
  { repository: { client, owner, repo } }: CommentThread,
  comments: readonly StoredComment[],
): Promise<readonly string[]> {
  const remarks: string[] = [];
  for (const { id, url } of comments) {
    try {
      await unlessGone(
        tell(204, (request) => client.rest.issues.deleteComment({ owner, repo, comment_id: id, request })),
      );
    } catch (error) {
      const failure = requestFailureOf(error);
      if (failure === undefined) throw error;
      remarks.push(`the older comment ${url} stays (${failure.said})`);
    }
  }
  return remarks;
}

async function unlessGone<T>(response: Promise<T>): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    if (requestFailureOf(error)?.status === 404) return undefined;
    throw error;
  }
}

const commentData = z.object({
  id: z.int().positive(),
  node_id: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
});

const listedComment = commentData.extend({ user: z.object({ login: z.string() }).nullable() });

function toStoredComment({
  id,
  node_id: nodeId,
  body,
  html_url: url,
}: z.infer<typeof commentData>): StoredComment {
  return { id, nodeId, body: body ?? '', url };
}
