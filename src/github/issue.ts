/**
 * Keeps one open issue for each marker: finds it, then writes it or changes it, and closes it in the end.
 * https://docs.github.com/en/rest/issues/issues
 */
import { z } from 'zod';
import { ask } from './ask.ts';
import { writeFullest } from './fullest-body.ts';
import { type IssueList, type StoredIssue, issueData, listOwnIssues, toStoredIssue } from './issue-list.ts';
import { ISSUE_BYTES } from './limits.ts';
import { writePlainComment } from './plain-comment.ts';
import { type Refused, refused } from './refusal.ts';
import type { Repository } from './repository.ts';
import { sendOnce } from './send-once.ts';
import { viewerLogin } from './viewer.ts';

export interface IssueRequest {
  /** The body's first line, an HTML comment; only an issue that begins with it is ours. */
  readonly marker: string;
  readonly title: string;
  /** The same text from the fullest to the shortest, in markdown, without the marker. */
  readonly bodies: readonly string[];
  /** For a new issue; those of an older one are left as people have set them. */
  readonly labels?: readonly string[];
}

export interface IssueClosing {
  readonly marker: string;
  /** Says why, in markdown. */
  readonly comment: string;
}

export type IssueOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | Refused;

const REFUSED = { purpose: 'issue', origin: 'same-repository' } as const;

/** Creates this program's open issue under a marker, or brings it up to date. */
export async function upsertIssue(repository: Repository, request: IssueRequest): Promise<IssueOutcome> {
  const { marker } = request;
  try {
    const list = { repository, marker, author: await viewerLogin(repository.client) };
    const written = await writeFullest({
      bodies: request.bodies.map((body) => `${marker}\n${body}`),
      most: ISSUE_BYTES,
      write: (body) => write(list, request, body),
    });
    return (
      written ?? { kind: 'refused', reason: 'the text is too long for an issue: read it in the job summary' }
    );
  } catch (error) {
    return refused(error, REFUSED);
  }
}

async function write(
  list: IssueList,
  request: IssueRequest,
  body: string,
): Promise<IssueOutcome | undefined> {
  const [oldest] = await listOwnIssues(list);
  if (oldest !== undefined) return bringUpToDate(list, oldest, { title: request.title, body });
  const created = await createIssue(list, request, body);
  // Two runs can both find none: the younger issue gives way.
  const [first = created] = await listOwnIssues(list);
  if (first.number >= created.number) return { kind: 'created', url: created.url };
  const outcome = await bringUpToDate(list, first, { title: request.title, body });
  await closeOne(list.repository, created, 'not_planned');
  return outcome;
}

interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** Undefined when GitHub answers 200 but keeps the old text, as it does with one that is too long. */
async function bringUpToDate(
  { repository }: IssueList,
  issue: StoredIssue,
  text: IssueText,
): Promise<IssueOutcome | undefined> {
  if (saysTheSame(issue, text)) return { kind: 'unchanged', url: issue.url };
  const { client, owner, repo } = repository;
  const stored = await ask(issueData, (request) =>
    client.rest.issues.update({ owner, repo, issue_number: issue.number, ...text, request }),
  );
  return saysTheSame(toStoredIssue(stored), text) ? { kind: 'updated', url: issue.url } : undefined;
}

function saysTheSame(issue: StoredIssue, { title, body }: IssueText): boolean {
  return issue.title === title && canonical(issue.body) === canonical(body);
}

/** An edit in the browser leaves carriage returns behind. */
function canonical(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}

/** Writes a new issue, once even when the answer is lost. */
function createIssue(list: IssueList, request: IssueRequest, body: string): Promise<StoredIssue> {
  const { client, owner, repo } = list.repository;
  const { title, labels = [] } = request;
  const issue = { owner, repo, title, body, labels: [...labels] };
  return sendOnce({
    send: async () => {
      const created = await ask(issueData, (checked) =>
        client.rest.issues.create({ ...issue, request: { ...checked, retries: 0 } }),
      );
      return toStoredIssue(created);
    },
    find: async () => (await listOwnIssues(list)).find((found) => saysTheSame(found, { title, body })),
  });
}

/** Comments on this program's open issue under a marker and closes it; `none` when there is none. */
export async function closeIssue(
  repository: Repository,
  { marker, comment }: IssueClosing,
): Promise<{ readonly kind: 'closed'; readonly url: string } | { readonly kind: 'none' } | Refused> {
  try {
    const author = await viewerLogin(repository.client);
    const own = await listOwnIssues({ repository, marker, author });
    for (const issue of own) {
      await writePlainComment(repository, issue.number, [comment]);
      await closeOne(repository, issue, 'completed');
    }
    const [oldest] = own;
    return oldest === undefined ? { kind: 'none' } : { kind: 'closed', url: oldest.url };
  } catch (error) {
    return refused(error, REFUSED);
  }
}

async function closeOne(
  { client, owner, repo }: Repository,
  issue: StoredIssue,
  reason: 'completed' | 'not_planned',
): Promise<void> {
  const target = { owner, repo, issue_number: issue.number };
  await ask(z.object({ state: z.literal('closed') }), (request) =>
    client.rest.issues.update({ ...target, state: 'closed', state_reason: reason, request }),
  );
}
