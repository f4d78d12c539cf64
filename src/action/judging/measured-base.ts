/**
 * Whether a report is of what a pull request is to be merged into. A report is of one head and of one commit of one
 * base branch. It holds while the pull request has this head and this base branch, and the branch has this commit:
 * that the branch has gone on since changes nothing, as with every check on GitHub. Another base branch changes
 * everything, also where both branches have the commit, since head may have what only one of them lacks.
 */
import type { Repository } from '../../github/api/repository.ts';
import { isInBranch } from '../../github/commits/merge-base.ts';
import type { LivePullRequest } from '../../github/pulls/live-pull-request.ts';
import { baseChangedAt } from '../../github/pulls/pull-events.ts';
import type { WorkflowRun } from '../../github/runs/workflow-run.ts';
import { shortLine } from '../../report/inert/inert-text.ts';
import type { Report } from '../../report/report.ts';

/** Says in one line why the report of a run is of another base; undefined where it is not. */
export type BaseCheck = (stored: {
  readonly report: Report;
  readonly run: Pick<WorkflowRun, 'id' | 'createdAt'>;
}) => Promise<string | undefined>;

/** In characters; the report's own word on its branch is a stranger's. */
const LONGEST_BRANCH = 100;

/** Checks reports for one pull request, and asks GitHub once for its events. They throw a `UserError`. */
export function baseCheck(
  repository: Repository,
  { number, baseRef: branch }: Pick<LivePullRequest, 'number' | 'baseRef'>,
): BaseCheck {
  let changedAt: Promise<string | undefined> | undefined;
  return async ({ report, run }) => {
    const { base, baseRef } = report;
    if (baseRef !== undefined && baseRef !== branch) {
      return `run ${run.id} measured against "${shortLine(baseRef, LONGEST_BRANCH)}", not against ${branch}`;
    }
    changedAt ??= baseChangedAt(repository, number);
    if (isBefore(run.createdAt, await changedAt)) {
      return `pull request ${number} was given the base ${branch} after run ${run.id} had begun`;
    }
    // What failed before it had a base is no pass in any case.
    if (base === undefined || (await isInBranch(repository, { commit: base.hash, branch }))) return undefined;
    return `run ${run.id} measured against ${base.hash}, which ${branch} does not have`;
  };
}

/** A change and the run that it starts may bear the same second. What has no time may be from before. */
function isBefore(begun: string | undefined, changed: string | undefined): boolean {
  if (changed === undefined) return false;
  return begun === undefined || Date.parse(begun) < Date.parse(changed);
}
