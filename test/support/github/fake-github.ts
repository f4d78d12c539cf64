/**
 * A GitHub that listens on this machine: the requests that this project makes, answered from a small state.
 *
 * Needs nothing but Node, so that the demonstration can use it as well. Tests hand in `checkRequest` to hold
 * every request against GitHub's own description of its API first. Serves the API at the root, as
 * api.github.com does, and under `/api/v3` with `/api/graphql`, as GitHub Enterprise Server does.
 */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RouteRequest } from './fake-github-answer.ts';
import { createFaultPicker } from './fake-github-faults.ts';
import type { Fault, FaultEffect } from './fake-github-faults.ts';
import { close, listen, receive, send } from './fake-github-http.ts';
import type { Outcome, ReceivedRequest } from './fake-github-http.ts';
import { matchRoute } from './fake-github-routes.ts';
import type { RouteMatch } from './fake-github-routes.ts';
import { createState } from './resources/fake-github-state.ts';
import type { FakeState } from './resources/fake-github-state.ts';

/** Names what is wrong with a request, one line each; nothing when it is as GitHub wants it. */
export type RequestCheck = (request: ReceivedRequest) => readonly string[];

export interface FakeGitHubOptions {
  readonly state?: Partial<FakeState>;
  readonly faults?: readonly Fault[];
  readonly checkRequest?: RequestCheck;
}

export interface FakeGitHub {
  /** Without a slash at the end. */
  readonly url: string;
  readonly state: FakeState;
  readonly requests: readonly ReceivedRequest[];
  /** What GitHub would not have understood, one line each; a good client causes none. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a fake GitHub on a free port of the loopback interface. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const state = createState(options.state);
  const checkRequest = options.checkRequest ?? (() => []);
  const pickFault = createFaultPicker(options.faults ?? []);
  const requests: ReceivedRequest[] = [];
  const problems: string[] = [];

  const respond = (request: ReceivedRequest): Outcome | Promise<Outcome> => {
    requests.push(request);
    const route = matchRoute(request.method, request.path, `${state.owner}/${state.repo}`);
    const found = route === undefined ? ['no such route'] : problemsOf(route, request, checkRequest);
    problems.push(...found.map((problem) => `${request.method} ${request.path}: ${problem}`));
    if (route === undefined) return { status: 400, body: { message: 'no such route' } };
    if (found.length > 0) return { status: 422, body: { message: found.join('; ') } };

    const viewer = viewerOf(state, route, request);
    if (viewer === undefined) return { status: 401, body: { message: 'Bad credentials' } };
    return carryOut(route, routeRequest({ request, route, state, viewer }), pickFault(route.operation));
  };

  // GitHub does not hang up on a client that is only slow; Node would after 5 seconds, in the middle of a request.
  const server = createServer({ keepAliveTimeout: 0 }, (message, response) => {
    receive(message)
      .then(respond)
      .then(
        (outcome) => send(response, outcome),
        (error: unknown) => send(response, { status: 500, body: { message: String(error) } }),
      );
  });
  return { url: await listen(server), state, requests, problems, close: () => close(server) };
}

/** The storage belongs to somebody else, who must not see a token that is meant for GitHub. */
function problemsOf(
  { operation }: RouteMatch,
  request: ReceivedRequest,
  checkRequest: RequestCheck,
): readonly string[] {
  if (operation !== 'storage') return checkRequest(request);
  return 'authorization' in request.headers ? ['the storage was sent a token'] : [];
}

function viewerOf(state: FakeState, { operation }: RouteMatch, request: ReceivedRequest): string | undefined {
  if (operation === 'storage') return '';
  return state.tokens[(request.headers['authorization'] ?? '').replace(/^(token|bearer) /i, '')];
}

interface Matched {
  readonly request: ReceivedRequest;
  readonly route: RouteMatch;
  readonly state: FakeState;
  readonly viewer: string;
}

function routeRequest({ request, route, state, viewer }: Matched): RouteRequest {
  const { address, query, headers } = request;
  const accept = headers['accept'] ?? '';
  const body: Record<string, unknown> = request.body === '' ? {} : JSON.parse(request.body);
  return { state, viewer, address, accept, parameters: route.parameters, query, body };
}

async function carryOut(
  route: RouteMatch,
  request: RouteRequest,
  fault: FaultEffect | undefined,
): Promise<Outcome> {
  if (fault?.kind === 'answer') return fault.answer;
  if (fault?.kind === 'drop') return 'drop';
  if (fault?.kind === 'delay') await sleep(fault.milliseconds, undefined, { ref: false });
  if (fault?.kind === 'interfere') fault.act(request.state);
  const answer = route.answer(request);
  if (fault?.kind === 'garble') return fault.garble(answer);
  return fault?.kind === 'drop-answer' ? 'drop' : answer;
}
