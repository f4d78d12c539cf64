/**
 * The texts of a pull request in which growth may be accepted, as GitHub has them now: a label with the body, and
 * comments; commit-messages.ts has the third. What counts as an acceptance, and whose, is decided elsewhere.
 *
 * All functions throw a `UserError` when GitHub does not answer.
 */
import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { askAll, askGraphql } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';
import type { Purpose } from '../api/request-purpose.ts';
import { DELETED_ACCOUNT } from './live-pull-request.ts';
import { pullEvents } from './pull-events.ts';

const userData = z.object({ login: z.string() });

/** Who put a label on, and when: ISO 8601, in UTC. */
export interface Labelling {
  readonly actor: string;
  readonly at: string;
}

/**
 * Finds who put a label on a pull request last; undefined when it was never put on, or taken off since. Case does
 * not tell labels apart. A label that was renamed counts under its former name, so look at `labels` as well.
 */
export async function labelled(
  repository: Repository,
  { number, label }: { readonly number: number; readonly label: string },
): Promise<Labelling | undefined> {
  const events = await pullEvents(repository, number);
  const last = events
    .filter(({ event }) => event === 'labeled' || event === 'unlabeled')
    .filter((event) => event.label?.name?.toLowerCase() === label.toLowerCase())
    .toSorted((a, b) => a.id - b.id)
    .at(-1);
  if (last?.event !== 'labeled') return undefined;
  return { actor: last.actor?.login ?? DELETED_ACCOUNT, at: last.created_at };
}

const editAnswer = z.object({
  repository: z.object({ pullRequest: z.object({ lastEditedAt: z.iso.datetime().nullable() }) }),
});

/**
 * Asks when the body of a pull request was last edited: ISO 8601, in UTC; undefined when it is as it was opened.
 * Only GraphQL tells: `updated_at` of REST moves with every comment.
 * https://docs.github.com/en/graphql/reference/objects#pullrequest
 */
export async function bodyEditedAt(repository: Repository, number: number): Promise<string | undefined> {
  const { client, owner, repo } = repository;
  const purpose = readingOf(`ask when the body of ${describe(repository, number)} was edited`);
  try {
    const question = { query: EDIT_QUERY, variables: { owner, repo, number }, shape: editAnswer };
    const answer = await answerFor(askGraphql(client, question), purpose);
    return answer.repository.pullRequest.lastEditedAt ?? undefined;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'GraphqlResponseError')) throw error;
    const said = error.message.replaceAll(/\s+/g, ' ');
    throw new UserError(
      `cannot ${purpose.action} (${said}); expected a pull request that the token may see: add ` +
        `\`${purpose.permission}\` to the job's \`permissions:\``,
      { cause: error },
    );
  }
}

const EDIT_QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { lastEditedAt } }
}`;

/** A comment in the conversation of a pull request. */
export interface ConversationComment {
  readonly id: number;
  /** Login. */
  readonly author: string;
  readonly body: string;
  /** ISO 8601, in UTC. */
  readonly createdAt: string;
  readonly url: string;
}

/**
 * Reads all comments of a pull request, oldest first, but those on lines of its files.
 * https://docs.github.com/en/rest/issues/comments#list-issue-comments
 */
export async function listConversation(
  repository: Repository,
  number: number,
): Promise<readonly ConversationComment[]> {
  const { client, owner, repo } = repository;
  const list = askAll({
    shape: z.array(conversationComment),
    items: (page) => page,
    send: (page) => client.rest.issues.listComments({ owner, repo, issue_number: number, ...page }),
  });
  const comments = await answerFor(list, readingOf(`list the comments of ${describe(repository, number)}`));
  return comments
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, user, body, created_at: createdAt, html_url: url }) => {
      return { id, author: user?.login ?? DELETED_ACCOUNT, body: body ?? '', createdAt, url };
    });
}

const conversationComment = z.object({
  id: z.number(),
  user: userData.nullable(),
  body: z.string().nullish(),
  created_at: z.iso.datetime(),
  html_url: z.string(),
});

function describe({ owner, repo }: Repository, number: number): string {
  return `pull request ${number} of ${owner}/${repo}`;
}

function readingOf(action: string): Purpose {
  return { action, permission: 'pull-requests: read' };
}
