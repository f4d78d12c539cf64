/** The commits, the budget files and the targets of a workflow run, from the runner's checkout. */
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type BudgetCommit, committedBudget, committedKernel } from '../../check/plan/committed-budget.ts';
import { type BudgetText, type Plan, planTargets } from '../../check/plan/plan.ts';
import { readBudgetFile } from '../../check/plan/read-budget-file.ts';
import { isBelow } from '../../files/paths.ts';
import { type CommitPair, requireRepository } from '../../git/commits/commits.ts';
import { type EventContext, type Trigger, resolveEventCommits } from '../../git/commits/event-commits.ts';
import { authorize, createFetchCommit } from '../../git/commits/fetch-commit.ts';
import { type Git, createRunnerGit } from '../../git/git.ts';
import { realPathOf } from '../../git/repository/locate-repository.ts';
import { submoduleCommit } from '../../git/repository/submodule.ts';
import { superprojectOf } from '../../git/repository/superproject.ts';
import { readKernelVersion } from '../../kernel/tree/kernel-version.ts';
import { UserError } from '../../user-error.ts';
import type { ActionInputs } from '../inputs.ts';

/** What planning needs of a job. */
export interface PlanJob {
  readonly inputs: Pick<ActionInputs, 'kernel' | 'config' | 'targets' | 'base' | 'head' | 'token'>;
  readonly trigger: Trigger;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly mergeBase: EventContext['mergeBase'];
}

/** The kernel's repository, and the one that the workflow is of: another one where the kernel is a submodule. */
export interface RunnerRepositories {
  readonly kernel: Git;
  readonly outer: Git;
  /** Path of the submodule in the outer repository; undefined where there is one repository. */
  readonly submodule: string | undefined;
}

/** Commits of the outer repository, which the report names, and those of the kernel that are checked out. */
export interface RunnerCommits {
  readonly commits: CommitPair;
  readonly checkouts: { readonly base: string; readonly head: string };
}

/** Throws a UserError where there is no kernel or no repository. */
export async function openRepositories(job: PlanJob): Promise<RunnerRepositories> {
  const folder = kernelFolder(job);
  readKernelVersion(folder);
  return repositoriesAt(folder, job.env);
}

/** Where the input `kernel` leads. Throws a UserError where a commit has put a link there that leads out of the checkout. */
export function kernelFolder({ inputs, env }: PlanJob): string {
  const workspace = realPathOf(resolve(env['GITHUB_WORKSPACE'] ?? '.'));
  const folder = resolve(workspace, inputs.kernel);
  const real = realPathOf(folder);
  const leadsOut = !isBelow(real, workspace) || relative(workspace, real).split(sep).includes('.git');
  if (!isBelow(folder, workspace) || !leadsOut) return real;
  throw new UserError(
    `the kernel's folder ${inputs.kernel} is a link that leads to ${real}; expected a folder of the checkout: put the ` +
      'kernel itself there, or name its folder with the input "kernel"',
  );
}

/** The same around a folder that need not be a kernel. */
export async function repositoriesAt(folder: string, env: PlanJob['env']): Promise<RunnerRepositories> {
  const kernel = createRunnerGit(folder, env);
  await requireRepository(kernel);
  const workspace = realPathOf(resolve(env['GITHUB_WORKSPACE'] ?? '.'));
  const found = await superprojectOf(kernel, { workspace, open: (above) => createRunnerGit(above, env) });
  if (found === undefined) return { kernel, outer: kernel, submodule: undefined };
  return { kernel, outer: found.outer, submodule: found.path };
}

/** Both commits are in the repositories afterwards. Throws a UserError where one cannot be had. */
export async function resolveCommits(
  { kernel, outer, submodule }: RunnerRepositories,
  job: PlanJob,
): Promise<RunnerCommits> {
  const access = accessOf(job);
  const commits = await resolveEventCommits(outer, {
    trigger: job.trigger,
    base: job.inputs.base,
    head: job.inputs.head,
    fetchCommit: createFetchCommit(outer, access),
    mergeBase: job.mergeBase,
  });
  const [base, head] = [commits.base.hash, commits.head.hash];
  if (submodule === undefined) return { commits, checkouts: { base, head } };
  const checkouts = {
    base: await submoduleCommit(outer, { hash: base, path: submodule }),
    head: await submoduleCommit(outer, { hash: head, path: submodule }),
  };
  const fetchCommit = createFetchCommit(kernel, access);
  await fetchCommit(checkouts.base);
  await fetchCommit(checkouts.head);
  return { commits, checkouts };
}

/** The targets by the budget files of both commits. Throws a UserError where none of them has one. */
export async function planInRunner(
  repositories: RunnerRepositories,
  { commits, checkouts }: RunnerCommits,
  job: PlanJob,
): Promise<Plan> {
  const budgetAt = (side: 'base' | 'head'): Promise<BudgetText | undefined> =>
    budgetTextAt(repositories, { outer: commits[side].hash, kernel: checkouts[side] }, job);
  const [base, head] = await Promise.all([budgetAt('base'), budgetAt('head')]);
  const plan = planTargets({ base, head, names: job.inputs.targets });
  if (plan.targets.length === 0) throw missingBudgetFile(job);
  return plan;
}

/** The budget file as a commit has it; one outside the repository, such as another checkout's, is read as it is. */
export async function budgetTextAt(
  repositories: RunnerRepositories,
  hashes: BudgetCommit,
  job: PlanJob,
): Promise<BudgetText | undefined> {
  const { kernel, outer } = repositories;
  const { config } = job.inputs;
  const { root } = await outer.repository();
  const path = resolve(root, config);
  if (isBelow(path, root)) {
    const readBlob = (blob: string): Promise<string> => readBlobOf(outer, blob, job);
    return committedBudget(repositories, hashes, { path: relative(root, path), readBlob });
  }
  if (!existsSync(path)) return undefined;
  return { path: config, text: readBudgetFile(path), ...(await committedKernel(kernel, hashes.kernel)) };
}

/** A clone without blobs fetches the blob now. That it cannot is an error: base's limits would not count. */
async function readBlobOf(outer: Git, blob: string, job: PlanJob): Promise<string> {
  const args = ['cat-file', 'blob', blob] as const;
  return (await outer.ask(...args)) ?? authorize(outer, accessOf(job)).run(...args);
}

function accessOf({ inputs, env }: PlanJob): { readonly serverUrl: string; readonly token: string } {
  return { serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com', token: inputs.token };
}

function missingBudgetFile({ inputs }: PlanJob): UserError {
  return new UserError(
    `there is no budget file ${inputs.config} at base or head; write one with "npx kernel-size-budget init" and ` +
      'commit it, or name it with the input "config"',
  );
}
