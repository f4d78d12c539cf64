import { isMarked } from './comment-marker.ts';
import { PAGE_SIZE } from './limits.ts';
import type { Repository } from './repository.ts';

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

/** Reads all pages, without the pull requests that GitHub lists among the issues; oldest first. */
export async function listOwnIssues({
  repository,
  author,
  marker,
}: IssueList): Promise<readonly StoredIssue[]> {
  const { client, owner, repo } = repository;
  const issues = await client.paginate(client.rest.issues.listForRepo, {
    owner,
    repo,
    creator: author,
    state: 'open',
    per_page: PAGE_SIZE,
  });
  return issues
    .filter(({ pull_request: pull, user, body }) => {
      return pull === undefined && user?.login === author && isMarked(body ?? '', marker);
    })
    .map(toStoredIssue)
    .toSorted((a, b) => a.number - b.number);
}

interface IssueData {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly html_url: string;
}

export function toStoredIssue({ number, title, body, html_url: url }: IssueData): StoredIssue {
  return { number, title, body: body ?? '', url };
}
