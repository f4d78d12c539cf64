import { UserError } from '../user-error.ts';

/**
 * Returns the first line of a comment that this program keeps up to date. Different keys make different
 * comments on one pull request. Throws a `UserError` on a key that could end the HTML comment early.
 */
export function commentMarker(key: string): string {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(key)) {
    throw new UserError(
      `the comment key is ${JSON.stringify(key)}; expected 1 to 64 letters, digits, dots, underscores and ` +
        'single hyphens: change the input `comment-key`',
    );
  }
  return `<!-- kernel-size-budget:v1 key=${key} -->`;
}

/** Whether a comment's body begins with a marker; quoted further down, as in a reply, it does not count. */
export function isMarked(body: string, marker: string): boolean {
  return body.startsWith(marker);
}
