import { type CommentSource, isNewer, sourceOf } from './comment-source.ts';
import type { StoredComment } from './comment-thread.ts';
import { requestFailureOf } from './request-failure.ts';

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
  /** The reason says what would help. */
  | { readonly kind: 'skipped'; readonly reason: string };

/** The outcome when one of the comments comes from a newer run. */
export function supersededBy(
  comments: readonly StoredComment[],
  source: CommentSource,
): CommentOutcome | undefined {
  const sources = comments.map(({ body }) => sourceOf(body)).filter((stored) => stored !== undefined);
  const newer = sources.find((stored) => isNewer(stored, source));
  if (newer === undefined) return undefined;
  const reason = `run ${newer.run} (attempt ${newer.attempt}) has reported already, and is newer than this one`;
  return { kind: 'superseded', reason };
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
