/** For which head of a pull request growth was accepted by a label or a command. */
import type { Acceptance } from '../../budget/acceptance.ts';
import type { Repository } from '../../github/api/repository.ts';
import type { LivePullRequest } from '../../github/pulls/live-pull-request.ts';
import { type HeadSearch, headAt } from '../../github/runs/workflow-run.ts';
import type { Remarks } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';

/** The pull request that is judged, the label that accepts growth in it, and the workflow that runs for its pushes. */
export interface AcceptedPull {
  readonly repository: Repository;
  readonly pull: LivePullRequest;
  readonly label: string;
  readonly workflow: string;
}

/**
 * Names the head that growth was accepted for. It is accepted in later pushes too, as far as the bytes go that are
 * named; that they are of another head is said.
 */
export async function forHead(
  { repository, pull, workflow }: AcceptedPull,
  at: string,
  { acceptances, notes }: Remarks,
): Promise<Remarks> {
  if (acceptances.length === 0) return { acceptances, notes };
  const head = await headThen(repository, { ...pull, workflow, at });
  const moved =
    head === undefined || head === pull.headSha ? [] : acceptances.map((one) => movedOn(one, head, pull));
  return {
    acceptances: acceptances.map((one) => Object.assign({}, one, { head })),
    notes: [...notes, ...moved],
  };
}

/** That it is not known changes no verdict, and a token need not be one that may read runs. */
async function headThen(repository: Repository, search: HeadSearch): Promise<string | undefined> {
  try {
    return await headAt(repository, search);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function movedOn(
  { by, target, metric, bytes }: Acceptance,
  head: string,
  { headSha }: LivePullRequest,
): string {
  return (
    `${by} accepted ${target} ${metric} +${bytes} B for ${head}, before the pull request moved on to ${headSha}: ` +
    'so much growth is accepted there too'
  );
}
