/** The report that an unprivileged run left behind. Its file is a stranger's: bounded, checked, and never run. */
import { RUNS_LOOKED_INTO } from '../../github/api/limits.ts';
import type { Repository } from '../../github/api/repository.ts';
import { commitParents } from '../../github/commits/commit-parents.ts';
import { type LivePullRequest, isRunOf } from '../../github/pulls/live-pull-request.ts';
import { type Artifact, downloadArtifact, findArtifact } from '../../github/runs/artifacts.ts';
import { unpackFile } from '../../github/runs/unpack.ts';
import type { WorkflowRun } from '../../github/runs/workflow-run.ts';
import { readReport } from '../../report/json/read-report.ts';
import type { Report } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import type { BaseCheck } from './measured-base.ts';

/** Names of the artifact and of the one file in it. */
const REPORT_ARTIFACT = 'kernel-size-report';
const REPORT_FILE = 'report.json';

/** The run's report, which must be of the commit that the run was for. Throws a UserError where it is not to be had. */
export async function storedReport(repository: Repository, run: WorkflowRun): Promise<Report> {
  const found = await findArtifact(repository, { runId: run.id, name: REPORT_ARTIFACT });
  if (found === undefined) {
    throw new UserError(
      `workflow run ${run.id} has no artifact "${REPORT_ARTIFACT}", or it has expired; expected that its last job ` +
        'uploads one: see the log of the run',
    );
  }
  return readStored(repository, run, found);
}

/** Unpacks and checks what a run has left. */
async function readStored(repository: Repository, run: WorkflowRun, found: Artifact): Promise<Report> {
  const file = await unpackFile(await downloadArtifact(repository, found), REPORT_FILE);
  const text = new TextDecoder('utf-8', { fatal: false }).decode(file);
  const report = readReport(text, `${REPORT_FILE} of workflow run ${run.id}`);
  await requireCommits(repository, report, run);
  return report;
}

/** Where to look for the report of a pull request. */
export interface StoredSearch {
  /** Runs of the workflow for the head, the newest first. */
  readonly runs: readonly WorkflowRun[];
  readonly pull: LivePullRequest;
  /** Says why a report is of another base. */
  readonly isOther: BaseCheck;
}

/** Finds the newest stored report of a pull request's head and base; undefined where no run has one. */
export async function findStoredReport(
  repository: Repository,
  { runs, pull, isOther }: StoredSearch,
): Promise<FoundReport | undefined> {
  // The same commit may be the head of another branch's pull request, or of another fork's.
  const own = runs.filter((run) => isRunOf(run, pull)).slice(0, RUNS_LOOKED_INTO);
  for (const run of own) {
    const found = await findArtifact(repository, { runId: run.id, name: REPORT_ARTIFACT });
    if (found === undefined) continue;
    const report = await readStored(repository, run, found);
    // One branch may be offered to several base branches.
    if (report.pullRequest !== undefined && report.pullRequest !== pull.number) continue;
    if ((await isOther({ report, run })) === undefined) return { report, run };
  }
  return undefined;
}

/** A report, and the run that left it. */
export interface FoundReport {
  readonly report: Report;
  readonly run: WorkflowRun;
}

/** `pull_request` runs check out a merge of base and head; only GitHub tells whose parents a commit has. */
async function requireCommits(repository: Repository, report: Report, run: WorkflowRun): Promise<void> {
  const { base, head, failure } = report;
  // What failed early enough has no commits.
  if (head === undefined && failure !== undefined) return;
  if (head === undefined) {
    throw new UserError(
      `the report of workflow run ${run.id} names no commit; expected that it is of ${run.headSha}`,
    );
  }
  if (head.hash === run.headSha) return;
  const parents = (await commitParents(repository, head.hash)) ?? [];
  const isOfRun = parents.includes(run.headSha) && (base === undefined || parents.includes(base.hash));
  if (isOfRun) return;
  throw new UserError(
    `the report of workflow run ${run.id} was made for ${head.hash}, which is not a merge of ${run.headSha} into its base ` +
      `${base?.hash ?? ''}; expected a report of the commit that the run was for`,
  );
}
