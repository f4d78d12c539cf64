import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Trigger } from './git/event-commits.ts';
import { type PullRequest, pullRequestOf } from './github/pull-request.ts';
import { UserError } from './user-error.ts';

/** What started the workflow run. */
export interface ActionEvent {
  readonly trigger: Trigger;
  /** The pull request to comment on, for the event `pull_request`. */
  readonly pullRequest: PullRequest | undefined;
}

const NO_COMMIT = /^0+$/;

const pushEvent = z.object({ before: z.string(), forced: z.boolean().default(false) });
const mergeGroupEvent = z.object({ merge_group: z.object({ base_sha: z.string() }) });

/** Reads GITHUB_EVENT_NAME and GITHUB_EVENT_PATH. Throws a UserError for an event that cannot be served. */
export function readEvent(env: Readonly<NodeJS.ProcessEnv>): ActionEvent {
  const eventName = env['GITHUB_EVENT_NAME'] ?? '';
  const payload = readPayload(env['GITHUB_EVENT_PATH']);
  const pullRequest = pullRequestOf(eventName, payload);
  if (pullRequest !== undefined) return { trigger: { kind: 'pull-request', ...pullRequest }, pullRequest };
  return { trigger: otherTrigger(eventName, payload), pullRequest: undefined };
}

function otherTrigger(eventName: string, payload: unknown): Trigger {
  const push = eventName === 'push' ? pushEvent.safeParse(payload).data : undefined;
  if (push !== undefined) {
    // A new branch has no state before; that of a forced push is not what the branch was built on.
    const isUsable = !push.forced && !NO_COMMIT.test(push.before);
    return { kind: 'push', before: isUsable ? push.before : undefined };
  }
  const group = eventName === 'merge_group' ? mergeGroupEvent.safeParse(payload).data : undefined;
  if (group !== undefined) return { kind: 'merge-group', baseSha: group.merge_group.base_sha };
  return { kind: 'other', eventName };
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
