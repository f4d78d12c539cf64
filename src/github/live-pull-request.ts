import { z } from 'zod';
import { ask, askAll } from './ask.ts';
import { commitHash } from './commit-hash.ts';
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
  /** Empty when there is none. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Full hash of the last commit. */
  readonly headSha: string;
  readonly headBranch: string;
  /** Undefined once the fork is deleted. */
  readonly headRepository: HeadRepository | undefined;
  readonly baseRef: string;
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
  const pull = ask(pullData, (request) =>
    client.rest.pulls.get({ owner, repo, pull_number: number, request }),
  );
  return toLivePullRequest(await answerFor(pull, purpose));
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
  const head = `${headRepository.owner}:${headBranch}`;
  const list = askAll({
    shape: z.array(pullData),
    items: (page) => page,
    send: (page) => client.rest.pulls.list({ owner, repo, state: 'open', head, ...page }),
  });
  const purpose = {
    action: `list the pull requests of ${owner}/${repo}`,
    permission: 'pull-requests: read',
  };
  const pulls = await answerFor(list, purpose);
  return pulls
    .filter((pull) => pull.head.sha === headSha && pull.head.ref === headBranch)
    .filter((pull) => pull.base.repo.id === repositoryId && pull.head.repo?.id === headRepository.id)
    .map(toLivePullRequest)
    .toSorted((a, b) => a.number - b.number);
}

const repositoryData = z.object({
  id: z.int().positive(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
});

/** What a list and a single answer have in common; Octokit's types leave out that a fork may be deleted. */
const pullData = z.object({
  number: z.int().positive(),
  body: z.string().nullish(),
  labels: z.array(z.object({ name: z.string() })),
  head: z.object({ sha: commitHash, ref: z.string(), repo: repositoryData.nullable() }),
  base: z.object({ ref: z.string(), repo: z.object({ id: z.int().positive() }) }),
});

type PullData = z.infer<typeof pullData>;

function toLivePullRequest(data: PullData): LivePullRequest {
  const { head, base } = data;
  return {
    number: data.number,
    body: data.body ?? '',
    labels: data.labels.map(({ name }) => name),
    headSha: head.sha,
    headBranch: head.ref,
    headRepository: head.repo === null ? undefined : toHeadRepository(head.repo),
    baseRef: base.ref,
  };
}

function toHeadRepository({ id, name, owner }: z.infer<typeof repositoryData>): HeadRepository {
  return { id, owner: owner.login, name };
}
