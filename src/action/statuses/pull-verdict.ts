/** The verdict on a pull request as things are now, by the newest report of its head and base that is stored. */
import type { LivePullRequest } from '../../github/pulls/live-pull-request.ts';
import type { WorkflowRun } from '../../github/runs/workflow-run.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import type { Report } from '../../report/report.ts';
import { headlineOf } from '../../report/words/headline.ts';
import { UserError } from '../../user-error.ts';
import { type ActionJob, repositoryOf } from '../job.ts';
import { judgeForPull } from '../judging/judge-for-pull.ts';
import { baseCheck } from '../judging/measured-base.ts';
import { findStoredReport } from '../judging/stored-report.ts';
import { type CommitVerdict, STATES, stateOf } from './commit-verdict.ts';

/** What a job has found out by itself: the verdict on one of the pull requests, by the report of a run. */
export interface KnownVerdict {
  readonly pull: LivePullRequest;
  readonly run: WorkflowRun;
  readonly report: Report;
}

/** What a status says. */
export interface Words extends Pick<CommitVerdict, 'state' | 'line' | 'report'> {
  /** The run that measured; undefined where none has. */
  readonly run?: number | undefined;
}

/** The verdict on one pull request. */
export interface PullVerdict extends Words {
  readonly pull: LivePullRequest;
}

interface PullQuestion {
  /** Of the workflow for the head, the newest first. */
  readonly runs: readonly WorkflowRun[];
  readonly pull: LivePullRequest;
  readonly known: KnownVerdict | undefined;
}

/** By the newest report of it; one that waits for its first is pending. */
export async function verdictOn(job: ActionJob, { pull, runs, known }: PullQuestion): Promise<PullVerdict> {
  const repository = repositoryOf(job);
  const isKnown = known?.pull.number === pull.number && known.pull.baseRef === pull.baseRef;
  const own = isKnown ? known : undefined;
  try {
    const newer = runs.filter(({ id }) => own === undefined || id > own.run.id);
    const stored = await findStoredReport(repository, {
      runs: newer,
      pull,
      isOther: baseCheck(repository, pull),
    });
    const report = stored === undefined ? own?.report : await judgeForPull(job, stored.report, pull);
    if (report === undefined) return { pull, state: 'pending', line: 'waits for its measurement' };
    const { id } = (stored ?? own)!.run;
    return { pull, state: stateOf(report, job), line: headlineOf(report, visibleLine), run: id, report };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    job.log.notice(`no verdict on pull request ${pull.number}: ${visibleLine(error.message)}`);
    return { pull, ...failed(error) };
  }
}

/** The worst of the verdicts, with the words of all of them, the worst first. */
export function combined(verdicts: readonly PullVerdict[]): Words {
  const [worst, ...others] = verdicts.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  const { state, run, report } = worst!;
  const line =
    others.length === 0
      ? `${visibleLine(worst!.pull.baseRef)}: ${worst!.line}`
      : [worst!, ...others]
          .map(({ pull, line: words }) => `#${pull.number} into ${visibleLine(pull.baseRef)}: ${words}`)
          .join('; ');
  return { state, line, run, report };
}

/** What is said where a job fails. */
export function failed(error: unknown): Words {
  const said = error instanceof UserError ? error.message : 'the job failed, see its log';
  return { state: 'error', line: `nothing was compared: ${visibleLine(said)}` };
}
