import * as core from '@actions/core';
import { exitCodeOf } from '../exit-code.ts';
import { createCheckRun } from '../github/check-run.ts';
import type { CommentOutcome } from '../github/comment-outcome.ts';
import type { CommentSource } from '../github/comment-source.ts';
import { upsertComment } from '../github/comment.ts';
import { setCommitStatus } from '../github/commit-status.ts';
import { CHECK_SUMMARY_BYTES, COMMENT_BODY_BYTES } from '../github/limits.ts';
import type { PullRequestOrigin } from '../github/pull-request.ts';
import { annotationsOf } from '../report/annotations.ts';
import { headlineOf, isUnchanged } from '../report/headline.ts';
import { visibleLine } from '../report/inert-text.ts';
import { markdownLadder } from '../report/markdown-ladder.ts';
import type { Report } from '../report/report.ts';
import { type ActionJob, repositoryOf, runUrl } from './job.ts';

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
  sayOutcome(outcome);
  return outcome;
}

/** What a comment is made of. */
export function commentRequest({ report, job, source, workflow }: Publication, to: Recipient) {
  return {
    repository: repositoryOf(job),
    pullNumber: to.number,
    origin: to.origin,
    key: job.inputs.commentKey,
    workflow,
    source,
    bodies: markdownLadder(report, COMMENT_BODY_BYTES),
  };
}

export function sayOutcome(outcome: CommentOutcome): void {
  switch (outcome.kind) {
    case 'skipped':
      return core.notice(`no comment was written: ${outcome.reason}`);
    case 'superseded':
      return core.info(`no comment was written: ${outcome.reason}`);
    case 'quiet':
      return core.info('no comment was written: none is wanted');
    default:
      core.info(`comment ${outcome.kind}: ${outcome.url}`);
      for (const remark of outcome.remarks) core.notice(remark);
  }
}

/** The verdict on the commit itself, for branch protection; nothing where none is asked for. */
export async function publishStatus(publication: Publication): Promise<void> {
  const { job, source } = publication;
  if (job.inputs.status === 'none') return;
  const outcome =
    job.inputs.status === 'check-run' ? await checkRun(publication) : await commitStatus(publication);
  if (outcome.kind === 'refused') core.notice(`no ${job.inputs.status} was set: ${outcome.reason}`);
  else core.info(`${job.inputs.status} set on ${source.head}`);
}

const STATES = ['success', 'failure', 'error'] as const;

function commitStatus({ report, job, source }: Publication) {
  return setCommitStatus(repositoryOf(job), {
    sha: source.head,
    context: nameOf(job),
    state: STATES[exitCodeOf(report, job.inputs.failOn)],
    description: headlineOf(report, visibleLine),
    targetUrl: runUrl(job.env, source.run),
  });
}

function checkRun({ report, job, source }: Publication) {
  return createCheckRun(repositoryOf(job), {
    sha: source.head,
    name: nameOf(job),
    conclusion: exitCodeOf(report, job.inputs.failOn) === 0 ? 'success' : 'failure',
    title: headlineOf(report, visibleLine),
    summaries: markdownLadder(report, CHECK_SUMMARY_BYTES),
    annotations: annotationsOf(report, MOST_ANNOTATIONS).shown,
    detailsUrl: runUrl(job.env, source.run),
  });
}

/** More than anybody reads. */
const MOST_ANNOTATIONS = 100;

/** Apart for each comment key, as the comments are. */
function nameOf({ inputs }: ActionJob): string {
  return inputs.commentKey === 'default' ? 'kernel-size' : `kernel-size (${inputs.commentKey})`;
}
