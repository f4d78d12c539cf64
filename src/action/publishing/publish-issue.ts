/** One open issue for a branch that is over a budget, which says since which commit. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formatBytes, formatLimit } from '../../budget/units.ts';
import type { Finding } from '../../budget/verdict.ts';
import { ISSUE_BYTES } from '../../github/api/limits.ts';
import type { Repository } from '../../github/api/repository.ts';
import { answerFor } from '../../github/api/request-purpose.ts';
import { viewerLogin } from '../../github/api/viewer.ts';
import { listOwnIssues, numberedBody } from '../../github/issues/issue-list.ts';
import { closeIssue, upsertIssue } from '../../github/issues/issue.ts';
import { codeSpan, inertName, shortLine } from '../../report/inert/inert-text.ts';
import { markdownLadder } from '../../report/markdown/markdown-ladder.ts';
import type { Report } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import { type ActionJob, SET_KEY, repositoryOf } from '../job.ts';

/** A budget that is exceeded, and the push after which it was. */
interface Crossing {
  readonly target: string;
  readonly metric: string;
  /** Undefined where the branch was over before this was watched. */
  readonly commit?: string | undefined;
}

const crossings = z.array(
  z.object({
    target: z.string(),
    metric: z.string(),
    commit: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/)
      .optional(),
  }),
);

/** In characters: GitHub takes 256 for a title, and the names are in the hidden line, too. */
const LONGEST_NAME = 100;

/** The report below has them all. */
const MOST_LISTED = 30;

/** Opens, updates or closes the issue of a branch; a comparison that failed leaves it as it is. */
export async function publishIssue(
  report: Report,
  job: ActionJob,
  branch: string,
): Promise<'done' | 'taken'> {
  if (job.inputs.openIssue === 'leave' || report.verdict === 'no-comparison') return 'done';
  const repository = repositoryOf(job);
  const marker = markerOf(job.inputs.commentKey, branch);
  const over = overBudgets(report);
  const isOther = (body: string): boolean => isOfOthers(body, report, job);
  if (over.length === 0) {
    const comment = `${codeSpan(branch, 'paragraph')} is within its budgets again at ${report.head?.hash ?? 'its head'}.`;
    return say(job, await closeIssue(repository, { marker, comment, isOther }));
  }
  const former = await formerCrossings(repository, marker);
  const now = over.slice(0, MOST_LISTED).map((one) => crossingOf(one, report, former));
  const head = [
    `<!-- kernel-size-budget:crossed ${encodeURIComponent(JSON.stringify(now))} -->`,
    `The branch ${codeSpan(branch, 'paragraph')} is over its budget:`,
    [...now.map((crossing, index) => `- ${sentence(over[index]!, crossing)}`), ...leftOut(over)].join('\n'),
  ].join('\n\n');
  const left = ISSUE_BYTES - Buffer.byteLength(`${numberedBody(marker, Number.MAX_SAFE_INTEGER, head)}\n\n`);
  const bodies = markdownLadder(report, left).map((body) => `${head}\n\n${body}`);
  const title = `Kernel size: ${inertName(shortLine(branch, LONGEST_NAME))} is over its budget`;
  return say(job, await upsertIssue(repository, { marker, title, bodies, isOther }));
}

interface OverBudget {
  readonly target: string;
  readonly metric: string;
  readonly finding: Finding;
}

function overBudgets({ targets }: Report): OverBudget[] {
  return targets.flatMap(({ target, verdict }) =>
    verdict.findings.filter(isOver).map((finding) => ({
      target: shortLine(target, LONGEST_NAME),
      metric: shortLine(finding.metric, LONGEST_NAME),
      finding,
    })),
  );
}

function leftOut({ length }: readonly OverBudget[]): string[] {
  return length > MOST_LISTED ? [`- ${length - MOST_LISTED} more`] : [];
}

function isOver({ kind }: Finding): boolean {
  return kind === 'over-budget' || kind === 'inherited';
}

function markerOf(key: string, branch: string): string {
  const digest = createHash('sha256').update(branch).digest('hex').slice(0, 16);
  return `<!-- kernel-size-budget:issue key=${key} branch=${digest} -->`;
}

/** This push where base was within the budget, else what the issue says already. */
function crossingOf(over: OverBudget, report: Report, former: readonly Crossing[]): Crossing {
  const { target, metric } = over;
  const { base, limit } = over.finding;
  const isCrossed = base !== undefined && base <= limit;
  const known = former.find((one) => one.target === target && one.metric === metric);
  return { target, metric, commit: isCrossed ? report.head?.hash : known?.commit };
}

function sentence({ target, metric, finding }: OverBudget, { commit }: Crossing): string {
  const { head, limit } = finding;
  const use = `${formatBytes(head)} of ${formatLimit(limit)}`;
  const since = commit === undefined ? 'before this was watched' : `since ${commit}`;
  return `${codeSpan(target, 'paragraph')} ${codeSpan(metric, 'paragraph')}: ${use}, ${since}`;
}

async function formerCrossings(repository: Repository, marker: string): Promise<readonly Crossing[]> {
  const purpose = { action: 'list issues', permission: 'issues: write' };
  const list = viewerLogin(repository.client).then((author) => listOwnIssues({ repository, marker, author }));
  // Where they cannot be read they cannot be written either, and that is said.
  const [issue] = await answerFor(list, purpose).catch((error: unknown) => {
    if (error instanceof UserError) return [];
    throw error;
  });
  return crossingsIn(issue?.body ?? '');
}

/** In the line behind marker and number: what follows has words from outside. */
function crossingsIn(body: string): readonly Crossing[] {
  const [, encoded] =
    /^<!-- kernel-size-budget:crossed (\S+) -->$/.exec(body.split(/\r?\n/, 3)[2] ?? '') ?? [];
  return encoded === undefined ? [] : (crossings.safeParse(parse(encoded)).data ?? []);
}

/** Jobs in one step may measure some targets each: an issue on targets that this one does not measure is another's. */
function isOfOthers(body: string, { targets }: Report, { inputs }: ActionJob): boolean {
  if (inputs.mode !== 'check' || inputs.targets.length === 0) return false;
  const names = new Set(targets.map(({ target }) => shortLine(target, LONGEST_NAME)));
  return crossingsIn(body).some(({ target }) => !names.has(target));
}

function parse(encoded: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(encoded));
  } catch {
    return undefined;
  }
}

type Said = Awaited<ReturnType<typeof closeIssue>> | Awaited<ReturnType<typeof upsertIssue>>;

function say({ log }: ActionJob, outcome: Said): 'done' | 'taken' {
  if (outcome.kind === 'taken') {
    log.error(
      `no issue was written: ${outcome.url} is about targets that this job does not measure; close it, else ${SET_KEY}`,
    );
    return 'taken';
  }
  if (outcome.kind === 'refused') log.notice(`no issue was written: ${outcome.reason}`);
  else if (outcome.kind !== 'none') log.info(`issue ${outcome.kind}: ${outcome.url}`);
  return 'done';
}
