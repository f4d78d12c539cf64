/**
 * The comments that are this program's own. A bot of the same name may repeat what somebody else wrote, marker included:
 * every workflow of a repository writes as github-actions[bot]. So a comment counts only where it carries its own
 * number, which nobody knows before GitHub has given it; it is put in as soon as the comment is there.
 */
import type { CommentDraft } from './comment-request.ts';
import { dataLine, isNumbered } from './comment-source.ts';
import { createComment, deleteComments, listMarkedComments, updateComment } from './comment-thread.ts';
import type { CommentThread, StoredComment } from './comment-thread.ts';

/** Oldest first. */
export async function listOwnComments(thread: CommentThread): Promise<readonly StoredComment[]> {
  return (await listMarkedComments(thread)).filter(({ id, body }) => isNumbered(body, id));
}

/** Writes a new comment, and its number into it; where that cannot be done the comment is taken back. */
export async function createOwnComment(
  draft: CommentDraft,
  known: readonly StoredComment[],
): Promise<StoredComment> {
  const created = await createComment(draft.thread, bodyOf(draft), known);
  try {
    return (await updateOwnComment(draft, created.id)) ?? created;
  } catch (error) {
    await deleteComments(draft.thread, [created]);
    throw error;
  }
}

/** Changes a comment's text; undefined when somebody has deleted the comment meanwhile. */
export function updateOwnComment(draft: CommentDraft, id: number): Promise<StoredComment | undefined> {
  return updateComment(draft.thread, id, bodyOf(draft, id));
}

/** The body of a comment, with its two hidden lines. */
export function bodyOf({ thread, source, text }: CommentDraft, id?: number): string {
  return `${thread.marker}\n${dataLine(source, id)}\n${text}`;
}
