/** The status that a run sets itself, on the commit that it was started for. */
import { type LivePullRequest, openPullRequests } from '../../github/pulls/live-pull-request.ts';
import type { PullRequest, PullRequestOrigin } from '../../github/pulls/pull-request.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import type { Report } from '../../report/report.ts';
import { headlineOf } from '../../report/words/headline.ts';
import { UserError } from '../../user-error.ts';
import type { ActionEvent } from '../event.ts';
import { type ActionJob, SET_KEY, repositoryOf } from '../job.ts';
import { stateOf, tellVerdict, verdictName } from './commit-verdict.ts';
import { hasBudget } from './counted-pulls.ts';
import { type Words, failed } from './pull-verdict.ts';
import { type StatusPlace, ownPage, speakersIn } from './status-ledger.ts';

interface OwnPlace extends StatusPlace {
  readonly origin: PullRequestOrigin;
}

/**
 * Does the work of a job while the status of its pull request is pending: a job that fails leaves an error, and one that
 * is killed a status that is pending. Of other events the commit may not be known before the work is done.
 */
export async function whilePending<T>(
  job: ActionJob,
  event: ActionEvent,
  work: () => Promise<T>,
): Promise<T> {
  const { pullRequest: pull } = event;
  if (pull === undefined || job.inputs.status === 'none') return work();
  const place = await placeOf(job, pull, pull);
  if (!(await isOutrun(job, place))) {
    await tell(job, place, { state: 'pending', line: `${visibleLine(pull.baseRef)}: is being measured` });
  }
  try {
    return await work();
  } catch (error) {
    await tell(job, place, failed(error));
    throw error;
  }
}

/** What cannot be listed cannot be set either, which is said in the end. */
async function isOutrun(job: ActionJob, place: OwnPlace): Promise<boolean> {
  try {
    return (await speakersIn(job, place)).has('a newer run');
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/**
 * The verdict on the pull request of an event, or on its commit; `taken` where another job of the same run says another
 * one in its place.
 */
export async function publishOwnStatus(
  report: Report,
  job: ActionJob,
  event: ActionEvent,
): Promise<'done' | 'taken'> {
  const { pullRequest: pull, trigger } = event;
  if (job.inputs.status === 'none') return 'done';
  if (pull !== undefined) return publishForPull(report, job, pull);
  if (report.head === undefined) return 'done';
  const name = trigger.kind === 'merge-group' ? verdictName(job) : verdictName(job, job.source.name);
  const place: OwnPlace = { sha: report.head.hash, name, origin: 'same-repository' };
  return say(job, place, { state: stateOf(report, job), line: headlineOf(report, visibleLine), report });
}

async function publishForPull(report: Report, job: ActionJob, pull: PullRequest): Promise<'done' | 'taken'> {
  try {
    const pulls = await openPullRequests(repositoryOf(job), pull.headSha);
    const now = pulls.find(({ number }) => number === pull.number);
    if (now === undefined) {
      job.log.info(`no status was set: ${pull.headSha} is the head of pull request ${pull.number} no more`);
      return 'done';
    }
    const others = await otherPulls(job, pulls, now);
    return await say(job, await placeOf(job, pull, now), wordsOn(report, job, { pull, now, others }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await tell(job, await placeOf(job, pull, pull), failed(error));
    return 'done';
  }
}

/** The others that share the status with this one: those into a branch that has a budget file. */
async function otherPulls(
  job: ActionJob,
  pulls: readonly LivePullRequest[],
  now: LivePullRequest,
): Promise<readonly LivePullRequest[]> {
  const others = pulls.filter(({ number }) => number !== now.number);
  const have = await Promise.all(others.map((other) => hasBudget(job, other)));
  return others.filter((_, index) => have[index]);
}

interface Situation {
  /** As the event has it, and as it is now. */
  readonly pull: PullRequest;
  readonly now: LivePullRequest;
  readonly others: readonly LivePullRequest[];
}

/** A run knows what it has measured, and nothing of the others, so that it cannot let them pass. */
function wordsOn(report: Report, job: ActionJob, { pull, now, others }: Situation): Words {
  const branch = visibleLine(now.baseRef);
  if (now.baseRef !== pull.baseRef) return { state: 'pending', line: `${branch}: waits for its measurement` };
  const state = stateOf(report, job);
  const line = `${branch}: ${headlineOf(report, visibleLine)}`;
  const [other] = others;
  if (state !== 'success' || other === undefined) return { state, line, report };
  const also = `#${other.number} into ${visibleLine(other.baseRef)} has the same head, and is not judged here`;
  return { state: 'pending', line: `${also}; ${line}`, report };
}

async function placeOf(
  job: ActionJob,
  { headSha: sha, origin }: PullRequest,
  base: Pick<LivePullRequest, 'baseRef'>,
): Promise<OwnPlace> {
  const name = (await hasBudget(job, base)) ? verdictName(job) : verdictName(job, 'no budget file');
  return { sha, origin, name };
}

/** Sets the status unless a newer run has. Of two jobs of this run, the one that comes second sees what the first has set. */
async function say(job: ActionJob, place: OwnPlace, words: Words): Promise<'done' | 'taken'> {
  if (await isOutrun(job, place)) {
    job.log.info('no status was set: a newer run has set it');
    return 'done';
  }
  await tell(job, place, words);
  if (!(await speakersIn(job, place)).has('another job of this run')) return 'done';
  job.log.error(`another job of this run has set the status ${place.name}; ${SET_KEY}`);
  await tell(job, place, {
    state: 'error',
    line: 'two jobs of one run share this status: each needs a comment-key',
  });
  return 'taken';
}

function tell(job: ActionJob, place: OwnPlace, { state, line, report }: Words): Promise<void> {
  return tellVerdict(job, { ...place, url: ownPage(job), state, line, report });
}
