import * as core from '@actions/core';
import type { PlannedTarget } from '../../check/job.ts';
import type { CommitPair } from '../../git/commits/commits.ts';
import { MATRIX_JOBS } from '../../github/api/limits.ts';
import { getPullRequest } from '../../github/pulls/live-pull-request.ts';
import { findRuns } from '../../github/runs/workflow-run.ts';
import { targetPackages } from '../../kernel/tools/require-tools.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import { UserError } from '../../user-error.ts';
import { type ActionEvent, readEvent } from '../event.ts';
import { type ActionJob, repositoryOf, workflowPath } from '../job.ts';
import type { BaseCheck } from '../judging/measured-base.ts';
import { findStoredReport } from '../judging/stored-report.ts';
import { commitLines } from '../publishing/outputs.ts';
import { openRepositories, planInRunner, resolveCommits } from '../runner/plan-in-runner.ts';
import { mergeBaseReader } from './measure.ts';

/**
 * Prints the targets as a matrix with the packages that each needs, and the two commits that all jobs compare. Where
 * only another verdict is asked for and the run's report is stored, the matrix is empty and names that run.
 */
export async function planMode(job: ActionJob): Promise<0> {
  const event = readEvent(job.source);
  const planJob = { ...job, trigger: event.trigger, mergeBase: mergeBaseReader(job) };
  const repositories = await openRepositories(planJob);
  const resolved = await resolveCommits(repositories, planJob);
  const { base, head } = resolved.commits;
  job.log.info(commitLines({ base, head }).join('\n'));
  const stored = event.asks === 'to judge again' ? await storedRun(job, event, base.hash) : undefined;
  if (stored !== undefined) {
    job.log.info(`nothing is built: the report of workflow run ${stored} is judged again`);
    core.setOutput('stored-run', stored);
    core.setOutput('matrix', { include: [] });
    return setCommits(resolved.commits);
  }
  const { targets } = await planInRunner(repositories, resolved, planJob);
  requireMatrix(targets);
  core.setOutput('matrix', { include: targets.map(({ target }) => matrixRow(target)) });
  core.setOutput('targets', targets.map(({ target }) => target.name).join(' '));
  return setCommits(resolved.commits);
}

function setCommits({ base, head }: CommitPair): 0 {
  core.setOutput('base', base.hash);
  core.setOutput('head', head.hash);
  return 0;
}

function matrixRow(target: PlannedTarget['target']): { readonly target: string; readonly packages: string } {
  return { target: target.name, packages: targetPackages(target).join(' ') };
}

function requireMatrix(targets: readonly PlannedTarget[]): void {
  if (targets.length <= MATRIX_JOBS) return;
  throw new UserError(
    `there are ${targets.length} targets, and a matrix has ${MATRIX_JOBS} jobs at most; choose some with the input "targets"`,
  );
}

/** A run whose report is of the same head and the same base. Not finding it costs a build, nothing else. */
async function storedRun(
  job: ActionJob,
  { pullRequest }: ActionEvent,
  base: string,
): Promise<number | undefined> {
  if (pullRequest === undefined) return undefined;
  const repository = repositoryOf(job);
  try {
    const pull = await getPullRequest(repository, pullRequest.number);
    if (pull.headSha !== pullRequest.headSha) return undefined;
    const search = { workflow: workflowPath(job), headSha: pull.headSha, event: 'pull_request' };
    const runs = await findRuns(repository, search);
    const isOther: BaseCheck = async ({ report }) =>
      report.base?.hash === base ? undefined : 'it is of another commit';
    return (await findStoredReport(repository, { runs, pull, isOther }))?.run.id;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const said = `no stored report could be read, so all targets are measured: ${error.message}`;
    job.log.info(visibleLine(said));
    return undefined;
  }
}
