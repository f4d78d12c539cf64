import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { pageOf } from './fake-github-pages.ts';
import type { FakeCommit } from './fake-github-records.ts';
import { apiAddress, webAddress } from './fake-github-repositories.ts';
import { CREATED_AT } from './fake-github-state.ts';
import type { FakeState } from './fake-github-state.ts';
import { userJson } from './fake-github-users.ts';

/** How many commits GitHub shows of a comparison's page, and of a pull request at all. */
export const MOST_COMMITS = 250;

/** The commit as git has it, without what GitHub knows about its author. */
export function getGitCommit({ state, parameters }: RouteRequest): Answer {
  const commit = findCommit(state, parameters['sha'] ?? '');
  if (commit === undefined) return NOT_FOUND;
  const url = `${apiAddress(state)}/git/commits/${commit.sha}`;
  const verification = {
    verified: false,
    reason: 'unsigned',
    signature: null,
    payload: null,
    verified_at: null,
  };
  const body = {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url,
    html_url: `${webAddress(state)}/commit/${commit.sha}`,
    ...gitPart(state, commit),
    verification,
    parents: commit.parents.map((sha) => parentJson(state, sha)),
  };
  return { status: 200, body };
}

/** Knows the merge bases that a test has put into the state, and that of a commit with itself; lists the commits since, oldest first. */
export function compare(request: RouteRequest): Answer {
  const { state } = request;
  const range = decodeURIComponent(request.parameters['range'] ?? '');
  const [base, head] = range.split('...').map((name) => resolve(state, name));
  const mergeBase = state.mergeBases[range] ?? (base === head ? base : undefined);
  if (mergeBase === undefined) return NOT_FOUND;
  const all = commitsSince(state, mergeBase, head ?? '');
  const { items, headers } = pageOf(request, all, MOST_COMMITS);
  const url = `${apiAddress(state)}/compare/${range}`;
  const body = {
    url,
    html_url: url,
    permalink_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    base_commit: commitJson(state, knownOrBare(state, base ?? mergeBase)),
    merge_base_commit: commitJson(state, knownOrBare(state, mergeBase)),
    ...relation(mergeBase, [base, head], all.length),
    total_commits: all.length,
    commits: items.map((commit) => commitJson(state, commit)),
    files: [],
  };
  return { status: 200, body, headers };
}

/** Behind by how many commits the fake does not know. */
function relation(mergeBase: string, [base, head]: readonly (string | undefined)[], ahead: number) {
  const behind = mergeBase === base ? 0 : 1;
  if (behind === 0) return { status: base === head ? 'identical' : 'ahead', ahead_by: ahead, behind_by: 0 };
  return { status: mergeBase === head ? 'behind' : 'diverged', ahead_by: ahead, behind_by: behind };
}

/** A commit as lists show it. */
export function commitJson(state: FakeState, commit: FakeCommit): unknown {
  const url = `${apiAddress(state)}/commits/${commit.sha}`;
  const author = commit.author === null ? null : userJson(commit.author);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url,
    html_url: `${webAddress(state)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: { url, comment_count: 0, ...gitPart(state, commit) },
    author,
    committer: author,
    parents: commit.parents.map((sha) => parentJson(state, sha)),
  };
}

function gitPart(state: FakeState, { sha, message, authorName }: FakeCommit) {
  const person = { name: authorName, email: 'author@example.test', date: CREATED_AT };
  const tree = { sha, url: `${apiAddress(state)}/git/trees/${sha}` };
  return { author: person, committer: person, message, tree };
}

function parentJson(state: FakeState, sha: string): unknown {
  const path = `commits/${sha}`;
  return { sha, url: `${apiAddress(state)}/${path}`, html_url: `${webAddress(state)}/${path}` };
}

function findCommit(state: FakeState, sha: string): FakeCommit | undefined {
  return [...state.commits, ...state.pulls.flatMap(({ commits }) => commits)].find((one) => one.sha === sha);
}

function knownOrBare(state: FakeState, sha: string): FakeCommit {
  return findCommit(state, sha) ?? { sha, message: '', author: null, authorName: 'Somebody', parents: [] };
}

/** The hash that a hash or the branch of a pull request (`topic`, `alice:topic`) stands for. */
function resolve(state: FakeState, name: string): string | undefined {
  if (/^[0-9a-f]{40}$/.test(name)) return name;
  const branch = name.slice(name.lastIndexOf(':') + 1);
  const head = state.pulls.find(({ headRef }) => headRef === branch)?.headSha;
  return head ?? state.pulls.find(({ baseRef }) => baseRef === branch)?.baseSha;
}

function commitsSince(state: FakeState, mergeBase: string, head: string): readonly FakeCommit[] {
  const found = new Map<string, FakeCommit>();
  const waiting = [head];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    const commit = sha === mergeBase || found.has(sha) ? undefined : findCommit(state, sha);
    if (commit === undefined) continue;
    found.set(sha, commit);
    waiting.push(...commit.parents);
  }
  return [...found.values()].toReversed();
}
