/** Answers commands in comments of a pull request: from its stored report, without a build, and for writers alone. */
import { z } from 'zod';
import { react } from '../../github/comments/reply.ts';
import { type LivePullRequest, getPullRequest } from '../../github/pulls/live-pull-request.ts';
import { permissionReader } from '../../github/pulls/permission.ts';
import { findRuns } from '../../github/runs/workflow-run.ts';
import { codeSpan } from '../../report/inert/inert-text.ts';
import { UserError } from '../../user-error.ts';
import { type ActionJob, repositoryOf } from '../job.ts';
import { judgeForPull } from '../judging/judge-for-pull.ts';
import { refusalOf } from '../judging/live-acceptances.ts';
import { baseCheck } from '../judging/measured-base.ts';
import { parseCommand } from '../judging/parse-command.ts';
import { type FoundReport, findStoredReport } from '../judging/stored-report.ts';
import { answer, say } from './command-replies.ts';

const commentEvent = z.object({
  issue: z.object({ number: z.int().positive(), pull_request: z.unknown().optional() }),
  comment: z.object({ id: z.int().positive(), body: z.string(), user: z.object({ login: z.string() }) }),
});

/** 0 where there is no command; a command that cannot be answered is an error. */
export async function answerCommand(job: ActionJob): Promise<0 | 2> {
  const { issue, comment } = readComment(job.source.payload);
  const command = parseCommand(comment.body);
  if (command === undefined || issue.pull_request === undefined) {
    job.log.info('the comment gives no command on a pull request: nothing is done');
    return 0;
  }
  await requireWriter(job, comment);
  const pull = await getPullRequest(repositoryOf(job), issue.number);
  const stored = await requireStored(job, pull);
  const report = await judgeForPull(job, stored.report, pull);
  await answer({ job, command, commentId: comment.id, pull, run: stored.run, report });
  return report.verdict === 'no-comparison' ? 2 : 0;
}

function readComment(payload: unknown): z.infer<typeof commentEvent> {
  const parsed = commentEvent.safeParse(payload);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(
    `the event is not one of issue_comment (${issue?.path.join('.')}: ${issue?.message}); expected what GitHub sends`,
  );
}

async function requireWriter(
  job: ActionJob,
  { id, user }: { readonly id: number; readonly user: { readonly login: string } },
): Promise<void> {
  const refusal = await refusalOf(user.login, permissionReader(repositoryOf(job)));
  if (refusal === undefined) return;
  await react(repositoryOf(job), id, '-1');
  throw new UserError(`nothing is done: ${refusal}; expected a command of somebody with write permission`);
}

/** Tells the commenter when there is no report to answer from. */
async function requireStored(job: ActionJob, pull: LivePullRequest): Promise<FoundReport> {
  try {
    const repository = repositoryOf(job);
    const { workflow } = job.inputs;
    const runs = await findRuns(repository, { workflow, headSha: pull.headSha, event: 'pull_request' });
    const stored = await findStoredReport(repository, { runs, pull, isOther: baseCheck(repository, pull) });
    if (stored !== undefined) return stored;
    throw new UserError(
      `no run of ${workflow} has a stored report of ${pull.headSha} against ${pull.baseRef}; edit the title of the ` +
        'pull request, which measures it',
    );
  } catch (error) {
    if (error instanceof UserError)
      await say(job, pull, `There is no answer: ${codeSpan(error.message, 'paragraph')}`);
    throw error;
  }
}
