/** Answers to a comment that gives a command; the run has the base repository's token. */
import { z } from 'zod';
import { ask } from '../api/ask.ts';
import { type Refused, refused } from '../api/refusal.ts';
import type { Repository } from '../api/repository.ts';
import { writePlainComment } from './plain-comment.ts';

/**
 * Writes a new comment on a pull request with the fullest body that GitHub takes.
 * https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
 */
export async function reply(
  repository: Repository,
  pullNumber: number,
  bodies: readonly string[],
): Promise<{ readonly kind: 'created'; readonly url: string } | Refused> {
  try {
    const comment = await writePlainComment(repository, pullNumber, bodies);
    if (comment !== undefined) return { kind: 'created', url: comment.url };
    return { kind: 'refused', reason: 'the answer is too long for a comment: read it in the job summary' };
  } catch (error) {
    return refused(error, { purpose: 'comment', origin: 'same-repository' });
  }
}

/**
 * Adds a reaction to a comment; one that is there already is as good.
 * https://docs.github.com/en/rest/reactions/reactions#create-reaction-for-an-issue-comment
 */
export async function react(
  { client, owner, repo }: Repository,
  commentId: number,
  content: '+1' | '-1' | 'confused' | 'eyes',
): Promise<{ readonly kind: 'set' } | Refused> {
  try {
    await ask(z.object({ content: z.literal(content) }), (request) =>
      client.rest.reactions.createForIssueComment({ owner, repo, comment_id: commentId, content, request }),
    );
    return { kind: 'set' };
  } catch (error) {
    return refused(error, { purpose: 'reaction', origin: 'same-repository' });
  }
}
