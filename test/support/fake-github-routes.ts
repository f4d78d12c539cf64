import { NOT_FOUND } from './fake-github-answer.ts';
import type { Answer, RouteRequest } from './fake-github-answer.ts';
import { createComment, deleteComment, listComments, updateComment } from './fake-github-comments.ts';

/** `operationId` in GitHub's OpenAPI description, or `graphql`, which that leaves out. */
export type Operation =
  | 'graphql'
  | 'issues/list-comments'
  | 'issues/create-comment'
  | 'issues/update-comment'
  | 'issues/delete-comment'
  | 'pulls/get'
  | 'repos/compare-commits';

interface Route {
  readonly operation: Operation;
  readonly method: string;
  /** Below `/repos/OWNER/REPO`, but for GraphQL. */
  readonly path: RegExp;
  readonly answer: (request: RouteRequest) => Answer;
}

const ISSUE_COMMENTS = /^issues\/(?<number>\d+)\/comments$/;
const COMMENT = /^issues\/comments\/(?<id>\d+)$/;

const ROUTES: readonly Route[] = [
  { operation: 'issues/list-comments', method: 'GET', path: ISSUE_COMMENTS, answer: listComments },
  { operation: 'issues/create-comment', method: 'POST', path: ISSUE_COMMENTS, answer: createComment },
  { operation: 'issues/update-comment', method: 'PATCH', path: COMMENT, answer: updateComment },
  { operation: 'issues/delete-comment', method: 'DELETE', path: COMMENT, answer: deleteComment },
  { operation: 'pulls/get', method: 'GET', path: /^pulls\/(?<number>\d+)$/, answer: getPull },
  { operation: 'repos/compare-commits', method: 'GET', path: /^compare\/(?<range>.+)$/, answer: compare },
];

/** A route with what the request's path names. */
export interface RouteMatch {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
  readonly answer: (request: RouteRequest) => Answer;
}

/** The route of a request, or undefined when the fake has none; another repository's routes answer 404. */
export function matchRoute(method: string, path: string, repository: string): RouteMatch | undefined {
  if (method === 'POST' && path === '/graphql') {
    return { operation: 'graphql', parameters: {}, answer: answerGraphql };
  }
  const [, named, rest] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(rest ?? '') : null;
    if (match === null) continue;
    const answer = named === repository ? route.answer : () => NOT_FOUND;
    return { operation: route.operation, parameters: { ...match.groups }, answer };
  }
  return undefined;
}

function answerGraphql({ body, viewer }: RouteRequest): Answer {
  const asksForViewer = /^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(String(body['query']));
  if (asksForViewer) return { status: 200, body: { data: { viewer: { login: viewer } } } };
  return { status: 200, body: { data: null, errors: [{ message: 'only viewer { login } is answered' }] } };
}

function getPull({ state, parameters }: RouteRequest): Answer {
  const pull = state.pulls.find(({ number }) => number === Number(parameters['number']));
  if (pull === undefined) return NOT_FOUND;
  const head = { sha: pull.headSha };
  const base = { sha: pull.baseSha, ref: pull.baseRef };
  return { status: 200, body: { number: pull.number, state: 'open', head, base } };
}

function compare({ state, parameters }: RouteRequest): Answer {
  const sha = state.mergeBases[decodeURIComponent(parameters['range'] ?? '')];
  if (sha === undefined) return NOT_FOUND;
  return { status: 200, body: { merge_base_commit: { sha }, commits: [], files: [] } };
}
