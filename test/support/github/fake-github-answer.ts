import type { FakeState } from './resources/fake-github-state.ts';

/** What the fake GitHub sends back. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; absent for an empty answer. */
  readonly body?: unknown;
  /** Sent as they are, in place of `body`. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that matched a route, in the repository that the fake has. */
export interface RouteRequest {
  readonly state: FakeState;
  /** The login that the request's token speaks for. */
  readonly viewer: string;
  /** The request's address without its query. */
  readonly address: string;
  /** The media type that is asked for. */
  readonly accept: string;
  /** What the route's path names: `number`, `id`, `range`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } };

export const FORBIDDEN: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } };

/** GitHub's own words, which name a number of characters that it does not enforce. */
export const TOO_LONG: Answer = invalid({
  resource: 'IssueComment',
  code: 'unprocessable',
  field: 'data',
  message: 'Body is too long (maximum is 65536 characters)',
});

/** The answer to a request that is well-formed but asks for what may not be. */
export function invalid(error: Readonly<Record<string, string>>): Answer {
  return { status: 422, body: { message: 'Validation Failed', errors: [error] } };
}
