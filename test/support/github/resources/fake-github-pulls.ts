import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { commitJson, MOST_COMMITS } from './fake-github-commits.ts';
import { labelJson } from './fake-github-issues.ts';
import { newestFirst, pageOf } from './fake-github-pages.ts';
import type { FakePull } from './fake-github-records.ts';
import { apiAddress, homeOf, repositoryJson, webAddress } from './fake-github-repositories.ts';
import { CREATED_AT } from './fake-github-state.ts';
import type { FakeState } from './fake-github-state.ts';
import { userJson } from './fake-github-users.ts';

export function getPull({ state, parameters }: RouteRequest): Answer {
  const pull = findPull(state, parameters);
  if (pull === undefined) return NOT_FOUND;
  const counts = { additions: 1, deletions: 0, changed_files: 1, comments: 0, review_comments: 0 };
  const merge = { merged: pull.merged, merged_by: pull.merged ? userJson(pull.author) : null };
  const mergeable = { mergeable: true, mergeable_state: 'clean', maintainer_can_modify: false };
  const details = { ...counts, ...merge, ...mergeable, commits: pull.commits.length };
  return { status: 200, body: { ...pullJson(state, pull), ...details } };
}

/** One page of pull requests, newest first unless asked otherwise. A `head` without an owner filters nothing. */
export function listPulls(request: RouteRequest): Answer {
  const { state, query } = request;
  const wanted = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const found = state.pulls
    .filter((pull) => wanted === 'all' || pull.state === wanted)
    .filter((pull) => head?.includes(':') !== true || head === headLabel(pull))
    .filter(({ baseRef }) => base === null || base === baseRef)
    .toSorted(newestFirst('number'));
  const all = query.get('direction') === 'asc' ? found.toReversed() : found;
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: items.map((pull) => pullJson(state, pull)), headers };
}

/** One page of a pull request's commits, oldest first; of all of them GitHub shows the first 250. */
export function listPullCommits(request: RouteRequest): Answer {
  const { state, parameters } = request;
  const pull = findPull(state, parameters);
  if (pull === undefined) return NOT_FOUND;
  const { items, headers } = pageOf(request, pull.commits.slice(0, MOST_COMMITS));
  return { status: 200, body: items.map((commit) => commitJson(state, commit)), headers };
}

function findPull(state: FakeState, parameters: Readonly<Record<string, string>>): FakePull | undefined {
  return state.pulls.find(({ number }) => number === Number(parameters['number']));
}

function headLabel({ headRepo, headRef, author }: FakePull): string {
  return `${headRepo?.owner ?? author}:${headRef}`;
}

/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
function pullJson(state: FakeState, pull: FakePull): Readonly<Record<string, unknown>> {
  const closedAt = pull.state === 'closed' ? CREATED_AT : null;
  return {
    ...addressesOf(state, pull),
    id: 2000 + pull.number,
    node_id: `PR_${pull.number}`,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: userJson(pull.author),
    labels: pull.labels.map((name) => labelJson(state, name)),
    ...branchesOf(state, pull),
    assignee: null,
    milestone: null,
    auto_merge: null,
    author_association: 'CONTRIBUTOR',
    merge_commit_sha: null,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    closed_at: closedAt,
    merged_at: pull.merged ? CREATED_AT : null,
  };
}

function branchesOf(state: FakeState, pull: FakePull) {
  const { headRepo, headRef, headSha, baseRef, baseSha } = pull;
  return {
    head: {
      label: headLabel(pull),
      ref: headRef,
      sha: headSha,
      user: userJson(headRepo?.owner ?? pull.author),
      repo: headRepo && repositoryJson(state, headRepo),
    },
    base: {
      label: `${state.owner}:${baseRef}`,
      ref: baseRef,
      sha: baseSha,
      user: userJson(state.owner),
      repo: repositoryJson(state, homeOf(state)),
    },
  };
}

function addressesOf(state: FakeState, { number, headSha }: FakePull) {
  const url = `${apiAddress(state)}/pulls/${number}`;
  const issue = `${apiAddress(state)}/issues/${number}`;
  const web = `${webAddress(state)}/pull/${number}`;
  const addresses = {
    html: web,
    issue,
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    review_comment: `${url}/comments{/number}`,
    review_comments: `${url}/comments`,
    statuses: `${apiAddress(state)}/statuses/${headSha}`,
  };
  const entries = Object.entries(addresses);
  return {
    ...Object.fromEntries(entries.map(([name, address]) => [`${name}_url`, address])),
    url,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    _links: Object.fromEntries([...entries, ['self', url] as const].map(([name, href]) => [name, { href }])),
  };
}
