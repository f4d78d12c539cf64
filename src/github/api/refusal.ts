import type { PullRequestOrigin } from '../pulls/pull-request.ts';
import { TRIES } from './limits.ts';
import { type RequestFailure, requestFailureOf } from './request-failure.ts';

/** What a request was for. */
type Purpose = 'comment' | 'issue' | 'status' | 'check' | 'reaction';

export interface RefusedRequest {
  readonly purpose: Purpose;
  /** `fork` for the token of a fork's own run, which may only read; see `CommentRequest`. */
  readonly origin: PullRequestOrigin;
}

interface PurposeWords {
  /** What the token may not do. */
  readonly act: string;
  /** What a 404 does not show, and what a refusal is about. */
  readonly object: string;
  /** The line below `permissions:` in a job. */
  readonly permission: string;
  /** Where to find what was not written. */
  readonly instead: string;
}

const IN_SUMMARY = 'read the report in the job summary';

const WORDS: Readonly<Record<Purpose, PurposeWords>> = {
  comment: {
    act: 'write comments',
    object: 'the pull request',
    permission: 'pull-requests: write',
    instead: IN_SUMMARY,
  },
  issue: { act: 'write issues', object: 'the issues', permission: 'issues: write', instead: IN_SUMMARY },
  status: {
    act: 'set a commit status',
    object: 'the commit',
    permission: 'statuses: write',
    instead: IN_SUMMARY,
  },
  check: {
    act: 'write check runs',
    object: 'the commit',
    permission: 'checks: write',
    instead: IN_SUMMARY,
  },
  reaction: {
    act: 'react to comments',
    object: 'the comment',
    permission: 'pull-requests: write',
    instead: 'nothing else depends on it',
  },
};

/** Says in one line why GitHub did not do something, and what would help. */
export function explainRefusal(failure: RequestFailure, request: RefusedRequest): string {
  const { status, message, said } = failure;
  const { object, instead } = WORDS[request.purpose];
  if (status >= 500) return `GitHub did not answer after ${TRIES} tries (${said}): run the job again`;
  if (status === 429 || /rate limit/i.test(message)) {
    return `GitHub's rate limit is used up (${said}): run the job again later`;
  }
  if (/is locked/i.test(message)) return `the conversation is locked (${said}): unlock it, or ${instead}`;
  if (/commenting is disabled/i.test(message)) {
    return `the pull request has too many comments (${said}): continue in a new pull request`;
  }
  if (/archived/i.test(message)) return `the repository is archived (${said}): ${instead}`;
  if (status === 401) return `GitHub does not know the token (${said}): set the input \`token\``;
  if (status === 403) return explainPermission(failure, request);
  if (status === 404)
    return `GitHub does not show ${object} to this token (${said}): was it deleted, or may the token not see it?`;
  if (status === 410) return `GitHub has ${object} no more (${said}): ${instead}`;
  return `GitHub refused to ${WORDS[request.purpose].act} (${said}): ${instead}`;
}

/**
 * The event tells forks apart, whose token may only read whatever the workflow says. Nothing tells a read-only
 * default from a `permissions:` that leaves something out, so both are named with the line that mends each.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
function explainPermission(failure: RequestFailure, { purpose, origin }: RefusedRequest): string {
  const { act, permission, instead } = WORDS[purpose];
  const { said } = failure;
  if (origin === 'fork') {
    return `the pull request comes from a fork, so its token may only read (${said}): ${instead}`;
  }
  if (/GitHub App/i.test(failure.message)) {
    return `only the job's own token or that of an App may ${act} (${said}): leave the input \`token\` out`;
  }
  const needed = failure.acceptedPermissions ?? permission.replace('-', '_').replace(': ', '=');
  const start = `the token may not ${act} (${said}; it needs ${needed}): `;
  if (/personal access token/i.test(failure.message)) return `${start}give it \`${permission}\``;
  return (
    `${start}add \`${permission}\` below the job's \`permissions:\`; a job without any has the default of ` +
    'Settings > Actions > General > Workflow permissions, and there the whole line is ' +
    `\`permissions: {contents: read, ${permission}}\``
  );
}

/** A request that GitHub did not carry out, which fails nothing but itself. */
export interface Refused {
  readonly kind: 'refused';
  /** One line that says what would help. */
  readonly reason: string;
}

/** The outcome of a request that was refused. Throws the error when it is a bug instead. */
export function refused(error: unknown, request: RefusedRequest): Refused {
  const failure = requestFailureOf(error);
  if (failure === undefined) throw error;
  return { kind: 'refused', reason: explainRefusal(failure, request) };
}
