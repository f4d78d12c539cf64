import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { cutLine } from './cut-text.ts';
import { MalformedAnswer } from './malformed-answer.ts';

/** A request that GitHub did not carry out. */
export interface RequestFailure {
  /** The HTTP status; 500 when no answer came, 502 when one came that is not GitHub's. */
  readonly status: number;
  /** GitHub's own words, without the address of its documentation, in one line. */
  readonly message: string;
  /** Status and words as they are shown: `404 Not Found`. */
  readonly said: string;
  /** The permissions that would do, from `x-accepted-github-permissions`: `issues=write; pull_requests=write`. */
  readonly acceptedPermissions: string | undefined;
}

const httpError = z.object({
  name: z.literal('HttpError'),
  status: z.number(),
  message: z.string(),
  response: z
    .object({ headers: z.object({ 'x-accepted-github-permissions': z.string().optional() }) })
    .optional(),
});

/** In characters; a proxy in between answers with whole pages. */
const LONGEST_MESSAGE = 300;

/**
 * Reads Octokit's `RequestError`, or the one that a `UserError` explains; undefined for any other error, which is
 * then a bug.
 */
export function requestFailureOf(error: unknown): RequestFailure | undefined {
  const failure = error instanceof UserError ? error.cause : error;
  const parsed = httpError.safeParse(failure);
  if (!parsed.success) return undefined;
  const { status, response } = parsed.data;
  const message = shortened(parsed.data.message);
  return {
    status,
    message,
    said: failure instanceof MalformedAnswer ? message : `${status} ${message}`,
    acceptedPermissions: response?.headers['x-accepted-github-permissions'],
  };
}

function shortened(message: string): string {
  const words = message.slice(0, 2 * LONGEST_MESSAGE).replaceAll(/\s+/g, ' ');
  return cutLine(words.replace(/ - https:\/\/\S+$/, ''), LONGEST_MESSAGE);
}
