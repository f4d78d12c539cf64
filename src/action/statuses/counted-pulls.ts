/**
 * Which of the pull requests that share a head count for its status. Those into a branch without a budget file have no
 * say in what the others have, and a status of another name where they are alone.
 */
import { SHARED_HEADS } from '../../github/api/limits.ts';
import { readRepositoryFile } from '../../github/commits/repository-file.ts';
import type { LivePullRequest } from '../../github/pulls/live-pull-request.ts';
import { UserError } from '../../user-error.ts';
import { type ActionJob, repositoryOf } from '../job.ts';
import { verdictName } from './commit-verdict.ts';

/** Pull requests that are judged for a status, and what it is called. */
export interface Counted {
  readonly name: string;
  readonly pulls: readonly LivePullRequest[];
}

/** None where there are more than are judged: what is not known of all of them cannot pass. */
export async function countedPulls(job: ActionJob, pulls: readonly LivePullRequest[]): Promise<Counted> {
  if (pulls.length > SHARED_HEADS) return { name: verdictName(job), pulls: [] };
  const have = await Promise.all(pulls.map((pull) => hasBudget(job, pull)));
  const governed = pulls.filter((_, index) => have[index]);
  if (governed.length > 0) return { name: verdictName(job), pulls: governed };
  return { name: verdictName(job, 'no budget file'), pulls };
}

/** A branch that does not say is taken for one that has a budget file: judging by it fails then. */
export async function hasBudget(
  job: ActionJob,
  { baseRef: ref }: Pick<LivePullRequest, 'baseRef'>,
): Promise<boolean> {
  try {
    return (await readRepositoryFile(repositoryOf(job), { path: job.inputs.config, ref })) !== undefined;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}
