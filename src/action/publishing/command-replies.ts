/** What each command does with a judged report: a comment, a reply, an acceptance. */
import * as core from '@actions/core';
import { parseAcceptance } from '../../budget/acceptance.ts';
import { COMMENT_BODY_BYTES } from '../../github/api/limits.ts';
import { recreateComment } from '../../github/comments/comment-recreate.ts';
import { react, reply } from '../../github/comments/reply.ts';
import type { LivePullRequest } from '../../github/pulls/live-pull-request.ts';
import { type WorkflowRun, rerunFailedJobs } from '../../github/runs/workflow-run.ts';
import { exitCodeOf } from '../../report/exit-code.ts';
import { codeSpan, visibleLine } from '../../report/inert/inert-text.ts';
import { explain } from '../../report/markdown/explanation.ts';
import type { Report } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import { type ActionJob, repositoryOf, runUrl } from '../job.ts';
import type { Command } from '../judging/parse-command.ts';
import { keepStatus, openHead } from '../statuses/head-status.ts';
import { publishVerdict } from './comment-on-run.ts';
import { writeOutputs } from './outputs.ts';
import { commentRequest, sayOutcome } from './publish.ts';

/** A command, and the state of the pull request that it is about. */
export interface Question {
  readonly job: ActionJob;
  readonly command: Command;
  readonly commentId: number;
  readonly pull: LivePullRequest;
  readonly run: WorkflowRun;
  /** Judged as things are now. */
  readonly report: Report;
}

export async function answer(question: Question): Promise<void> {
  const { command } = question;
  switch (command.kind) {
    case 'show':
      return show(question);
    case 'explain':
      return explainName(question, command.name);
    case 'accept':
      return accept(question, command.text);
    case 'unknown':
      return refuse(
        question,
        `${codeSpan(command.word, 'paragraph')} is no command; there are \`/kernel-size\`, ` +
          '`/kernel-size explain NAME` and `/kernel-size accept TARGET METRIC +BYTES REASON`.',
      );
  }
}

/** The comment anew, and the status as it is now. */
async function show({ job, pull, run, report }: Question): Promise<void> {
  await keepStatus(await openHead(job, pull.headSha), async () => {
    await writeOutputs(report, job);
    const source = { head: pull.headSha, run: run.id, attempt: run.attempt };
    const publication = { report, job, source, workflow: run.path };
    const request = commentRequest(publication, { ...pull, origin: 'same-repository' });
    sayOutcome(job, await recreateComment(request));
    return { pull, run, report };
  });
}

/** Rows of each table, from a full answer down to one that fits any comment. */
const RUNGS = [200, 50, 20, 5] as const;

async function explainName({ job, pull, run, report }: Question, name: string): Promise<void> {
  core.setOutput('verdict', report.verdict);
  const about = aboutCommit(job, pull, run);
  const nothing = `The report has nothing on ${codeSpan(name, 'paragraph')}: it did not change, or is no symbol, object, folder or option.`;
  const answers = RUNGS.map((rows) => `${about}\n\n${explain(report, name, rows) ?? nothing}`);
  const fitting = answers.filter((text) => Buffer.byteLength(text) <= COMMENT_BODY_BYTES);
  const outcome = await reply(
    repositoryOf(job),
    pull.number,
    fitting.length > 0 ? fitting : answers.slice(-1),
  );
  if (outcome.kind === 'refused') job.log.notice(`the answer was not written: ${outcome.reason}`);
}

/** The comment itself is the record: it counts whenever the pull request is judged. */
async function accept(question: Question, text: string): Promise<void> {
  const { job, pull, run, report, commentId } = question;
  const parsed = parseAcceptance(text);
  if (parsed.kind === 'mistake')
    return refuse(question, `Nothing is accepted: ${codeSpan(parsed.message, 'paragraph')}`);
  const { target, metric } = parsed.acceptance;
  const names = report.targets.map((one) => one.target);
  if (report.failure === undefined && !names.includes(target)) {
    const known = names.map((name) => codeSpan(name, 'paragraph')).join(', ');
    return refuse(
      question,
      `Nothing is accepted: there is no target ${codeSpan(target, 'paragraph')}, only ${known}.`,
    );
  }
  job.log.info(visibleLine(`growth of ${target} ${metric} is accepted for ${pull.headSha}`));
  await keepStatus(await openHead(job, pull.headSha), async () => {
    const verdict = { pull, run, report };
    await publishVerdict(job, verdict);
    return verdict;
  });
  await react(repositoryOf(job), commentId, '+1');
  if (exitCodeOf(report, job.inputs.failOn) === 0 && run.conclusion === 'failure') await rerun(question);
}

/** The failed job of the run judges what is stored in it: what was measured is not measured again. */
async function rerun({ job, run }: Question): Promise<void> {
  try {
    await rerunFailedJobs(repositoryOf(job), run.id);
    job.log.info(`the failed jobs of workflow run ${run.id} judge again`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    job.log.notice(`the failed check stays until it is run again: ${error.message}`);
  }
}

async function refuse({ job, pull, run, commentId }: Question, text: string): Promise<never> {
  await react(repositoryOf(job), commentId, 'confused');
  await say(job, pull, `${aboutCommit(job, pull, run)}\n\n${text}`);
  throw new UserError('the command was not understood; the answer on the pull request says why');
}

function aboutCommit(job: ActionJob, pull: LivePullRequest, run: WorkflowRun): string {
  return `About ${pull.headSha}, as [measured](${runUrl(job.env, run.id)}).`;
}

/** A reply on the pull request; one that cannot be written is said in the log. */
export async function say(job: ActionJob, pull: LivePullRequest, text: string): Promise<void> {
  const outcome = await reply(repositoryOf(job), pull.number, [text]);
  if (outcome.kind === 'refused') job.log.notice(`the answer was not written: ${outcome.reason}`);
}
