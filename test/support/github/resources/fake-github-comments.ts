import { FORBIDDEN, NOT_FOUND, TOO_LONG } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { pageOf } from './fake-github-pages.ts';
import type { FakeComment } from './fake-github-records.ts';
import { apiAddress, webAddress } from './fake-github-repositories.ts';
import { addComment, CREATED_AT } from './fake-github-state.ts';
import type { FakeState } from './fake-github-state.ts';
import { userJson } from './fake-github-users.ts';

/** One page of a pull request's comments, oldest first. */
export function listComments(request: RouteRequest): Answer {
  const number = Number(request.parameters['number']);
  const all = request.state.comments.filter(({ pullNumber }) => pullNumber === number);
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: items.map((comment) => commentJson(request.state, comment)), headers };
}

export function getComment(request: RouteRequest): Answer {
  const comment = findComment(request);
  if (comment === undefined) return NOT_FOUND;
  return { status: 200, body: commentJson(request.state, comment) };
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

/** Says 200 and adds nothing when the viewer has reacted so before, as GitHub does. */
export function createReaction(request: RouteRequest): Answer {
  const { state, viewer } = request;
  const comment = findComment(request);
  if (comment === undefined) return NOT_FOUND;
  const reaction = { commentId: comment.id, content: String(request.body['content']), user: viewer };
  const same = state.reactions.findIndex(
    ({ commentId, content, user }) =>
      commentId === reaction.commentId && content === reaction.content && user === reaction.user,
  );
  const id = same === -1 ? state.reactions.push(reaction) : same + 1;
  const body = {
    id,
    node_id: `REA_${id}`,
    user: userJson(viewer),
    content: reaction.content,
    created_at: CREATED_AT,
  };
  return { status: same === -1 ? 201 : 200, body };
}

function findComment({ state, parameters }: RouteRequest): FakeComment | undefined {
  return state.comments.find(({ id }) => id === Number(parameters['id']));
}

/** Stricter than GitHub, which lets a token with write permission change everybody's comments. */
function changeComment(request: RouteRequest, change: (comment: FakeComment) => Answer): Answer {
  const comment = findComment(request);
  if (comment === undefined) return NOT_FOUND;
  return comment.author === request.viewer ? change(comment) : FORBIDDEN;
}

function isTooLong(body: string, state: FakeState): boolean {
  return new TextEncoder().encode(body).length > state.commentBytes;
}

/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
function commentJson(state: FakeState, comment: FakeComment): unknown {
  const createdAt = comment.createdAt ?? CREATED_AT;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${apiAddress(state)}/issues/comments/${comment.id}`,
    html_url: `${webAddress(state)}/pull/${comment.pullNumber}#issuecomment-${comment.id}`,
    issue_url: `${apiAddress(state)}/issues/${comment.pullNumber}`,
    body: comment.body,
    user: userJson(comment.author),
    created_at: createdAt,
    updated_at: createdAt,
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: null,
  };
}
