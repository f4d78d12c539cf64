import type { LivePullRequest } from '../../github/pulls/live-pull-request.ts';
import type { Report } from '../../report/report.ts';
import { type ActionJob, repositoryOf } from '../job.ts';
import { judgeLive } from './judge-live.ts';
import { acceptancesOfPull } from './live-acceptances.ts';

/** Judges by the budget file of the branch that the pull request is to be merged into, as it is now. */
export async function judgeForPull(job: ActionJob, report: Report, pull: LivePullRequest): Promise<Report> {
  const repository = repositoryOf(job);
  const { config, targets: names, acceptLabel: label, workflow } = job.inputs;
  const remarks = await acceptancesOfPull({ repository, pull, label, workflow });
  const judged = await judgeLive(report, { repository, config, ref: pull.baseRef, names, remarks });
  return { ...judged, pullRequest: pull.number };
}
