import { UserError } from '../../user-error.ts';
import { TRIES } from './limits.ts';
import { requestFailureOf } from './request-failure.ts';
import type { RequestFailure } from './request-failure.ts';

/** What a request is for, said when GitHub does not carry it out. */
export interface Purpose {
  /** Words that follow "cannot": `read pull request 7 of octo/linux`. */
  readonly action: string;
  /** What the job needs, as `permissions:` in a workflow has it: `pull-requests: read`. */
  readonly permission: string;
}

/**
 * Waits for an answer. Throws a `UserError` when GitHub did not carry the request out, with Octokit's error as its
 * cause; any other error is thrown as it is.
 */
export async function answerFor<T>(request: Promise<T>, purpose: Purpose): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw explainError(error, purpose);
  }
}

/** Octokit's error as a `UserError`, with itself as the cause; any other error as it is. */
export function explainError(error: unknown, purpose: Purpose): unknown {
  const failure = requestFailureOf(error);
  if (failure === undefined) return error;
  return new UserError(explainFailure(failure, purpose), { cause: error });
}

/** Waits for an answer as `answerFor` does; undefined when its status is one of `statuses`. */
export async function answerUnless<T>(
  request: Promise<T>,
  statuses: readonly number[],
  purpose: Purpose,
): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (statuses.includes(requestFailureOf(error)?.status ?? 0)) return undefined;
    throw explainError(error, purpose);
  }
}

function explainFailure(failure: RequestFailure, purpose: Purpose): string {
  const { status, message, acceptedPermissions } = failure;
  const said = `cannot ${purpose.action} (${failure.said})`;
  if (status >= 500) return `${said}; GitHub failed ${TRIES} times: run the job again`;
  if (status === 429 || /rate limit/i.test(message)) {
    return `${said}; GitHub's rate limit is used up: run the job again later`;
  }
  if (status === 401) return `${said}; GitHub does not know the token: set the input \`token\``;
  if (status === 403) {
    const needed = acceptedPermissions ?? purpose.permission.replace('-', '_').replace(': ', '=');
    return `${said}; the token needs ${needed}: add \`${purpose.permission}\` to the job's \`permissions:\``;
  }
  return (
    `${said}; expected something that exists and that the token may see: was it deleted, or does the job lack ` +
    `\`${purpose.permission}\`?`
  );
}
