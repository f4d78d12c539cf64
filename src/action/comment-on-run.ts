import * as core from '@actions/core';
import type { LivePullRequest } from '../github/live-pull-request.ts';
import { findPullRequests } from '../github/live-pull-request.ts';
import { type WorkflowRun, workflowRunOf } from '../github/workflow-run.ts';
import { visibleLine } from '../report/inert-text.ts';
import { type Report, failedReport } from '../report/report.ts';
import { UserError } from '../user-error.ts';
import { type ActionJob, repositoryOf } from './job.ts';
import { judgeLive } from './judge-live.ts';
import { acceptancesOfPull } from './live-acceptances.ts';
import { writeOutputs } from './outputs.ts';
import { publishComment, publishStatus } from './publish.ts';
import { storedReport } from './stored-report.ts';

/** Comments on the pull request that a run measured, by what the run left and GitHub says of it. */
export async function commentOnRun(job: ActionJob): Promise<0 | 2> {
  const run = workflowRunOf(job.source.payload, job.inputs);
  const repository = repositoryOf(job);
  const pulls = await findPullRequests(repository, run);
  if (pulls.length === 0) {
    core.notice(
      `nothing is commented on: no open pull request has ${run.headSha} of "${visibleLine(run.headBranch)}" as its head any more`,
    );
    return 0;
  }
  const report = await reportOfRun(job, run);
  const pull = choosePull(pulls, report);
  const judged = await judgeForPull(job, report, pull);
  await publishVerdict(job, judged, { run, pull });
  return judged.verdict === 'no-comparison' ? 2 : 0;
}

/** A report that cannot be had or trusted is one that says so, on the pull request that it was to be for. */
async function reportOfRun(job: ActionJob, run: WorkflowRun): Promise<Report> {
  try {
    return await storedReport(repositoryOf(job), run);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message: reason, details } = error;
    return failedReport({ base: undefined, head: undefined }, { reason, details });
  }
}

/** One branch may be offered to several base branches; the report's own word only chooses among these. */
function choosePull(pulls: readonly LivePullRequest[], report: Report): LivePullRequest {
  const [only, ...more] = pulls;
  const chosen = pulls.find(({ number }) => number === report.pullRequest);
  if (chosen !== undefined) return chosen;
  if (only !== undefined && more.length === 0) return only;
  throw new UserError(
    `the commit is the head of pull requests ${pulls.map(({ number }) => number).join(', ')}, and the report does not ` +
      'say which of them it is for; expected one of them: close the others, or run the check again',
  );
}

/** Judges by the budget file of the branch that the pull request is to be merged into, as it is now. */
export async function judgeForPull(job: ActionJob, report: Report, pull: LivePullRequest): Promise<Report> {
  const repository = repositoryOf(job);
  const { config, targets: names, acceptLabel: label } = job.inputs;
  const remarks = await acceptancesOfPull({ repository, pull, label });
  const judged = await judgeLive(report, { repository, config, ref: pull.baseRef, names, remarks });
  return { ...judged, pullRequest: pull.number };
}

/** The comment, the job summary, and the status that branch protection can ask for. */
export async function publishVerdict(
  job: ActionJob,
  report: Report,
  { run, pull }: { readonly run: WorkflowRun; readonly pull: LivePullRequest },
): Promise<void> {
  await writeOutputs(report, job);
  const source = { head: pull.headSha, run: run.id, attempt: run.attempt };
  const publication = { report, job, source, workflow: run.path };
  // The token is this repository's, wherever the pull request is from.
  const outcome = await publishComment(publication, { number: pull.number, origin: 'same-repository' });
  // A newer run sets its own.
  if (outcome.kind !== 'superseded') await publishStatus(publication);
}
