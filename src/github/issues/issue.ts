/**
 * Keeps one open issue for each marker: finds it, then writes it or changes it, and closes it in the end.
 * https://docs.github.com/en/rest/issues/issues
 */
import { z } from 'zod';
import { ask } from '../api/ask.ts';
import { writeFullest } from '../api/fullest-body.ts';
import { ISSUE_BYTES } from '../api/limits.ts';
import { type Refused, refused } from '../api/refusal.ts';
import type { Repository } from '../api/repository.ts';
import { sendOnce } from '../api/send-once.ts';
import { viewerLogin } from '../api/viewer.ts';
import { writePlainComment } from '../comments/plain-comment.ts';
import {
  type IssueList,
  type StoredIssue,
  issueData,
  listMarkedIssues,
  listOwnIssues,
  numberedBody,
  toStoredIssue,
} from './issue-list.ts';

/** Which issue is meant. */
interface IssueName {
  /** The body's first line, an HTML comment; only an issue that begins with it is ours. */
  readonly marker: string;
  /** Whether an issue of ours is about something else, and so is not to be touched. */
  readonly isOther: (body: string) => boolean;
}

export interface IssueRequest extends IssueName {
  readonly title: string;
  /** The same text from the fullest to the shortest, in markdown, without the marker. */
  readonly bodies: readonly string[];
  /** For a new issue; those of an older one are left as people have set them. */
  readonly labels?: readonly string[];
}

export interface IssueClosing extends IssueName {
  /** Says why, in markdown. */
  readonly comment: string;
}

/** There is an issue under the marker that is about something else. */
interface Taken {
  readonly kind: 'taken';
  readonly url: string;
}

export type IssueOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | Taken
  | Refused;

const REFUSED = { purpose: 'issue', origin: 'same-repository' } as const;

/** Creates this program's open issue under a marker, or brings it up to date. */
export async function upsertIssue(repository: Repository, request: IssueRequest): Promise<IssueOutcome> {
  const { marker } = request;
  try {
    const list = { repository, marker, author: await viewerLogin(repository.client) };
    const written = await writeFullest({
      bodies: request.bodies,
      most: ISSUE_BYTES - Buffer.byteLength(numberedBody(marker, Number.MAX_SAFE_INTEGER, '')),
      write: (text) => write(list, request, text),
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
  text: string,
): Promise<IssueOutcome | undefined> {
  const [oldest] = await listOwnIssues(list);
  if (oldest !== undefined) return changeUnlessOther(list, oldest, { request, text });
  const created = await createNumbered(list, request, text);
  if (created === undefined) return undefined;
  // Two runs can both find none: the younger issue gives way.
  const [first = created] = await listOwnIssues(list);
  if (first.number >= created.number) return { kind: 'created', url: created.url };
  await closeOne(list.repository, created, 'not_planned');
  return changeUnlessOther(list, first, { request, text });
}

function changeUnlessOther(
  list: IssueList,
  issue: StoredIssue,
  { request, text }: { readonly request: IssueRequest; readonly text: string },
): Promise<IssueOutcome | undefined> {
  if (request.isOther(issue.body)) return Promise.resolve({ kind: 'taken', url: issue.url });
  const body = numberedBody(list.marker, issue.number, text);
  return bringUpToDate(list, issue, { title: request.title, body });
}

/** Writes a new issue, and its number into it; undefined, and closed again, where GitHub does not take that. */
async function createNumbered(
  list: IssueList,
  request: IssueRequest,
  text: string,
): Promise<StoredIssue | undefined> {
  const created = await createIssue(list, request, `${list.marker}\n${text}`);
  const { title } = created;
  let isKept = false;
  try {
    const body = numberedBody(list.marker, created.number, text);
    isKept = (await bringUpToDate(list, created, { title, body })) !== undefined;
    return isKept ? created : undefined;
  } finally {
    if (!isKept) await closeOne(list.repository, created, 'not_planned');
  }
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
    find: async () => (await listMarkedIssues(list)).find((found) => saysTheSame(found, { title, body })),
  });
}

/** Comments on this program's open issue under a marker and closes it; `none` when there is none. */
export async function closeIssue(
  repository: Repository,
  { marker, comment, isOther }: IssueClosing,
): Promise<{ readonly kind: 'closed'; readonly url: string } | { readonly kind: 'none' } | Taken | Refused> {
  try {
    const author = await viewerLogin(repository.client);
    const own = await listOwnIssues({ repository, marker, author });
    const other = own.find(({ body }) => isOther(body));
    if (other !== undefined) return { kind: 'taken', url: other.url };
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
