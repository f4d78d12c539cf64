/**
 * The status of a commit that is the head of open pull requests. GitHub keeps statuses by commit, so that all of them
 * share one: it passes where each of them passes, and says of which base it speaks.
 */
import { SHARED_HEADS, TRIES } from '../../github/api/limits.ts';
import { type LivePullRequest, openPullRequests } from '../../github/pulls/live-pull-request.ts';
import { type WorkflowRun, findRuns } from '../../github/runs/workflow-run.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import { type ActionJob, repositoryOf, runUrl, thisRun } from '../job.ts';
import { tellVerdict, verdictName } from './commit-verdict.ts';
import { countedPulls } from './counted-pulls.ts';
import { type KnownVerdict, type Words, combined, failed, verdictOn } from './pull-verdict.ts';

/** A commit, and the open pull requests whose head it is. */
export interface Head {
  readonly job: ActionJob;
  readonly sha: string;
  readonly pulls: readonly LivePullRequest[];
}

/** Finds the pull requests; where GitHub does not list them, the status is an error. */
export async function openHead(job: ActionJob, sha: string): Promise<Head> {
  try {
    return { job, sha, pulls: await openPullRequests(repositoryOf(job), sha) };
  } catch (error) {
    await tell({ job, sha }, { name: verdictName(job), ...failed(error) });
    throw error;
  }
}

/**
 * Does the work of a job while the status is pending, and then sets it to what is known of all pull requests by then. A
 * job that fails leaves an error, and one that is killed a status that is pending: neither passes.
 */
export async function keepStatus(
  head: Head,
  work: () => Promise<KnownVerdict | undefined>,
): Promise<KnownVerdict | undefined> {
  if (head.job.inputs.status === 'none' || head.pulls.length === 0) return work();
  const counted = await countedPulls(head.job, head.pulls);
  const branches = counted.pulls.map(({ baseRef }) => `${visibleLine(baseRef)}: `);
  await tell(head, { name: counted.name, state: 'pending', line: `${branches.join('')}is being judged` });
  try {
    const known = await work();
    await settle(head, known);
    return known;
  } catch (error) {
    await tell(head, { name: counted.name, ...failed(error) });
    throw error;
  }
}

/** What GitHub knows of a commit at some time. */
interface Snapshot {
  readonly pulls: readonly LivePullRequest[];
  /** The newest first. */
  readonly runs: readonly WorkflowRun[];
}

/** Runs may end meanwhile, whose own jobs may have set the status already when this one does. */
async function settle({ job, sha }: Head, known: KnownVerdict | undefined): Promise<void> {
  let now = await lookAt({ job, sha });
  for (let attempt = 1; ; attempt++) {
    const { pulls, runs } = now;
    if (pulls.length > 0) {
      const counted = await countedPulls(job, pulls);
      const verdicts = await Promise.all(counted.pulls.map((pull) => verdictOn(job, { pull, runs, known })));
      const words = verdicts.length === 0 ? tooMany(pulls) : combined(verdicts);
      await tell({ job, sha }, { name: counted.name, ...words });
    }
    const before = now;
    now = await lookAt({ job, sha });
    if (attempt === TRIES || isSame(before, now)) return;
  }
}

function tooMany({ length }: readonly LivePullRequest[]): Words {
  const line = `${length} pull requests have this head, and ${SHARED_HEADS} at most are judged: close the others`;
  return { state: 'error', line };
}

async function lookAt({ job, sha }: Pick<Head, 'job' | 'sha'>): Promise<Snapshot> {
  const repository = repositoryOf(job);
  const { workflow } = job.inputs;
  const [pulls, runs] = await Promise.all([
    openPullRequests(repository, sha),
    findRuns(repository, { workflow, headSha: sha, event: 'pull_request' }),
  ]);
  return { pulls, runs };
}

function isSame(before: Snapshot, after: Snapshot): boolean {
  return keyOf(before) === keyOf(after);
}

function keyOf({ pulls, runs }: Snapshot): string {
  return JSON.stringify({
    pulls: pulls.map(({ number, baseRef }) => [number, baseRef]),
    runs: runs.map(({ id, attempt, conclusion }) => [id, attempt, conclusion]),
  });
}

function tell(
  { job, sha }: Pick<Head, 'job' | 'sha'>,
  { run, ...told }: Words & { readonly name: string },
): Promise<void> {
  const url = run === undefined ? thisRun(job.env).url : runUrl(job.env, run);
  // The token is this repository's, wherever a pull request is from.
  return tellVerdict(job, { sha, url, origin: 'same-repository', ...told });
}
