import { exitCodeOf } from '../../report/exit-code.ts';
import type { Report } from '../../report/report.ts';
import { type ActionEvent, readEvent } from '../event.ts';
import { type ActionJob, thisRun, useOf, workflowPath } from '../job.ts';
import { acceptancesOfEvent } from '../judging/acceptances-of-event.ts';
import { annotateGrowth, annotateVerdict, writeOutputs } from '../publishing/outputs.ts';
import { publishIssue } from '../publishing/publish-issue.ts';
import { publishComment } from '../publishing/publish.ts';
import { publishOwnStatus, whilePending } from '../statuses/own-status.ts';
import { measure } from './measure.ts';

/** The whole check in one step: builds, judges and publishes. */
export async function checkMode(job: ActionJob): Promise<0 | 1 | 2> {
  const event = readEvent(job.source);
  return whilePending(job, event, async () => {
    const report = await measure(job, event, (range) => acceptancesOfEvent(job, event, range));
    return publish(report, job, event);
  });
}

/** Everything that a job in the run of the event itself publishes. */
export async function publish(report: Report, job: ActionJob, event: ActionEvent): Promise<0 | 1 | 2> {
  await writeOutputs(report, job);
  annotateVerdict(report, job);
  annotateGrowth(report, job);
  const published = [
    await publishOwnComment(report, job, event),
    await publishOwnStatus(report, job, event),
    event.branch === undefined ? 'done' : await publishIssue(report, job, event.branch),
  ];
  return published.includes('taken') ? 2 : exitCodeOf(report, job.inputs.failOn);
}

/** `taken` where another job of the same run says something else in the same place, so that one of them is not seen. */
async function publishOwnComment(
  report: Report,
  job: ActionJob,
  event: ActionEvent,
): Promise<'done' | 'taken'> {
  const { pullRequest } = event;
  if (pullRequest === undefined) return 'done';
  const { id: run, attempt } = thisRun(job.env);
  const source = { head: pullRequest.headSha, run, attempt, use: useOf(job) };
  const outcome = await publishComment({ report, job, source, workflow: workflowPath(job) }, pullRequest);
  return outcome.kind === 'taken' ? 'taken' : 'done';
}
