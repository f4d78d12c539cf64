import { z } from 'zod';
import { ask, askAll } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';
import { commitHash } from '../commits/commit-hash.ts';

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

/**
 * Lists the open pull requests whose head is a commit, by number. There are several where one branch is offered to
 * several base branches, and where several branches, of forks too, are at that commit.
 *
 * GitHub filters by branch alone, and shows nothing of a fork's commits by their hash, so all that are open are read.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
export async function openPullRequests(
  { client, owner, repo }: Repository,
  headSha: string,
): Promise<readonly LivePullRequest[]> {
  const list = askAll({
    shape: z.array(pullData),
    items: (page) => page,
    send: (page) => client.rest.pulls.list({ owner, repo, state: 'open', ...page }),
  });
  const purpose = {
    action: `list the pull requests of ${owner}/${repo}`,
    permission: 'pull-requests: read',
  };
  const pulls = await answerFor(list, purpose);
  return pulls
    .filter(({ head }) => head.sha === headSha)
    .map(toLivePullRequest)
    .toSorted((a, b) => a.number - b.number);
}

/** What a workflow run was about, which is what its pull request is known by. */
export interface RunHead {
  /** Undefined once the fork is deleted. */
  readonly headRepository: Pick<HeadRepository, 'id'> | undefined;
  readonly headBranch: string;
  readonly headSha: string;
}

/**
 * Whether a run was about the branch and the commit of a pull request. Of deleted forks nothing says whose branch it
 * was: two of them are not the same. A number that a run names is no proof, and `workflow_run.pull_requests` is empty
 * for forks.
 */
export function isRunOf(run: RunHead, pull: LivePullRequest): boolean {
  const [ofRun, ofPull] = [run.headRepository?.id, pull.headRepository?.id];
  if (ofRun === undefined || ofRun !== ofPull) return false;
  return run.headSha === pull.headSha && run.headBranch === pull.headBranch;
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
  base: z.object({ ref: z.string() }),
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
