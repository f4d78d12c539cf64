/**
 * Keeps one comment on a pull request up to date: finds it, then writes it or changes it.
 *
 * The search and the writing are two requests, so two runs can both find nothing. That is settled afterwards:
 * whoever sees an older comment than the one it wrote puts its text there and deletes its own. Nobody deletes the
 * oldest, so that one is always left. https://docs.github.com/en/rest/issues/comments
 */
import { type CommentOutcome, createdUnless, standsBack } from './comment-outcome.ts';
import { type CommentDraft, type CommentRequest, writeComment } from './comment-request.ts';
import { isNewer, sourceOf, textOf } from './comment-source.ts';
import { deleteComments } from './comment-thread.ts';
import type { StoredComment } from './comment-thread.ts';
import { showAgain } from './comment-visibility.ts';
import { bodyOf, createOwnComment, listOwnComments, updateOwnComment } from './own-comment.ts';

export interface UpsertRequest extends CommentRequest {
  /** `on-change` writes the first comment once there is news, and keeps it up to date from then on. */
  readonly when: 'always' | 'on-change' | 'never';
  /** Whether the report says more than that nothing changed. */
  readonly news: 'news' | 'no-news';
  /** `must-show` makes a comment that somebody has minimised visible again. */
  readonly visibility: 'as-is' | 'must-show';
}

/** A draft, and what to do where a comment is there already or none is. */
interface UpsertDraft extends CommentDraft {
  readonly whenAbsent: 'create' | 'stay-quiet';
  readonly visibility: UpsertRequest['visibility'];
}

/**
 * Creates or updates this program's comment for a workflow and key, with the fullest body that GitHub takes.
 * Refusals are outcomes. Throws a `UserError` on a bad key.
 */
export async function upsertComment(request: UpsertRequest): Promise<CommentOutcome> {
  if (request.when === 'never') return { kind: 'quiet' };
  const { visibility, when, news } = request;
  const whenAbsent = when === 'on-change' && news === 'no-news' ? 'stay-quiet' : 'create';
  return writeComment(request, (draft) => write({ ...draft, visibility, whenAbsent }));
}

async function write(draft: UpsertDraft): Promise<CommentOutcome> {
  const own = await listOwnComments(draft.thread);
  const outcome = standsBack(own, draft.source) ?? (await bringUpToDate(draft, own));
  if (outcome !== undefined) return outcome;
  if (draft.whenAbsent === 'stay-quiet') return { kind: 'quiet' };
  const created = await createOwnComment(draft, own);
  return createdUnless(created, joinOthers(draft, created));
}

/** Puts the text into the oldest comment that is still there and deletes the others; undefined when none is. */
async function bringUpToDate(
  draft: UpsertDraft,
  comments: readonly StoredComment[],
  created: readonly StoredComment[] = [],
): Promise<CommentOutcome | undefined> {
  for (const [index, comment] of comments.entries()) {
    const kind = await changeText(draft, comment);
    if (kind === 'gone') continue;
    const { repository } = draft.thread;
    const shown = draft.visibility === 'must-show' ? await showAgain(repository.client, comment.nodeId) : [];
    const others = [...comments.slice(index + 1), ...created];
    return { kind, url: comment.url, remarks: [...shown, ...(await deleteComments(draft.thread, others))] };
  }
  return undefined;
}

async function changeText(
  draft: UpsertDraft,
  comment: StoredComment,
): Promise<'unchanged' | 'updated' | 'gone'> {
  const isSameHead = sourceOf(comment.body)?.head === draft.source.head;
  if (isSameHead && textOf(comment.body) === textOf(bodyOf(draft))) return 'unchanged';
  return (await updateOwnComment(draft, comment.id)) === undefined ? 'gone' : 'updated';
}

/** Makes one comment of what was created and what other runs created meanwhile; undefined when that is all. */
async function joinOthers(draft: UpsertDraft, created: StoredComment): Promise<CommentOutcome | undefined> {
  const others = (await listOwnComments(draft.thread)).filter(({ id }) => id !== created.id);
  const older = others.filter(({ id }) => id < created.id);
  if (older.length === 0) return takeYounger(draft, created, others);
  const outcome = standsBack(older, draft.source);
  if (outcome === undefined) return bringUpToDate(draft, older, [created]);
  await deleteComments(draft.thread, [created]);
  return outcome;
}

/**
 * A run that got its number in first may not have seen this comment, which is older all the same. The oldest one is
 * kept, so it takes the text of a younger one that is newer.
 */
async function takeYounger(
  draft: UpsertDraft,
  created: StoredComment,
  younger: readonly StoredComment[],
): Promise<CommentOutcome | undefined> {
  const outcome = standsBack(younger, draft.source);
  if (outcome?.kind === 'taken' || younger.length === 0) return outcome;
  const newer = younger.find(({ body }) => isNewer(sourceOf(body) ?? draft.source, draft.source));
  if (newer !== undefined) {
    const text = newer.body.split(/\r?\n/).slice(2).join('\n');
    await updateOwnComment({ ...draft, source: sourceOf(newer.body)!, text }, created.id);
  }
  const remarks = await deleteComments(draft.thread, younger);
  return outcome ?? { kind: 'created', url: created.url, remarks };
}
