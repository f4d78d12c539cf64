/** The verdict on a commit, which branch protection can ask for: a commit status or a check run, as the inputs say. */
import { CHECK_SUMMARY_BYTES } from '../../github/api/limits.ts';
import type { PullRequestOrigin } from '../../github/pulls/pull-request.ts';
import { writeCheckRun } from '../../github/runs/check-run.ts';
import { setCommitStatus } from '../../github/runs/commit-status.ts';
import { exitCodeOf } from '../../report/exit-code.ts';
import { codeSpan, visibleLine } from '../../report/inert/inert-text.ts';
import { markdownLadder } from '../../report/markdown/markdown-ladder.ts';
import type { Report } from '../../report/report.ts';
import { annotationsOf } from '../../report/words/annotations.ts';
import { type ActionJob, repositoryOf } from '../job.ts';

/** From the worst on. */
export const STATES = ['error', 'failure', 'pending', 'success'] as const;

export type VerdictState = (typeof STATES)[number];

export interface CommitVerdict {
  readonly sha: string;
  /** What it is called beside the commit; the last one of a name counts. */
  readonly name: string;
  readonly state: VerdictState;
  /** One line. */
  readonly line: string;
  /** The page that it leads to. */
  readonly url: string;
  readonly origin: PullRequestOrigin;
  /** Shown by a check run. */
  readonly report?: Report | undefined;
}

/** What a report means for the commit. */
export function stateOf(report: Report, { inputs }: Pick<ActionJob, 'inputs'>): VerdictState {
  return (['success', 'failure', 'error'] as const)[exitCodeOf(report, inputs.failOn)];
}

/**
 * The name for the verdict on a pull request or a merge group, and apart from it for each `other` thing: GitHub keeps
 * verdicts by commit, and one on a push must not pass for one on a pull request. Apart for each comment key, too.
 */
export function verdictName({ inputs }: Pick<ActionJob, 'inputs'>, other?: string): string {
  const key = inputs.commentKey === 'default' ? undefined : inputs.commentKey;
  const words = [key, other].filter((word) => word !== undefined);
  return words.length === 0 ? 'kernel-size' : `kernel-size (${words.join(', ')})`;
}

/** Nothing where none is asked for. One that cannot be set is said and fails nothing. */
export async function tellVerdict(job: ActionJob, verdict: CommitVerdict): Promise<void> {
  const { status } = job.inputs;
  if (status === 'none') return;
  const outcome = status === 'check-run' ? await tellByCheck(job, verdict) : await tellByStatus(job, verdict);
  if (outcome.kind === 'set') return job.log.info(`${status} ${verdict.state} set on ${verdict.sha}`);
  const said = `no ${status} was set: ${outcome.reason}`;
  // That a verdict is on its way is no news once it is there.
  if (verdict.state === 'pending') job.log.info(said);
  else job.log.notice(said);
}

function tellByStatus(job: ActionJob, { sha, name, state, line, url, origin }: CommitVerdict) {
  const status = { sha, context: name, state, description: line, targetUrl: url, origin };
  return setCommitStatus(repositoryOf(job), status);
}

/** More than anybody reads. */
const MOST_ANNOTATIONS = 100;

const CHECK_STATES = { success: 'success', failure: 'failure', error: 'failure', pending: 'begun' } as const;

function tellByCheck(job: ActionJob, { sha, name, state, line, url, origin, report }: CommitVerdict) {
  return writeCheckRun(repositoryOf(job), {
    sha,
    name,
    state: CHECK_STATES[state],
    title: line,
    summaries:
      report === undefined
        ? [codeSpan(visibleLine(line), 'paragraph')]
        : markdownLadder(report, CHECK_SUMMARY_BYTES),
    annotations: report === undefined ? [] : annotationsOf(report, MOST_ANNOTATIONS).shown,
    detailsUrl: url,
    origin,
  });
}
