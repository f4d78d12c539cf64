import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Trigger } from '../git/commits/event-commits.ts';
import { type PullRequest, pullRequestOf } from '../github/pulls/pull-request.ts';
import { UserError } from '../user-error.ts';

/** What started a workflow run that builds or judges commits. */
export interface ActionEvent {
  readonly trigger: Trigger;
  /** For the event `pull_request`. */
  readonly pullRequest: PullRequest | undefined;
  /** Whether the commits are new, or another verdict on the same is asked for: by a label, by the description. */
  readonly asks: 'to measure' | 'to judge again';
  /** The branch that was pushed to; undefined for other events, and for tags. */
  readonly branch: string | undefined;
  /** Number of the pull request at the head of a merge group. */
  readonly queuedPullRequest: number | undefined;
}

/** The event's name and what GitHub sent with it. */
export interface EventSource {
  readonly name: string;
  readonly payload: unknown;
}

const NO_COMMIT = /^0+$/;

const pushEvent = z.object({
  before: z.string(),
  forced: z.boolean().default(false),
  ref: z.string().optional(),
  repository: z.object({ default_branch: z.string() }).optional(),
});
const mergeGroupEvent = z.object({
  merge_group: z.object({ base_sha: z.string(), head_ref: z.string().optional() }),
});
const pullRequestAction = z.object({
  action: z.string(),
  changes: z.object({ base: z.unknown() }).partial().optional(),
});

/** Reads GITHUB_EVENT_NAME and GITHUB_EVENT_PATH. Throws a UserError where there is no such file. */
export function readEventSource(env: Readonly<NodeJS.ProcessEnv>): EventSource {
  return { name: env['GITHUB_EVENT_NAME'] ?? '', payload: readPayload(env['GITHUB_EVENT_PATH']) };
}

/** Throws a UserError for an event that has no commits to compare. */
export function readEvent(source: EventSource): ActionEvent {
  const pullRequest = pullRequestOf(source.name, source.payload);
  const none = { pullRequest: undefined, branch: undefined, queuedPullRequest: undefined };
  if (pullRequest !== undefined) {
    const trigger = { kind: 'pull-request', ...pullRequest } as const;
    return { ...none, trigger, pullRequest, asks: askOf(source.payload) };
  }
  return { ...none, asks: 'to measure', ...otherEvent(source) };
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request; another base branch is another range. */
function askOf(payload: unknown): ActionEvent['asks'] {
  const { action, changes } = pullRequestAction.safeParse(payload).data ?? {};
  if (/^(labeled|unlabeled|ready_for_review)$/.test(action ?? '')) return 'to judge again';
  return action === 'edited' && changes?.base === undefined ? 'to judge again' : 'to measure';
}

type OtherEvent = Pick<ActionEvent, 'trigger'> & Partial<Pick<ActionEvent, 'branch' | 'queuedPullRequest'>>;

function otherEvent({ name, payload }: EventSource): OtherEvent {
  const push = name === 'push' ? pushEvent.safeParse(payload).data : undefined;
  if (push !== undefined) return pushOf(push);
  const group = name === 'merge_group' ? mergeGroupEvent.safeParse(payload).data : undefined;
  if (group !== undefined) {
    const { base_sha: baseSha, head_ref: headRef } = group.merge_group;
    // refs/heads/gh-readonly-queue/BRANCH/pr-NUMBER-HASH: only GitHub makes such branches.
    const isQueued = /^refs\/heads\/gh-readonly-queue\/[^/]/.test(headRef ?? '');
    const number = isQueued ? /\/pr-(\d{1,10})-[0-9a-f]+$/.exec(headRef!)?.[1] : undefined;
    return {
      trigger: { kind: 'merge-group', baseSha },
      queuedPullRequest: number === undefined ? undefined : Number(number),
    };
  }
  return { trigger: { kind: 'other', eventName: name } };
}

function pushOf({ before, forced, ref, repository }: z.infer<typeof pushEvent>): OtherEvent {
  const branch = ref?.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
  // A new branch has no state before; that of a forced push is not what the branch was built on.
  const isUsable = !forced && !NO_COMMIT.test(before);
  const defaultBranch = repository?.default_branch;
  return {
    trigger: {
      kind: 'push',
      before: isUsable ? before : undefined,
      leftBranch: branch === defaultBranch ? undefined : defaultBranch,
    },
    branch,
  };
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined) {
    throw new UserError(
      'GITHUB_EVENT_PATH is not set; the action runs in a GitHub workflow, use the command line elsewhere',
    );
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new UserError(`the event in ${path} cannot be read as JSON; expected what the runner writes`, {
      cause,
    });
  }
}
