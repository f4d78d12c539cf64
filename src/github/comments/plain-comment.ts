import { randomUUID } from 'node:crypto';
import { writeFullest } from '../api/fullest-body.ts';
import { COMMENT_BYTES } from '../api/limits.ts';
import type { Repository } from '../api/repository.ts';
import { viewerLogin } from '../api/viewer.ts';
import { createComment } from './comment-thread.ts';
import type { StoredComment } from './comment-thread.ts';

/**
 * Writes a new comment on a pull request or issue with the fullest body that GitHub takes; undefined when it takes
 * none. A hidden first line, which no other comment has, tells after a lost answer whether it arrived.
 */
export async function writePlainComment(
  repository: Repository,
  number: number,
  bodies: readonly string[],
): Promise<StoredComment | undefined> {
  const marker = `<!-- kernel-size-budget:once ${randomUUID()} -->`;
  const thread = { repository, number, author: await viewerLogin(repository.client), marker };
  return writeFullest({
    bodies: bodies.map((body) => `${marker}\n${body}`),
    most: COMMENT_BYTES,
    write: (body) => createComment(thread, body),
  });
}
