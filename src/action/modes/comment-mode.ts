import { UserError } from '../../user-error.ts';
import type { ActionJob } from '../job.ts';
import { answerCommand } from '../publishing/answer-command.ts';
import { commentOnRun } from '../publishing/comment-on-run.ts';

/**
 * The trusted job: it has a token that may write, and so checks nothing out and runs nothing of a stranger's. Its
 * exit code says whether there was a comparison; what the verdict is, the comment and the status say.
 */
export async function commentMode(job: ActionJob): Promise<0 | 2> {
  switch (job.source.name) {
    case 'workflow_run':
      return commentOnRun(job);
    case 'issue_comment':
      return answerCommand(job);
    default:
      throw new UserError(
        `the mode "comment" runs on ${job.source.name}; expected workflow_run or issue_comment: change \`on:\` in the workflow`,
      );
  }
}
