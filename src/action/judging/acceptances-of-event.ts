import { joinRemarks } from '../../check/acceptances.ts';
import { getPullRequest } from '../../github/pulls/live-pull-request.ts';
import type { Remarks } from '../../report/report.ts';
import type { ActionEvent } from '../event.ts';
import { type ActionJob, repositoryOf, workflowPath } from '../job.ts';
import { acceptancesOfPull, acceptancesOfRange } from './live-acceptances.ts';
import { unlessRefused } from './unless-refused.ts';

/** Growth that is accepted for what an event is about: its pull request, or the commits that are pushed or queued. */
export async function acceptancesOfEvent(
  job: ActionJob,
  event: ActionEvent,
  range: { readonly base: string; readonly head: string },
): Promise<Remarks> {
  const repository = repositoryOf(job);
  const ofPull = (number: number): Promise<Remarks> =>
    unlessRefused('the pull request', async () =>
      acceptancesOfPull({
        repository,
        pull: await getPullRequest(repository, number),
        label: job.inputs.acceptLabel,
        workflow: workflowPath(job),
      }),
    );
  if (event.pullRequest !== undefined) return ofPull(event.pullRequest.number);
  const { kind } = event.trigger;
  if (kind === 'other') return { acceptances: [], notes: [] };
  const ofRange = await acceptancesOfRange(repository, range);
  return event.queuedPullRequest === undefined
    ? ofRange
    : joinRemarks([ofRange, await ofPull(event.queuedPullRequest)]);
}
