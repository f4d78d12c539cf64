import type { PullRequest } from '../../github/pulls/pull-request.ts';
import { type WorkflowRun, getRun } from '../../github/runs/workflow-run.ts';
import { failedReport } from '../../report/assemble-report.ts';
import { joinReports } from '../../report/join-reports.ts';
import type { Report } from '../../report/report.ts';
import { shortened } from '../../report/shortened.ts';
import { UserError } from '../../user-error.ts';
import { type ActionEvent, readEvent } from '../event.ts';
import { type ActionJob, repositoryOf, workflowPath } from '../job.ts';
import { acceptancesOfEvent } from '../judging/acceptances-of-event.ts';
import { judgeLive } from '../judging/judge-live.ts';
import { baseCheck } from '../judging/measured-base.ts';
import { readParts } from '../judging/parts.ts';
import { storedReport } from '../judging/stored-report.ts';
import { whilePending } from '../statuses/own-status.ts';
import { publish } from './check-mode.ts';

/** A report that is not judged yet, and by which commit's or branch's budget file it is. */
interface Unjudged {
  readonly report: Report;
  readonly ref: string;
}

/** Joins the parts that the jobs of this run left, or takes a stored report, judges it, and publishes it. */
export async function reportMode(job: ActionJob): Promise<0 | 1 | 2> {
  const event = readEvent(job.source);
  return whilePending(job, event, () => reportOn(job, event));
}

async function reportOn(job: ActionJob, event: ActionEvent): Promise<0 | 1 | 2> {
  const { storedRun } = job.inputs;
  const { report, ref } = await unlessUserError(() =>
    storedRun === undefined ? joinParts(job) : takeStored(job, event, storedRun),
  );
  const commits = { base: report.base?.hash ?? ref, head: report.head?.hash ?? ref };
  const remarks = await acceptancesOfEvent(job, event, commits);
  const { config, targets: names } = job.inputs;
  const judged = await judgeLive(report, { repository: repositoryOf(job), config, ref, names, remarks });
  const { number: pullRequest, baseRef } = event.pullRequest ?? {};
  return publish(shortened({ ...judged, pullRequest, baseRef }), job, event);
}

/** What goes wrong on the way to a report is a report too. */
async function unlessUserError(read: () => Promise<Unjudged>): Promise<Unjudged> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message: reason, details } = error;
    return { report: failedReport({ base: undefined, head: undefined }, { reason, details }), ref: 'HEAD' };
  }
}

async function joinParts({ inputs, env }: ActionJob): Promise<Unjudged> {
  const { base, head, targets } = inputs;
  if (base === undefined || head === undefined || targets.length === 0) {
    throw new UserError(
      'the mode "report" was given no base, head and targets; expected those that the job of mode "plan" printed: did that job fail?',
    );
  }
  const parts = await readParts(inputs.parts, env['GITHUB_WORKSPACE'] ?? '.');
  const [first] = parts;
  const commits = {
    base: first?.base ?? { hash: base, origin: 'as planned' },
    head: first?.head ?? { hash: head, origin: 'as planned' },
  };
  if (commits.base.hash !== base || commits.head.hash !== head) {
    throw new UserError(
      `the measurements are of ${commits.base.hash}..${commits.head.hash}; expected those of ${base}..${head}, as planned`,
    );
  }
  return { report: joinReports(commits, parts), ref: base };
}

async function takeStored(job: ActionJob, event: ActionEvent, id: number): Promise<Unjudged> {
  const run = await getRun(repositoryOf(job), id);
  const { pullRequest } = event;
  if (pullRequest === undefined || run.headSha !== pullRequest.headSha || run.path !== workflowPath(job)) {
    throw new UserError(
      `workflow run ${id} is of ${run.path} for ${run.headSha}; expected a run of this workflow for the pull request's head`,
    );
  }
  const report = await storedReport(repositoryOf(job), run);
  await requireBase(job, { report, run, pullRequest });
  return { report, ref: pullRequest.baseRef };
}

/** The plan names the base that this run would measure; without a plan the pull request's base branch has to have it. */
async function requireBase(
  job: ActionJob,
  {
    report,
    run,
    pullRequest,
  }: { readonly report: Report; readonly run: WorkflowRun; readonly pullRequest: PullRequest },
): Promise<void> {
  const { base } = job.inputs;
  const other =
    base === undefined || report.base?.hash === base
      ? await baseCheck(repositoryOf(job), pullRequest)({ report, run })
      : `run ${run.id} measured against ${report.base?.hash ?? 'no base'}, not against ${base}`;
  if (other === undefined) return;
  throw new UserError(
    `${other}; expected a report of the pull request's base: run all jobs again, which measures it`,
  );
}
