import { exitCodeOf } from '../exit-code.ts';
import type { Report } from '../report/report.ts';
import { acceptancesOfEvent } from './acceptances-of-event.ts';
import { type ActionEvent, readEvent } from './event.ts';
import { type ActionJob, thisRun, workflowPath } from './job.ts';
import { measure } from './measure.ts';
import { annotateGrowth, annotateVerdict, writeOutputs } from './outputs.ts';
import { publishIssue } from './publish-issue.ts';
import { publishComment, publishStatus } from './publish.ts';

/** The whole check in one step: builds, judges and publishes. */
export async function checkMode(job: ActionJob): Promise<0 | 1 | 2> {
  const event = readEvent(job.source);
  const report = await measure(job, event, (range) => acceptancesOfEvent(job, event, range));
  return publish(report, job, event);
}

/** Everything that a job in the run of the event itself publishes. */
export async function publish(report: Report, job: ActionJob, event: ActionEvent): Promise<0 | 1 | 2> {
  await writeOutputs(report, job);
  annotateVerdict(report, job);
  annotateGrowth(report);
  const head = event.pullRequest?.headSha ?? report.head?.hash;
  if (head !== undefined) {
    const { id: run, attempt } = thisRun(job.env);
    const publication = { report, job, source: { head, run, attempt }, workflow: workflowPath(job) };
    const { pullRequest } = event;
    const outcome = pullRequest && (await publishComment(publication, pullRequest));
    // A newer run sets its own.
    if (outcome?.kind !== 'superseded') await publishStatus(publication);
  }
  if (event.branch !== undefined) await publishIssue(report, job, event.branch);
  return exitCodeOf(report, job.inputs.failOn);
}
