import { mergeBase } from '../../github/commits/merge-base.ts';
import type { Report, Remarks } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import type { ActionEvent } from '../event.ts';
import { type ActionJob, repositoryOf } from '../job.ts';
import { checkInRunner } from '../runner/check-in-runner.ts';

/** Builds and compares the two commits that the event names; `readAcceptances` is asked after the builds. */
export async function measure(
  job: ActionJob,
  event: ActionEvent,
  readAcceptances: (commits: { readonly base: string; readonly head: string }) => Promise<Remarks>,
): Promise<Report> {
  const report = await checkInRunner({
    ...job,
    trigger: event.trigger,
    mergeBase: mergeBaseReader(job),
    readAcceptances: ({ base, head }) => readAcceptances({ base: base.hash, head: head.hash }),
  });
  return { ...report, pullRequest: event.pullRequest?.number, baseRef: event.pullRequest?.baseRef };
}

/** The server not knowing is an answer: the event's own base is used then, and the report says so. */
export function mergeBaseReader(job: ActionJob): (base: string, head: string) => Promise<string | undefined> {
  const repository = repositoryOf(job);
  return (base, head) =>
    mergeBase({ ...repository, base, head }).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      job.log.warning(error.message);
      return undefined;
    });
}
