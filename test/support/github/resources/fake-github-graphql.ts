/**
 * The few questions that this project asks in GraphQL, known by the fields and the variables that they name.
 *
 * What they name beyond that is not looked at, and an answer has all the fields that its question can ask for.
 */
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import type { FakeComment } from './fake-github-records.ts';
import type { FakeState } from './fake-github-state.ts';

type Variables = Readonly<Record<string, unknown>>;

export function answerGraphql({ state, viewer, body }: RouteRequest): Answer {
  const query = String(body['query']);
  const variables = { ...(body['variables'] as Variables | null | undefined) };
  const names = (...words: readonly string[]): boolean =>
    words.every((word) => new RegExp(String.raw`\b${word}\b`).test(query));

  if (names('mutation', 'unminimizeComment', 'subjectId') && typeof variables['id'] === 'string') {
    return unminimize(state, variables['id']);
  }
  if (names('nodes', 'isMinimized') && Array.isArray(variables['ids'])) {
    return minimizedComments(state, variables['ids']);
  }
  if (names('repository', 'pullRequest', 'lastEditedAt')) return lastEdit(state, variables);
  if (names('viewer', 'login')) return data({ viewer: { login: viewer } });
  return failed(null, 'the fake GitHub has no answer to this query');
}

function minimizedComments(state: FakeState, ids: readonly unknown[]): Answer {
  const nodes = ids.map((id) => {
    const comment = findComment(state, id);
    return comment === undefined ? null : { id, isMinimized: comment.isMinimized ?? false };
  });
  const unknown = ids.find((_id, index) => nodes[index] === null);
  return unknown === undefined ? data({ nodes }) : failed({ nodes }, unresolved(unknown));
}

function unminimize(state: FakeState, id: string): Answer {
  const comment = findComment(state, id);
  if (comment === undefined) return failed({ unminimizeComment: null }, unresolved(id));
  comment.isMinimized = false;
  const unminimizedComment = { id, isMinimized: false };
  return data({ unminimizeComment: { clientMutationId: null, unminimizedComment } });
}

function lastEdit(state: FakeState, { owner, repo, number }: Variables): Answer {
  if (owner !== state.owner || repo !== state.repo) {
    const message = `Could not resolve to a Repository with the name '${String(owner)}/${String(repo)}'.`;
    return failed({ repository: null }, message);
  }
  const pull = state.pulls.find((candidate) => candidate.number === number);
  if (pull === undefined) {
    const message = `Could not resolve to a PullRequest with the number of ${String(number)}.`;
    return failed({ repository: { pullRequest: null } }, message);
  }
  return data({ repository: { pullRequest: { lastEditedAt: pull.bodyEditedAt } } });
}

function findComment(state: FakeState, nodeId: unknown): FakeComment | undefined {
  return state.comments.find(({ id }) => nodeId === `IC_${id}`);
}

function unresolved(id: unknown): string {
  return `Could not resolve to a node with the global id of '${String(id)}'`;
}

function data(value: unknown): Answer {
  return { status: 200, body: { data: value } };
}

/** GraphQL says that it failed in the body, with status 200 all the same. */
function failed(value: unknown, message: string): Answer {
  return { status: 200, body: { data: value, errors: [{ type: 'NOT_FOUND', message }] } };
}
