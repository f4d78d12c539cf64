import { PAGE_SIZE } from './limits.ts';
import type { PullRequestOrigin } from './pull-request.ts';
import type { Repository } from './repository.ts';
import { answerFor } from './request-purpose.ts';

/** The repository that a branch is in. */
export interface HeadRepository {
  readonly id: number;
  /** Login of the user or organisation. */
  readonly owner: string;
  readonly name: string;
}

/** A pull request as it is now, where an event tells how it was. */
export interface LivePullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly locked: boolean;
  readonly draft: boolean;
  /** Login of who opened it. */
  readonly author: string;
  /** Empty when there is none. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Full hash of the last commit. */
  readonly headSha: string;
  readonly headRef: string;
  /** Undefined once the fork is deleted. */
  readonly headRepository: HeadRepository | undefined;
  readonly baseRef: string;
  readonly origin: PullRequestOrigin;
}

/** The login that GitHub shows in place of an account that is deleted. */
export const DELETED_ACCOUNT = 'ghost';

/**
 * Reads one pull request. Throws a `UserError` when GitHub does not show it.
 * https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
 */
export async function getPullRequest(repository: Repository, number: number): Promise<LivePullRequest> {
  const { client, owner, repo } = repository;
  const purpose = {
    action: `read pull request ${number} of ${owner}/${repo}`,
    permission: 'pull-requests: read',
  };
  const { data } = await answerFor(client.rest.pulls.get({ owner, repo, pull_number: number }), purpose);
  return toLivePullRequest(data);
}

/** What a workflow run was about, which is what its pull request is known by. */
export interface RunHead {
  /** Undefined once the fork is deleted. */
  readonly headRepository: Pick<HeadRepository, 'id' | 'owner'> | undefined;
  readonly headBranch: string;
  readonly headSha: string;
  /** The repository that the run was in, which is the one that would be merged into. */
  readonly repositoryId: number;
}

/**
 * Finds the open pull requests whose head is exactly the branch and the commit that a run was about, by number.
 * There are several when one branch is offered to several base branches, and none when the head has moved on, or
 * when the fork is deleted, since nothing then says whose branch it was.
 *
 * A number that a run names is no proof, and `workflow_run.pull_requests` is empty for forks, so neither is asked.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
export async function findPullRequests(
  { client, owner, repo }: Repository,
  { headRepository, headBranch, headSha, repositoryId }: RunHead,
): Promise<readonly LivePullRequest[]> {
  if (headRepository === undefined) return [];
  const list = client.paginate(client.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    head: `${headRepository.owner}:${headBranch}`,
    per_page: PAGE_SIZE,
  });
  const purpose = {
    action: `list the pull requests of ${owner}/${repo}`,
    permission: 'pull-requests: read',
  };
  const pulls: readonly PullData[] = await answerFor(list, purpose);
  return pulls
    .filter(
      ({ head, base }) => head.sha === headSha && head.ref === headBranch && base.repo.id === repositoryId,
    )
    .filter(({ head }) => head.repo?.id === headRepository.id)
    .map(toLivePullRequest)
    .toSorted((a, b) => a.number - b.number);
}

/** What a list and a single answer have in common; Octokit's types leave out that a fork may be deleted. */
interface PullData {
  readonly number: number;
  readonly state: string;
  readonly merged_at: string | null;
  readonly locked: boolean;
  readonly draft?: boolean | undefined;
  readonly user: { readonly login: string } | null;
  readonly body: string | null;
  readonly labels: readonly { readonly name: string }[];
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: RepositoryData | null };
  readonly base: { readonly ref: string; readonly repo: { readonly id: number } };
}

interface RepositoryData {
  readonly id: number;
  readonly name: string;
  readonly owner: { readonly login: string };
}

function toLivePullRequest(data: PullData): LivePullRequest {
  const { head, base } = data;
  return {
    number: data.number,
    state: stateOf(data),
    locked: data.locked,
    draft: data.draft ?? false,
    author: data.user?.login ?? DELETED_ACCOUNT,
    body: data.body ?? '',
    labels: data.labels.map(({ name }) => name),
    headSha: head.sha,
    headRef: head.ref,
    headRepository: head.repo === null ? undefined : toHeadRepository(head.repo),
    baseRef: base.ref,
    origin: head.repo?.id === base.repo.id ? 'same-repository' : 'fork',
  };
}

function stateOf({ state, merged_at: mergedAt }: PullData): LivePullRequest['state'] {
  if (mergedAt !== null) return 'merged';
  return state === 'open' ? 'open' : 'closed';
}

function toHeadRepository({ id, name, owner }: RepositoryData): HeadRepository {
  return { id, owner: owner.login, name };
}
