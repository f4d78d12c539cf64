import { type LivePullRequest, isRunOf } from '../../github/pulls/live-pull-request.ts';
import { workflowRunOf } from '../../github/runs/run-event.ts';
import type { WorkflowRun } from '../../github/runs/workflow-run.ts';
import { failedReport } from '../../report/assemble-report.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import type { Report } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import { type ActionJob, repositoryOf } from '../job.ts';
import { judgeForPull } from '../judging/judge-for-pull.ts';
import { baseCheck } from '../judging/measured-base.ts';
import { storedReport } from '../judging/stored-report.ts';
import { keepStatus, openHead } from '../statuses/head-status.ts';
import type { KnownVerdict } from '../statuses/pull-verdict.ts';
import { writeOutputs } from './outputs.ts';
import { publishComment } from './publish.ts';

/**
 * Comments on the pull request that a run measured, by what the run left and GitHub says of it, and brings the status of
 * its head up to date. A run that has only begun has nothing to comment on, but may be the first of its pull request.
 */
export async function commentOnRun(job: ActionJob): Promise<0 | 2> {
  const { run, stage } = workflowRunOf(job.source.payload, job.inputs);
  const head = await openHead(job, run.headSha);
  const own = head.pulls.filter((pull) => isRunOf(run, pull));
  if (own.length === 0) {
    job.log.notice(
      `nothing is commented on: no open pull request has ${run.headSha} of "${visibleLine(run.headBranch)}" as its head any more`,
    );
    return 0;
  }
  const known = await keepStatus(head, () =>
    stage === 'begun' ? notYet(job, run) : judgeRun(job, run, own),
  );
  return known?.report.verdict === 'no-comparison' ? 2 : 0;
}

async function notYet({ log }: ActionJob, run: WorkflowRun): Promise<undefined> {
  log.info(`nothing is commented on: run ${run.id} has begun`);
}

async function judgeRun(
  job: ActionJob,
  run: WorkflowRun,
  pulls: readonly LivePullRequest[],
): Promise<KnownVerdict | undefined> {
  const report = await unlessUserError(() => storedReport(repositoryOf(job), run));
  const pull = choosePull(pulls, report);
  let other: string | undefined;
  const checked = await unlessUserError(async () => {
    other = await baseCheck(repositoryOf(job), pull)({ report, run });
    return report;
  });
  if (other !== undefined) {
    job.log.notice(
      `nothing is commented on: ${visibleLine(other)}; a run for that base reports, or edit the title`,
    );
    return undefined;
  }
  const verdict = { pull, run, report: await judgeForPull(job, checked, pull) };
  await publishVerdict(job, verdict);
  return verdict;
}

/** A report that cannot be had or trusted is one that says so, on the pull request that it was to be for. */
async function unlessUserError(read: () => Promise<Report>): Promise<Report> {
  try {
    return await read();
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

/** The comment and the job summary; the status is that of all pull requests of the commit. */
export async function publishVerdict(job: ActionJob, { pull, run, report }: KnownVerdict): Promise<void> {
  await writeOutputs(report, job);
  const source = { head: run.headSha, run: run.id, attempt: run.attempt };
  const publication = { report, job, source, workflow: run.path };
  // The token is this repository's, wherever the pull request is from.
  await publishComment(publication, { ...pull, origin: 'same-repository' });
}
