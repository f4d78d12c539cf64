/** The action on kernels that were built elsewhere: with a checkout their commits are known, without one it works too. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readBudgetFile } from '../../check/plan/read-budget-file.ts';
import { type PrebuiltJob, checkPrebuilt } from '../../check/prebuilt/check-prebuilt.ts';
import type { PrebuiltKernels } from '../../check/prebuilt/files.ts';
import { type PrebuiltTarget, choosePrebuiltTarget } from '../../check/prebuilt/target.ts';
import type { Commit, CommitPair } from '../../git/commits/commits.ts';
import { realPathOf } from '../../git/repository/locate-repository.ts';
import { kernelTreeAt } from '../../kernel/tree/kernel-version.ts';
import { failedReport } from '../../report/assemble-report.ts';
import type { Remarks, Report, ReportSubject } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import {
  type PlanJob,
  type RunnerRepositories,
  budgetTextAt,
  kernelFolder,
  repositoriesAt,
  resolveCommits,
} from './plan-in-runner.ts';

/** What a check of given kernels needs of a job. */
export interface RunnerPrebuiltJob extends PlanJob {
  readonly readAcceptances: (commits: CommitPair) => Promise<Remarks>;
}

/** Checks two finished kernels in a workflow run; what goes wrong is a report too. */
export async function checkPrebuiltInRunner(job: RunnerPrebuiltJob, given: PrebuiltKernels): Promise<Report> {
  const files = { base: given.base.elf, head: given.head.elf };
  let known: ReportSubject = { base: undefined, head: undefined, files };
  try {
    const folder = workspaceOf(job);
    const repositories = await repositoriesOf(job);
    const commits = repositories ? await commitsOf(repositories, job) : namedCommits(job);
    known = { ...commits, files };
    return await checkPrebuilt({
      ...(await targetOf(repositories, commits, { job, given })),
      given,
      folder,
      commits,
      tree: kernelTreeAt(resolve(folder, job.inputs.kernel)),
      readAcceptances: () => acceptancesOf(job, commits),
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return failedReport(known, { reason: error.message, details: error.details });
  }
}

function workspaceOf({ env }: PlanJob): string {
  return resolve(env['GITHUB_WORKSPACE'] ?? '.');
}

/**
 * Undefined only where no checkout is there: with one that git cannot read, base's limits would not count, which is an
 * error.
 */
async function repositoriesOf(job: PlanJob): Promise<RunnerRepositories | undefined> {
  const workspace = realPathOf(workspaceOf(job));
  for (let place = kernelFolder(job); ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) {
      const { outer } = await repositoriesAt(place, job.env);
      return { kernel: outer, outer, submodule: undefined };
    }
    if (place === workspace || place === dirname(place)) return undefined;
  }
}

async function commitsOf(repositories: RunnerRepositories, job: PlanJob): Promise<CommitPair> {
  return (await resolveCommits(repositories, job)).commits;
}

/** What the workflow says of itself. */
function namedCommits({ inputs, env }: PlanJob): PrebuiltJob['commits'] {
  const { GITHUB_SHA: sha } = env;
  const ofRun = sha ? { hash: sha, origin: 'the commit of the run' } : undefined;
  return { base: namedCommit('base', inputs), head: namedCommit('head', inputs) ?? ofRun };
}

function namedCommit(side: 'base' | 'head', inputs: PlanJob['inputs']): Commit | undefined {
  const hash = inputs[side];
  if (hash === undefined) return undefined;
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(hash)) return { hash, origin: `input ${side}` };
  throw new UserError(
    `input ${side} is "${hash}"; expected a full hash, since there is no checkout to look it up in`,
  );
}

/** With a checkout, the limits are those of base's budget file; without one there is only the file as it lies there. */
async function targetOf(
  repositories: RunnerRepositories | undefined,
  { base, head }: PrebuiltJob['commits'],
  { job, given }: { readonly job: PlanJob; readonly given: PrebuiltKernels },
): Promise<PrebuiltTarget> {
  const { config, targets } = job.inputs;
  const request = { path: config, names: targets, given };
  if (repositories !== undefined && base !== undefined && head !== undefined) {
    const at = (hash: string) => budgetTextAt(repositories, { outer: hash, kernel: hash }, job);
    return choosePrebuiltTarget({ ...request, base: await at(base.hash), head: await at(head.hash) });
  }
  const path = resolve(workspaceOf(job), config);
  const file = existsSync(path) ? { path: config, text: readBudgetFile(path) } : undefined;
  return choosePrebuiltTarget({ ...request, base: file, head: file });
}

/** Growth is accepted for a range of commits. */
async function acceptancesOf(
  job: RunnerPrebuiltJob,
  { base, head }: PrebuiltJob['commits'],
): Promise<Remarks> {
  if (base === undefined || head === undefined) return { acceptances: [], notes: [] };
  return job.readAcceptances({ base, head });
}
