import { FORBIDDEN, NOT_FOUND, TOO_LONG } from './fake-github-answer.ts';
import type { Answer, RouteRequest } from './fake-github-answer.ts';
import { addComment } from './fake-github-state.ts';
import type { FakeComment, FakeState } from './fake-github-state.ts';

/** One page of a pull request's comments, oldest first, with the `link` header that leads to the next. */
export function listComments(request: RouteRequest): Answer {
  const number = Number(request.parameters['number']);
  const all = request.state.comments.filter(({ pullNumber }) => pullNumber === number);
  const size = Number(request.query.get('per_page') ?? 30);
  const page = Number(request.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string =>
    `<${request.address}?per_page=${size}&page=${to}>; rel="${rel}"`;
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size).map((comment) => commentJson(request.state, comment)),
    headers: page < last ? { link: `${link(page + 1, 'next')}, ${link(last, 'last')}` } : {},
  };
}

export function createComment(request: RouteRequest): Answer {
  const body = String(request.body['body']);
  if (isTooLong(body, request.state)) return TOO_LONG;
  const pullNumber = Number(request.parameters['number']);
  const comment = addComment(request.state, { pullNumber, author: request.viewer, body });
  return { status: 201, body: commentJson(request.state, comment) };
}

export function updateComment(request: RouteRequest): Answer {
  const body = String(request.body['body']);
  return changeComment(request, (comment) => {
    if (isTooLong(body, request.state)) return TOO_LONG;
    comment.body = body;
    return { status: 200, body: commentJson(request.state, comment) };
  });
}

export function deleteComment(request: RouteRequest): Answer {
  return changeComment(request, (comment) => {
    request.state.comments.splice(request.state.comments.indexOf(comment), 1);
    return { status: 204 };
  });
}

/** Stricter than GitHub, which lets a token with write permission change everybody's comments. */
function changeComment(request: RouteRequest, change: (comment: FakeComment) => Answer): Answer {
  const id = Number(request.parameters['id']);
  const comment = request.state.comments.find((candidate) => candidate.id === id);
  if (comment === undefined) return NOT_FOUND;
  return comment.author === request.viewer ? change(comment) : FORBIDDEN;
}

function isTooLong(body: string, state: FakeState): boolean {
  return new TextEncoder().encode(body).length > state.commentBytes;
}

/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
function commentJson(state: FakeState, comment: FakeComment): unknown {
  const web = `https://github.test/${state.owner}/${state.repo}`;
  const api = `https://api.github.test/repos/${state.owner}/${state.repo}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${web}/pull/${comment.pullNumber}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.pullNumber}`,
    body: comment.body,
    user: userJson(comment.author),
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: null,
  };
}

function userJson(login: string): unknown {
  const url = `https://api.github.test/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: `${url}/avatar`,
    gravatar_id: '',
    url,
    html_url: url,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}
