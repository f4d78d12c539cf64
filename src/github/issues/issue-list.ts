import { z } from 'zod';
import { askAll } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { isMarked } from '../comments/comment-marker.ts';

/** The open issues of one repository that one author wrote under one marker. */
export interface IssueList {
  readonly repository: Repository;
  /** Login of the issues' author. */
  readonly author: string;
  /** The first line of their bodies. */
  readonly marker: string;
}

/** An issue as GitHub stores it. */
export interface StoredIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
}

/** Those that carry their own number, oldest first. */
export async function listOwnIssues(list: IssueList): Promise<readonly StoredIssue[]> {
  const marked = await listMarkedIssues(list);
  return marked.filter(({ number, body }) => body.split(/\r?\n/, 2)[1] === numberLine(number));
}

/** Reads all pages, without the pull requests that GitHub lists among the issues; oldest first. */
export async function listMarkedIssues({
  repository,
  author,
  marker,
}: IssueList): Promise<readonly StoredIssue[]> {
  const { client, owner, repo } = repository;
  const issues = await askAll({
    shape: z.array(listedIssue),
    items: (page) => page,
    send: (page) => client.rest.issues.listForRepo({ owner, repo, creator: author, state: 'open', ...page }),
  });
  return issues
    .filter(({ pull_request: pull, user, body }) => {
      return pull === undefined && user?.login === author && isMarked(body ?? '', marker);
    })
    .map(toStoredIssue)
    .toSorted((a, b) => a.number - b.number);
}

/**
 * The body of an issue: its marker, its number and its text. The number is there as soon as GitHub has given it, so that
 * whoever repeats the lines of one issue in another, as a bot of the same name may do, repeats one that is not its own.
 */
export function numberedBody(marker: string, number: number, text: string): string {
  return `${marker}\n${numberLine(number)}\n${text}`;
}

function numberLine(number: number): string {
  return `<!-- kernel-size-budget:number ${number} -->`;
}

/** What is used of an issue. */
export const issueData = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
});

const listedIssue = issueData.extend({
  user: z.object({ login: z.string() }).nullable(),
  /** There where the issue is a pull request. */
  pull_request: z.unknown().optional(),
});

export function toStoredIssue({
  number,
  title,
  body,
  html_url: url,
}: z.infer<typeof issueData>): StoredIssue {
  return { number, title, body: body ?? '', url };
}
