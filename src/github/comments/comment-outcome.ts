import { requestFailureOf } from '../api/request-failure.ts';
import { type CommentSource, isNewer, isOtherUse, sourceOf } from './comment-source.ts';
import type { StoredComment } from './comment-thread.ts';

/** What became of a comment. `reason` and `remarks` are one line each. */
export type CommentOutcome =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly url: string;
      /** What did not go as usual beside it. */
      readonly remarks: readonly string[];
    }
  /** None was wanted. */
  | { readonly kind: 'quiet' }
  /** A newer run has written or will write, so nothing is missing. */
  | { readonly kind: 'superseded'; readonly reason: string }
  /** Another job of the same run has written, so that something is missing. */
  | { readonly kind: 'taken'; readonly reason: string }
  /** The reason says what would help. */
  | { readonly kind: 'skipped'; readonly reason: string };

/** The outcome when one of the comments is from a newer run, or from another job of this one. */
export function standsBack(
  comments: readonly StoredComment[],
  source: CommentSource,
): CommentOutcome | undefined {
  const found = comments.flatMap(({ body, url }) => {
    const stored = sourceOf(body);
    return stored === undefined ? [] : [{ stored, url }];
  });
  const newer = found.find(({ stored }) => isNewer(stored, source))?.stored;
  if (newer !== undefined) {
    const reason = `run ${newer.run} (attempt ${newer.attempt}) has reported already, and is newer than this one`;
    return { kind: 'superseded', reason };
  }
  const other = found.find(({ stored }) => isOtherUse(stored, source));
  if (other === undefined) return undefined;
  return { kind: 'taken', reason: `another job of this run has written ${other.url}` };
}

/** The outcome of tidying up after a comment was created, which stands even if GitHub refuses the rest. */
export async function createdUnless(
  created: StoredComment,
  tidied: Promise<CommentOutcome | undefined>,
): Promise<CommentOutcome> {
  const outcome = { kind: 'created', url: created.url, remarks: [] } as const;
  try {
    return (await tidied) ?? outcome;
  } catch (error) {
    const failure = requestFailureOf(error);
    if (failure === undefined) throw error;
    const remark = `another comment may stand beside it until the next run (${failure.said})`;
    return { ...outcome, remarks: [remark] };
  }
}
