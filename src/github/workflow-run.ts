/**
 * Workflow runs: the one that a `workflow_run` event is about, and those that GitHub lists.
 * https://docs.github.com/en/rest/actions/workflow-runs
 */
import { z } from 'zod';
import { UserError } from '../user-error.ts';
import { ask, askAll, tell } from './ask.ts';
import { commitHash } from './commit-hash.ts';
import type { HeadRepository } from './live-pull-request.ts';
import type { Repository } from './repository.ts';
import { answerFor } from './request-purpose.ts';

export interface WorkflowRun {
  readonly id: number;
  /** 1 at first, and one more each time that it is run again under the same id. */
  readonly attempt: number;
  /** The event that started it: `pull_request`. */
  readonly event: string;
  /** The workflow's file, without the ref: `.github/workflows/kernel-size.yml`. */
  readonly path: string;
  /** Full hash; for `pull_request` the head of the pull request, not the merge commit. */
  readonly headSha: string;
  readonly headBranch: string;
  /** Undefined once the fork is deleted. */
  readonly headRepository: HeadRepository | undefined;
  /** Undefined until it has ended. */
  readonly conclusion: string | undefined;
  /** ISO 8601, in UTC: when it was made, for its first attempt too; undefined where an event does not say. */
  readonly createdAt: string | undefined;
}

const runData = z.object({
  id: z.int().positive(),
  run_attempt: z.int().positive().default(1),
  event: z.string(),
  path: z.string(),
  head_sha: commitHash,
  head_branch: z.string().nullable(),
  head_repository: z
    .object({ id: z.number(), name: z.string(), owner: z.object({ login: z.string() }) })
    .nullable(),
  conclusion: z.string().nullable(),
  created_at: z.iso.datetime().optional(),
  repository: z.object({ id: z.number() }),
});

const runEvent = z.object({
  action: z.string().default('completed'),
  repository: z.object({ id: z.number() }),
  workflow_run: runData,
});

/** A run, and whether it has a report by now. */
export interface RunEvent {
  readonly run: WorkflowRun;
  readonly stage: 'begun' | 'ended';
}

/**
 * Reads the run that a `workflow_run` event is about. It is one of pull requests, whose reports a job with a token
 * that may write judges again.
 *
 * Throws a `UserError` unless the run is of this repository, of `workflow` (a file: anybody's workflow may have the
 * same name), for `pull_request`, and has begun, or ended in success or failure.
 * Payload: https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
 */
export function workflowRunOf(payload: unknown, { workflow }: { readonly workflow: string }): RunEvent {
  const parsed = runEvent.safeParse(payload);
  if (!parsed.success) throw malformedPayload(parsed.error);
  const { action, repository, workflow_run: data } = parsed.data;
  const run = toWorkflowRun(data);
  const { id, path, event, conclusion } = run;
  if (data.repository.id !== repository.id) {
    throw refuse(id, `of the repository with the id ${data.repository.id}`, `this one, ${repository.id}`);
  }
  if (path !== workflow) throw refuse(id, `of ${JSON.stringify(path)}`, `a run of ${workflow}`);
  if (event !== 'pull_request') throw refuse(id, `for ${event}`, 'one for pull_request');
  if (action === 'requested' || action === 'in_progress') return { run, stage: 'begun' };
  if (conclusion !== 'success' && conclusion !== 'failure') {
    throw refuse(id, conclusion ?? 'not at its end', 'one that ended in success or failure');
  }
  return { run, stage: 'ended' };
}

function refuse(id: number, found: string, expected: string): UserError {
  return new UserError(
    `the workflow run ${id} is ${found}; expected ${expected}: check \`on: workflow_run\`, the job's \`if:\` and ` +
      'the input `workflow`',
  );
}

function malformedPayload(error: z.ZodError): UserError {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || '(payload)'}: ${message}`);
  return new UserError(
    `the event in GITHUB_EVENT_PATH is not one of workflow_run (${problems[0]}); expected what GitHub sends: run ` +
      'the action from a workflow with `on: workflow_run`',
    { cause: error, details: problems },
  );
}

/** Reads one run as it is now. Throws a `UserError` when GitHub does not show it. */
export async function getRun({ client, owner, repo }: Repository, id: number): Promise<WorkflowRun> {
  const purpose = { action: `read workflow run ${id} of ${owner}/${repo}`, permission: 'actions: read' };
  const run = ask(runData, (request) =>
    client.rest.actions.getWorkflowRun({ owner, repo, run_id: id, request }),
  );
  return toWorkflowRun(await answerFor(run, purpose));
}

export interface RunSearch {
  /** The workflow's file: `.github/workflows/kernel-size.yml`. */
  readonly workflow: string;
  /** Full hash. */
  readonly headSha: string;
  readonly event: string;
}

/** Finds the runs of a workflow for one commit, newest first. Throws a `UserError` when GitHub does not list them. */
export async function findRuns(
  { client, owner, repo }: Repository,
  { workflow, headSha, event }: RunSearch,
): Promise<readonly WorkflowRun[]> {
  const file = workflow.slice(workflow.lastIndexOf('/') + 1);
  const search = { owner, repo, workflow_id: file, head_sha: headSha, event };
  const list = askAll({
    shape: z.object({ workflow_runs: z.array(runData) }),
    items: (page) => page.workflow_runs,
    send: (page) => client.rest.actions.listWorkflowRuns({ ...search, ...page }),
  });
  const purpose = { action: `list the runs of ${workflow} in ${owner}/${repo}`, permission: 'actions: read' };
  const runs = await answerFor(list, purpose);
  return runs.map(toWorkflowRun).toSorted((a, b) => b.id - a.id);
}

/** Runs what failed in a run once more. Throws a `UserError` when GitHub does not. */
export async function rerunFailedJobs({ client, owner, repo }: Repository, runId: number): Promise<void> {
  const purpose = {
    action: `run the failed jobs of workflow run ${runId} again`,
    permission: 'actions: write',
  };
  const answer = tell(201, (request) =>
    client.rest.actions.reRunWorkflowFailedJobs({ owner, repo, run_id: runId, request }),
  );
  await answerFor(answer, purpose);
}

function toWorkflowRun(data: z.infer<typeof runData>): WorkflowRun {
  const { head_repository: head } = data;
  return {
    id: data.id,
    attempt: data.run_attempt,
    event: data.event,
    path: withoutRef(data.path),
    headSha: data.head_sha,
    headBranch: data.head_branch ?? '',
    headRepository: head === null ? undefined : { id: head.id, owner: head.owner.login, name: head.name },
    conclusion: data.conclusion ?? undefined,
    createdAt: data.created_at,
  };
}

/** `ci.yml@main` is ci.yml of main; `ci.yml@main.yml` is taken for a file of that name, which anybody may add. */
function withoutRef(path: string): string {
  const end = /\.ya?ml$/.test(path) ? -1 : path.search(/\.ya?ml@/);
  return end === -1 ? path : path.slice(0, path.indexOf('@', end));
}
