import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { commitHash } from '../commits/commit-hash.ts';

/** Where the head branch lives; GitHub gives a fork's runs a token that may only read. */
export type PullRequestOrigin = 'same-repository' | 'fork';

/** What the event says about its pull request. */
export interface PullRequest {
  /** The repository that would be merged into. */
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** Full hash of the last commit of the pull request, which is not the merge commit that is checked out. */
  readonly headSha: string;
  /** Full hash of the base branch's tip when the event was made; it may have moved since. */
  readonly baseSha: string;
  /** Name of the base branch. */
  readonly baseRef: string;
  readonly origin: PullRequestOrigin;
}

/** Events whose workflow runs have the code in question checked out, but no pull request. */
const EVENTS_WITHOUT = new Set([
  'push',
  'workflow_dispatch',
  'merge_group',
  'schedule',
  'repository_dispatch',
]);

const pullRequestEvent = z.object({
  repository: z.object({ id: z.number(), name: z.string(), owner: z.object({ login: z.string() }) }),
  pull_request: z.object({
    number: z.int().positive(),
    // A pull request outlives the fork that it came from.
    head: z.object({ sha: commitHash, repo: z.object({ id: z.number() }).nullable() }),
    base: z.object({ sha: commitHash, ref: z.string() }),
  }),
});

/**
 * Reads the pull request that a workflow run is about from its event: `GITHUB_EVENT_NAME` and the JSON in
 * `GITHUB_EVENT_PATH`. Undefined for `push`, `workflow_dispatch`, `merge_group`, `schedule` and `repository_dispatch`,
 * which have none.
 *
 * Throws a `UserError` for any other event and for a payload of another shape.
 * Payload: https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
 */
export function pullRequestOf(eventName: string, payload: unknown): PullRequest | undefined {
  if (EVENTS_WITHOUT.has(eventName)) return undefined;
  refuseOtherEvents(eventName);
  const parsed = pullRequestEvent.safeParse(payload);
  if (!parsed.success) throw malformedPayload(parsed.error);
  const { repository, pull_request: pull } = parsed.data;
  return {
    owner: repository.owner.login,
    repo: repository.name,
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    origin: pull.head.repo?.id === repository.id ? 'same-repository' : 'fork',
  };
}

function refuseOtherEvents(eventName: string): void {
  if (eventName === 'pull_request') return;
  if (eventName === 'pull_request_target') {
    throw new UserError(
      'the workflow runs on pull_request_target, where the Makefile of any pull request would run beside a ' +
        'token that may write; expected pull_request: change `on:` in the workflow',
    );
  }
  const isForComments = eventName === 'workflow_run' || eventName === 'issue_comment';
  throw new UserError(
    `the workflow runs on ${eventName}; expected ${isForComments ? 'the mode "comment" there, or ' : ''}pull_request, push or workflow_dispatch: change \`on:\` in ` +
      'the workflow',
  );
}

function malformedPayload(error: z.ZodError): UserError {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || '(payload)'}: ${message}`);
  return new UserError(
    `the event in GITHUB_EVENT_PATH is not one of pull_request (${problems[0]}); expected what GitHub sends: ` +
      'run the action from a workflow with `on: pull_request`',
    { cause: error, details: problems },
  );
}
