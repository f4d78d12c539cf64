import { COMMENT_BODY_BYTES } from '../../github/api/limits.ts';
import type { CommentOutcome } from '../../github/comments/comment-outcome.ts';
import type { CommentSource } from '../../github/comments/comment-source.ts';
import { upsertComment } from '../../github/comments/comment.ts';
import type { PullRequestOrigin } from '../../github/pulls/pull-request.ts';
import { exitCodeOf } from '../../report/exit-code.ts';
import { markdownLadder } from '../../report/markdown/markdown-ladder.ts';
import type { Report } from '../../report/report.ts';
import { isUnchanged } from '../../report/words/headline.ts';
import { type ActionJob, SET_KEY, repositoryOf } from '../job.ts';

/** A report and whom it is for. */
export interface Publication {
  readonly report: Report;
  readonly job: ActionJob;
  /** The run that measured, and the pull request's own commit. */
  readonly source: CommentSource;
  /** Path of the workflow that measured. */
  readonly workflow: string;
}

/** The pull request that a comment goes to, and whose token writes it. */
export interface Recipient {
  readonly number: number;
  /** The branch that the report is for. */
  readonly baseRef: string;
  readonly origin: PullRequestOrigin;
}

/** Keeps the comment up to date. One that cannot be written is said and fails nothing: the verdict stands without it. */
export async function publishComment(publication: Publication, to: Recipient): Promise<CommentOutcome> {
  const { report, job } = publication;
  const { comment: when, failOn } = job.inputs;
  const outcome = await upsertComment({
    ...commentRequest(publication, to),
    when,
    news: report.verdict !== 'no-comparison' && report.targets.every(isUnchanged) ? 'no-news' : 'news',
    visibility: exitCodeOf(report, failOn) === 0 ? 'as-is' : 'must-show',
  });
  sayOutcome(job, outcome);
  return outcome;
}

/** What a comment is made of. */
export function commentRequest({ report, job, source, workflow }: Publication, to: Recipient) {
  return {
    repository: repositoryOf(job),
    pullNumber: to.number,
    baseRef: to.baseRef,
    origin: to.origin,
    key: job.inputs.commentKey,
    workflow,
    source,
    bodies: markdownLadder(report, COMMENT_BODY_BYTES),
  };
}

export function sayOutcome({ log }: ActionJob, outcome: CommentOutcome): void {
  switch (outcome.kind) {
    case 'skipped':
      return log.notice(`no comment was written: ${outcome.reason}`);
    case 'superseded':
      return log.info(`no comment was written: ${outcome.reason}`);
    case 'taken':
      return log.error(`no comment was written: ${outcome.reason}; ${SET_KEY}`);
    case 'quiet':
      return log.info('no comment was written: none is wanted');
    default:
      log.info(`comment ${outcome.kind}: ${outcome.url}`);
      for (const remark of outcome.remarks) log.notice(remark);
  }
}
