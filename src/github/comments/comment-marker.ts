import { createHash } from 'node:crypto';
import { UserError } from '../../user-error.ts';

/** What tells the comments on one pull request apart. */
export interface CommentName {
  /** The input `comment-key`. */
  readonly key: string;
  /** The workflow's file: `.github/workflows/size.yml`. */
  readonly workflow: string;
}

/**
 * Returns the first line of a comment that this program keeps up to date: one for each workflow and key, so that
 * two workflows with the same key do not take each other's. Throws a `UserError` on a key that is no plain word.
 */
export function commentMarker({ key, workflow }: CommentName): string {
  const hash = createHash('sha256').update(workflow).digest('hex').slice(0, 8);
  return `<!-- kernel-size-budget:v1 key=${requireCommentKey(key)} workflow=${hash} -->`;
}

/** Returns the key; throws a `UserError` on one that could end the HTML comment early. */
export function requireCommentKey(key: string): string {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(key)) return key;
  throw new UserError(
    `the comment key is ${JSON.stringify(key)}; expected 1 to 64 letters, digits, dots, underscores and ` +
      'hyphens: change the input `comment-key`',
  );
}

/** Whether a marker is a body's first line; quoted further down, as in a reply, it does not count. */
export function isMarked(body: string, marker: string): boolean {
  return body.startsWith(marker) && /^\r?(\n|$)/.test(body.slice(marker.length));
}
