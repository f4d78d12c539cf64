import { NOT_FOUND } from './fake-github-answer.ts';
import type { Answer, RouteRequest } from './fake-github-answer.ts';
import { getRun, listRuns, rerunFailedJobs } from './resources/fake-github-actions.ts';
import { downloadArtifact, listArtifacts, serveArchive } from './resources/fake-github-artifacts.ts';
import * as comments from './resources/fake-github-comments.ts';
import { compare, getGitCommit } from './resources/fake-github-commits.ts';
import { getContent } from './resources/fake-github-contents.ts';
import { answerGraphql } from './resources/fake-github-graphql.ts';
import { createIssue, listEvents, listIssues, updateIssue } from './resources/fake-github-issues.ts';
import { getPull, listPullCommits, listPulls } from './resources/fake-github-pulls.ts';
import {
  createCheck,
  createStatus,
  listChecks,
  listStatuses,
  updateCheck,
} from './resources/fake-github-statuses.ts';
import { getPermission } from './resources/fake-github-users.ts';

type Handler = (request: RouteRequest) => Answer;

/** By `operationId` in GitHub's OpenAPI description: method, path below `/repos/OWNER/REPO`, answer. */
const ROUTES = {
  'issues/list-comments': ['GET', /^issues\/(?<number>\d+)\/comments$/, comments.listComments],
  'issues/create-comment': ['POST', /^issues\/(?<number>\d+)\/comments$/, comments.createComment],
  'issues/get-comment': ['GET', /^issues\/comments\/(?<id>\d+)$/, comments.getComment],
  'issues/update-comment': ['PATCH', /^issues\/comments\/(?<id>\d+)$/, comments.updateComment],
  'issues/delete-comment': ['DELETE', /^issues\/comments\/(?<id>\d+)$/, comments.deleteComment],
  'reactions/create-for-issue-comment': [
    'POST',
    /^issues\/comments\/(?<id>\d+)\/reactions$/,
    comments.createReaction,
  ],
  'issues/list-events': ['GET', /^issues\/(?<number>\d+)\/events$/, listEvents],
  'issues/list-for-repo': ['GET', /^issues$/, listIssues],
  'issues/create': ['POST', /^issues$/, createIssue],
  'issues/update': ['PATCH', /^issues\/(?<number>\d+)$/, updateIssue],
  'pulls/list': ['GET', /^pulls$/, listPulls],
  'pulls/get': ['GET', /^pulls\/(?<number>\d+)$/, getPull],
  'pulls/list-commits': ['GET', /^pulls\/(?<number>\d+)\/commits$/, listPullCommits],
  'repos/compare-commits': ['GET', /^compare\/(?<range>.+)$/, compare],
  'repos/get-content': ['GET', /^contents\/(?<path>.+)$/, getContent],
  'repos/get-collaborator-permission-level': [
    'GET',
    /^collaborators\/(?<login>[^/]+)\/permission$/,
    getPermission,
  ],
  'repos/create-commit-status': ['POST', /^statuses\/(?<sha>[^/]+)$/, createStatus],
  'repos/list-commit-statuses-for-ref': ['GET', /^commits\/(?<ref>[^/]+)\/statuses$/, listStatuses],
  'checks/list-for-ref': ['GET', /^commits\/(?<ref>[^/]+)\/check-runs$/, listChecks],
  'checks/create': ['POST', /^check-runs$/, createCheck],
  'checks/update': ['PATCH', /^check-runs\/(?<id>\d+)$/, updateCheck],
  'git/get-commit': ['GET', /^git\/commits\/(?<sha>[^/]+)$/, getGitCommit],
  'actions/list-workflow-runs': ['GET', /^actions\/workflows\/(?<workflow>[^/]+)\/runs$/, listRuns],
  'actions/get-workflow-run': ['GET', /^actions\/runs\/(?<id>\d+)$/, getRun],
  'actions/re-run-workflow-failed-jobs': [
    'POST',
    /^actions\/runs\/(?<id>\d+)\/rerun-failed-jobs$/,
    rerunFailedJobs,
  ],
  'actions/list-workflow-run-artifacts': ['GET', /^actions\/runs\/(?<id>\d+)\/artifacts$/, listArtifacts],
  'actions/download-artifact': ['GET', /^actions\/artifacts\/(?<id>\d+)\/zip$/, downloadArtifact],
} as const satisfies Record<string, readonly [method: string, path: RegExp, answer: Handler]>;

/**
 * An `operationId`, or what GitHub's description leaves out: `graphql`, and the `storage` that artifacts are
 * downloaded from.
 */
export type Operation = keyof typeof ROUTES | 'graphql' | 'storage';

export const OPERATIONS: readonly Operation[] = [
  ...(Object.keys(ROUTES) as (keyof typeof ROUTES)[]),
  'graphql',
  'storage',
];

/** A route with what the request's path names. */
export interface RouteMatch {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
  readonly answer: Handler;
}

/** The route of a request, or undefined when the fake has none; another repository's routes answer 404. */
export function matchRoute(method: string, path: string, repository: string): RouteMatch | undefined {
  if (method === 'POST' && path === '/graphql') {
    return { operation: 'graphql', parameters: {}, answer: answerGraphql };
  }
  const [, stored] = /^\/storage\/(\d+)$/.exec(path) ?? [];
  if (method === 'GET' && stored !== undefined) {
    return { operation: 'storage', parameters: { id: stored }, answer: serveArchive };
  }
  const [, named, rest] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  for (const operation of Object.keys(ROUTES) as (keyof typeof ROUTES)[]) {
    const [wanted, pattern, handler] = ROUTES[operation];
    const match = wanted === method ? pattern.exec(rest ?? '') : null;
    if (match === null) continue;
    const answer = named === repository ? handler : () => NOT_FOUND;
    return { operation, parameters: { ...match.groups }, answer };
  }
  return undefined;
}
