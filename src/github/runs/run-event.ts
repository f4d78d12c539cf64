import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { type WorkflowRun, runData, toWorkflowRun } from './workflow-run.ts';

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
