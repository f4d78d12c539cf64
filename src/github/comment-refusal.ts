import { TRIES } from './limits.ts';
import type { PullRequestOrigin } from './pull-request.ts';
import type { RequestFailure } from './request-failure.ts';

/** Says in one line why a comment was not written, and what would help. */
export function explainRefusal(failure: RequestFailure, origin: PullRequestOrigin): string {
  const { status, message } = failure;
  const said = `${status} ${message}`;
  if (status >= 500) return `GitHub did not answer after ${TRIES} tries (${said}): run the job again`;
  if (status === 429 || /rate limit/i.test(message)) {
    return `GitHub's rate limit is used up (${said}): run the job again later`;
  }
  if (/is locked/i.test(message)) {
    return `the conversation is locked (${said}): unlock it, or read the report in the job summary`;
  }
  if (/commenting is disabled/i.test(message)) {
    return `the pull request has too many comments (${said}): continue in a new pull request`;
  }
  if (status === 401) return `GitHub does not know the token (${said}): set the input \`token\``;
  if (status === 403) return explainPermission(failure, origin);
  if (status === 404) return `GitHub does not show the pull request to this token (${said}): was it deleted?`;
  if (status === 410)
    return `GitHub has no comments there any more (${said}): read the report in the job summary`;
  return `GitHub refused the comment (${said}): read the report in the job summary`;
}

/**
 * The event tells forks apart, whose token is read-only whatever the workflow says; it does not tell a
 * read-only default from a `permissions:` that leaves comments out, and the same line mends both.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
function explainPermission(failure: RequestFailure, origin: PullRequestOrigin): string {
  const said = `${failure.status} ${failure.message}`;
  if (origin === 'fork') {
    return `the pull request comes from a fork, so its token may only read (${said}): read the report in the job summary`;
  }
  const needed = failure.acceptedPermissions ?? 'pull_requests=write';
  return (
    `the token may not write comments (${said}; it needs ${needed}): add \`pull-requests: write\` to the job's ` +
    '`permissions:`; a job without any has the default of Settings > Actions > General > Workflow permissions'
  );
}
