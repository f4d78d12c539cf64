/**
 * Workflow runs as GitHub shows them.
 * https://docs.github.com/en/rest/actions/workflow-runs
 */
import { z } from 'zod';
import { ask, askAll, tell } from '../api/ask.ts';
import { PAGE_SIZE } from '../api/limits.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';
import { commitHash } from '../commits/commit-hash.ts';
import type { HeadRepository } from '../pulls/live-pull-request.ts';

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

export const runData = z.object({
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

/** Reads one run as it is now. Throws a `UserError` when GitHub does not show it. */
export async function getRun({ client, owner, repo }: Repository, id: number): Promise<WorkflowRun> {
  const purpose = { action: `read workflow run ${id} of ${owner}/${repo}`, permission: 'actions: read' };
  const run = ask(runData, (request) =>
    client.rest.actions.getWorkflowRun({ owner, repo, run_id: id, request }),
  );
  return toWorkflowRun(await answerFor(run, purpose));
}

const runList = z.object({ workflow_runs: z.array(runData) });

function fileOf(workflow: string): string {
  return workflow.slice(workflow.lastIndexOf('/') + 1);
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
  const search = { owner, repo, workflow_id: fileOf(workflow), head_sha: headSha, event };
  const list = askAll({
    shape: runList,
    items: (page) => page.workflow_runs,
    send: (page) => client.rest.actions.listWorkflowRuns({ ...search, ...page }),
  });
  const purpose = { action: `list the runs of ${workflow} in ${owner}/${repo}`, permission: 'actions: read' };
  const runs = await answerFor(list, purpose);
  return runs.map(toWorkflowRun).toSorted((a, b) => b.id - a.id);
}

/** A branch, and a time in ISO 8601. */
export interface HeadSearch {
  /** The file of a workflow that runs for each push: `.github/workflows/kernel-size.yml`. */
  readonly workflow: string;
  readonly headRepository: Pick<HeadRepository, 'id'> | undefined;
  readonly headBranch: string;
  readonly at: string;
}

/**
 * Asks for the head that a pull request had at some time: that of the newest run until then, since each push makes one,
 * and nothing else tells when a commit was pushed. Undefined where no run of the branch is among the newest ones of its
 * name. Throws a `UserError` when GitHub does not list them.
 */
export async function headAt(
  { client, owner, repo }: Repository,
  { workflow, headRepository, headBranch: branch, at }: HeadSearch,
): Promise<string | undefined> {
  const search = { owner, repo, workflow_id: fileOf(workflow), event: 'pull_request', branch };
  const list = ask(runList, (request) =>
    client.rest.actions.listWorkflowRuns({ ...search, created: `<=${at}`, per_page: PAGE_SIZE, request }),
  );
  const purpose = { action: `list the runs of ${workflow} in ${owner}/${repo}`, permission: 'actions: read' };
  const { workflow_runs: runs } = await answerFor(list, purpose);
  const own = runs.filter(({ head_repository: head }) => head !== null && head.id === headRepository?.id);
  return own.toSorted((a, b) => b.id - a.id)[0]?.head_sha;
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

export function toWorkflowRun(data: z.infer<typeof runData>): WorkflowRun {
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
