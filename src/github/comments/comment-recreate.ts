import { type CommentOutcome, createdUnless, standsBack } from './comment-outcome.ts';
import { type CommentDraft, type CommentRequest, writeComment } from './comment-request.ts';
import { deleteComments } from './comment-thread.ts';
import type { StoredComment } from './comment-thread.ts';
import { createOwnComment, listOwnComments } from './own-comment.ts';

/**
 * Writes this program's comment for a workflow and key anew at the end of the conversation, then deletes the older
 * ones: whatever happens in between, one is left. Refusals are outcomes. Throws a `UserError` on a bad key.
 */
export function recreateComment(request: CommentRequest): Promise<CommentOutcome> {
  return writeComment(request, recreate);
}

async function recreate(draft: CommentDraft): Promise<CommentOutcome> {
  const before = await listOwnComments(draft.thread);
  const outcome = standsBack(before, draft.source);
  if (outcome !== undefined) return outcome;
  const created = await createOwnComment(draft, before);
  return createdUnless(created, replaceOlder(draft, created));
}

/** Lists again, since another run may have written meanwhile. */
async function replaceOlder(
  { thread, source }: CommentDraft,
  created: StoredComment,
): Promise<CommentOutcome> {
  const older = (await listOwnComments(thread)).filter(({ id }) => id < created.id);
  const outcome = standsBack(older, source);
  if (outcome === undefined) {
    return { kind: 'created', url: created.url, remarks: await deleteComments(thread, older) };
  }
  await deleteComments(thread, [created]);
  return outcome;
}
