import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CommitPair } from '../git/commits/commits.ts';
import type { EventContext, Trigger } from '../git/commits/event-commits.ts';
import type { Client } from '../github/api/client.ts';
import type { Repository } from '../github/api/repository.ts';
import type { Progress } from '../process/progress.ts';
import type { Remarks } from '../report/report.ts';
import { UserError } from '../user-error.ts';
import type { EventSource } from './event.ts';
import type { ActionInputs } from './inputs.ts';
import type { RunnerLog } from './runner/runner-log.ts';

/** One use of the action in a workflow run; each mode takes it and returns the exit code. */
export interface ActionJob {
  readonly inputs: ActionInputs;
  readonly source: EventSource;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly client: Client;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly log: RunnerLog;
}

/** What a job that measures needs of it, its event read. */
export interface RunnerJob extends Omit<ActionJob, 'source' | 'client'> {
  readonly trigger: Trigger;
  readonly mergeBase: EventContext['mergeBase'];
  readonly readAcceptances: (commits: CommitPair) => Promise<Remarks>;
}

/** Where the action keeps its files during a job, apart from those of other uses in it. */
export function runnerFolder({ env, inputs }: Pick<RunnerJob, 'env' | 'inputs'>): string {
  const temp = env['RUNNER_TEMP'];
  if (temp === undefined) {
    throw new UserError(
      'RUNNER_TEMP is not set; the action runs in a GitHub workflow, use the command line elsewhere',
    );
  }
  return join(temp, 'kernel-size-budget', inputs.commentKey);
}

/** The repository that the workflow runs in. */
export function repositoryOf({ env, client }: Pick<ActionJob, 'env' | 'client'>): Repository {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo) {
    throw new UserError(
      `GITHUB_REPOSITORY is "${env['GITHUB_REPOSITORY'] ?? ''}"; expected OWNER/REPOSITORY, as the runner sets it`,
    );
  }
  return { client, owner, repo };
}

/** The run that this job is in. */
export interface ThisRun {
  readonly id: number;
  readonly attempt: number;
  /** Its page. */
  readonly url: string;
}

export function thisRun(env: Readonly<NodeJS.ProcessEnv>): ThisRun {
  const id = Number(env['GITHUB_RUN_ID'] ?? 0);
  return { id, attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1), url: runUrl(env, id) };
}

/** Tells apart the uses of the action in one run: jobs, those of a matrix too, and steps. Hexadecimal. */
export function useOf({ inputs, env }: Pick<ActionJob, 'inputs' | 'env'>): string {
  const { kernel, config, targets, matrix } = inputs;
  const use = [env['GITHUB_JOB'], env['GITHUB_ACTION'], matrix, kernel, config, targets];
  return createHash('sha256').update(JSON.stringify(use)).digest('hex').slice(0, 16);
}

/** What is to be set where two uses write the same. */
export const SET_KEY =
  'expected a comment-key of its own for each job and step, in a matrix of targets `comment-key: ${{ matrix.target }}`';

/** The page of a run, on whichever server this is. */
export function runUrl(env: Readonly<NodeJS.ProcessEnv>, id: number): string {
  return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}/actions/runs/${id}`;
}

/** The path of the workflow that runs: GITHUB_WORKFLOW_REF is `OWNER/REPOSITORY/PATH@REF`. */
export function workflowPath({ inputs, env }: Pick<ActionJob, 'inputs' | 'env'>): string {
  const reference = env['GITHUB_WORKFLOW_REF'] ?? '';
  const [, path] = /^[^/]+\/[^/]+\/([^@]+)@/.exec(reference) ?? [];
  return path ?? inputs.workflow;
}
