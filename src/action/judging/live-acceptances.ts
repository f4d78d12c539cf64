/**
 * Growth that people accept on GitHub, read when it is judged: trailers of commits, a label with lines in the pull
 * request's description, and commands in comments. Label and commands count of those who may write alone.
 */
import { ACCEPTANCE_KEY, acceptanceLines, strayLines } from '../../budget/acceptance.ts';
import { joinRemarks, acceptancesInCommits, readAcceptances, strayRemarks } from '../../check/acceptances.ts';
import type { Repository } from '../../github/api/repository.ts';
import { bodyEditedAt, labelled, listConversation } from '../../github/pulls/acceptance-sources.ts';
import { type CommitMessages, commitMessages, rangeMessages } from '../../github/pulls/commit-messages.ts';
import { type PermissionReader, permissionReader } from '../../github/pulls/permission.ts';
import type { Remarks } from '../../report/report.ts';
import { type AcceptedPull, forHead } from './accepted-head.ts';
import { acceptCommand } from './parse-command.ts';
import { unlessRefused } from './unless-refused.ts';

/** Whatever cannot be read accepts nothing, and is said in a note. */
export async function acceptancesOfPull(accepted: AcceptedPull): Promise<Remarks> {
  const { repository, pull } = accepted;
  const permission = permissionReader(repository);
  const sources = [
    unlessRefused('commit messages', async () => trailers(await commitMessages(repository, pull.number))),
    unlessRefused('the label', () => labelAcceptances(accepted, permission)),
    unlessRefused('comments', () => commandAcceptances(accepted, permission)),
  ];
  return joinRemarks(await Promise.all(sources));
}

/** Trailers of the commits between two, for a push and a merge group. */
export function acceptancesOfRange(
  repository: Repository,
  range: { readonly base: string; readonly head: string },
): Promise<Remarks> {
  return unlessRefused('commit messages', async () => trailers(await rangeMessages(repository, range)));
}

function trailers({ commits, total }: CommitMessages): Remarks {
  const remarks = acceptancesInCommits(commits);
  if (total <= commits.length) return remarks;
  const unread = `GitHub shows ${commits.length} of ${total} commits: trailers of the others accept nothing`;
  return { ...remarks, notes: [...remarks.notes, unread] };
}

/** The description is its author's to edit, so a label counts for what it said when the label was put on. */
async function labelAcceptances(accepted: AcceptedPull, permission: PermissionReader): Promise<Remarks> {
  const { repository, pull, label } = accepted;
  // GitHub does not tell labels apart by case.
  if (!pull.labels.some((one) => one.toLowerCase() === label.toLowerCase())) return unlabelled(pull, label);
  const put = await labelled(repository, { number: pull.number, label });
  if (put === undefined) return NONE;
  const refusal = await refusalOf(put.actor, permission);
  if (refusal !== undefined) return remark(`the label "${label}" accepts nothing: ${refusal}`);
  const edited = await bodyEditedAt(repository, pull.number);
  if (edited !== undefined && edited >= put.at) {
    return remark(
      `the label "${label}" accepts nothing: the description was edited after ${put.actor} put it on; take it off and put it on again`,
    );
  }
  const lines = acceptanceLines(pull.body);
  if (lines.length === 0) {
    return remark(
      `the label "${label}" accepts nothing: the description has no line "${ACCEPTANCE_KEY}: TARGET METRIC +BYTES REASON"`,
    );
  }
  const source = { by: put.actor, via: 'label', where: label } as const;
  return joinRemarks([
    await forHead(accepted, put.at, readAcceptances(lines, source)),
    strayRemarks(strayLines(pull.body), source, 'at the beginning of a line'),
  ]);
}

/** Whoever wrote the lines, or reviews them, may take them for an acceptance. */
function unlabelled({ body }: AcceptedPull['pull'], label: string): Remarks {
  if (acceptanceLines(body).length + strayLines(body).length === 0) return NONE;
  return remark(
    `the lines "${ACCEPTANCE_KEY}" of the description accept nothing without the label "${label}"; somebody who may ` +
      'write to the repository puts it on',
  );
}

async function commandAcceptances(accepted: AcceptedPull, permission: PermissionReader): Promise<Remarks> {
  const { repository, pull } = accepted;
  const commands = (await listConversation(repository, pull.number)).flatMap((comment) => {
    const text = acceptCommand(comment.body);
    return text === undefined ? [] : [{ ...comment, text }];
  });
  const remarks: Remarks[] = [];
  for (const { author, url, text, createdAt } of commands) {
    const refusal = await refusalOf(author, permission);
    remarks.push(
      refusal === undefined
        ? await forHead(
            accepted,
            createdAt,
            readAcceptances([text], { by: author, via: 'command', where: url }),
          )
        : remark(`${url} accepts nothing: ${refusal}`),
    );
  }
  return joinRemarks(remarks);
}

/** Why somebody's word does not count; undefined where it does. Throws a `UserError` when GitHub does not answer. */
export async function refusalOf(login: string, permission: PermissionReader): Promise<string | undefined> {
  // Bots put on labels and repeat words without anybody meaning it.
  if (login.endsWith('[bot]')) return `${login} is a bot`;
  const answer = await permission(login);
  if (answer === 'may-write') return undefined;
  return answer === 'may-not'
    ? `${login} may not write to the repository`
    : `GitHub did not say whether ${login} may write to the repository`;
}

const NONE: Remarks = { acceptances: [], notes: [] };

function remark(note: string): Remarks {
  return { acceptances: [], notes: [note] };
}
