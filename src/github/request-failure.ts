import { z } from 'zod';
import { UserError } from '../user-error.ts';

/** A request that GitHub did not carry out. */
export interface RequestFailure {
  /** The HTTP status; 500 when no answer came. */
  readonly status: number;
  /** GitHub's own words, without the address of its documentation. */
  readonly message: string;
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

/**
 * Reads Octokit's `RequestError`, or the one that a `UserError` explains; undefined for any other error, which is
 * then a bug.
 */
export function requestFailureOf(error: unknown): RequestFailure | undefined {
  const parsed = httpError.safeParse(error instanceof UserError ? error.cause : error);
  if (!parsed.success) return undefined;
  const { status, message, response } = parsed.data;
  return {
    status,
    message: message.replace(/ - https:\/\/\S+$/, ''),
    acceptedPermissions: response?.headers['x-accepted-github-permissions'],
  };
}
