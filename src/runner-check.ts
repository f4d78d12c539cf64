import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ActionEvent } from './action-event.ts';
import type { ActionInputs } from './action-inputs.ts';
import { type Workspace, workspaceIn } from './cache/workspace.ts';
import { type CheckJob, check } from './check.ts';
import { requireRepository } from './git/commits.ts';
import { type EventContext, resolveEventCommits } from './git/event-commits.ts';
import { exportFiles } from './git/export-files.ts';
import { createFetchCommit } from './git/fetch-commit.ts';
import { type Git, createGit, gitEnvironment } from './git/git.ts';
import { openCheckout } from './git/source-tree.ts';
import { buildEnvironment } from './kernel/build-environment.ts';
import { configPlaces } from './kernel/config-places.ts';
import { readKernelVersion } from './kernel/kernel-version.ts';
import type { Progress } from './kernel/progress.ts';
import { type BudgetText, type PlannedTarget, planTargets } from './plan.ts';
import { type Report, type ReportCommits, failedReport } from './report/report.ts';
import { UserError } from './user-error.ts';

/** One use of the action in a workflow run. */
export interface RunnerJob {
  readonly inputs: ActionInputs;
  readonly event: ActionEvent;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly mergeBase: EventContext['mergeBase'];
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Checks the two commits of a workflow run in the runner's checkout; what goes wrong is a report too. */
export async function checkInRunner(job: RunnerJob): Promise<Report> {
  let commits: ReportCommits = { base: undefined, head: undefined };
  try {
    const git = await openRepository(job);
    const resolved = await resolveCommits(git, job);
    commits = resolved;
    const plan = planTargets({
      base: await budgetTextAt(git, resolved.base.hash, job),
      head: await budgetTextAt(git, resolved.head.hash, job),
      names: job.inputs.targets,
    });
    if (plan.targets.length === 0) throw missingBudgetFile(job);
    const workspace = workspaceIn(runnerFolder(job));
    const settings = await buildSettings(job, workspace);
    const fragmentFallback = join(workspace.folder, 'removed');
    await keepFragments(git, { hash: resolved.base.hash, targets: plan.targets, to: fragmentFallback });
    const openSource = () => openCheckout(git);
    return await check({ ...plan, ...settings, fragmentFallback, commits: resolved, openSource });
  } catch (error) {
    if (job.signal.aborted || !(error instanceof UserError)) throw error;
    return failedReport(commits, { reason: error.message, details: error.details });
  }
}

async function openRepository({ inputs, env }: RunnerJob): Promise<Git> {
  const kernel = resolve(env['GITHUB_WORKSPACE'] ?? '.', inputs.kernel);
  readKernelVersion(kernel);
  const git = createGit(kernel, gitEnvironment(env));
  await requireRepository(git);
  return git;
}

function resolveCommits(git: Git, { inputs, event, env, mergeBase }: RunnerJob) {
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return resolveEventCommits(git, {
    trigger: event.trigger,
    base: inputs.base,
    head: inputs.head,
    fetchCommit: createFetchCommit(git, { serverUrl, token: inputs.token }),
    mergeBase,
  });
}

/** The budget file as a commit has it; one outside the repository, such as another checkout's, is read as it is. */
async function budgetTextAt(git: Git, hash: string, { inputs }: RunnerJob): Promise<BudgetText | undefined> {
  const root = await git.run('rev-parse', '--show-toplevel');
  const path = resolve(root, inputs.config);
  const inRoot = relative(root, path);
  const tree = new Set((await git.run('ls-tree', '-r', '--name-only', '-z', hash)).split('\0'));
  const fileExists: BudgetText['fileExists'] = (file, arch) =>
    configPlaces(file, arch).some((place) => tree.has(place));
  if (inRoot.startsWith('..')) {
    if (!existsSync(path)) return undefined;
    return { path: inputs.config, text: readFileSync(path, 'utf8'), fileExists };
  }
  const text = await git.ask('cat-file', 'blob', `${hash}:${inRoot}`);
  return text === undefined ? undefined : { path: inRoot, text, fileExists };
}

/** Head is judged once more by a target that it removes; its tree may no longer have what that is configured with. */
async function keepFragments(
  git: Git,
  base: { readonly hash: string; readonly targets: readonly PlannedTarget[]; readonly to: string },
): Promise<void> {
  await rm(base.to, { recursive: true, force: true });
  const removed = base.targets.filter(({ status }) => status === 'removed');
  const paths = removed.flatMap(({ target }) => {
    const seed = target.base.kind === 'file' ? [target.base] : [];
    return [...seed, ...target.fragments].flatMap(({ path }) => configPlaces(path, target.arch));
  });
  await exportFiles(git, base.hash, { paths: paths.filter((path) => !isAbsolute(path)), to: base.to });
}

function missingBudgetFile({ inputs }: RunnerJob): UserError {
  return new UserError(
    `there is no budget file ${inputs.config} at base or head; write one with "npx kernel-size-budget init" and ` +
      'commit it, or name it with the input "config"',
  );
}

/** Build folders lie in RUNNER_TEMP: `/tmp` is a small tmpfs on newer runners. */
async function buildSettings(
  job: RunnerJob,
  workspace: Workspace,
): Promise<Omit<CheckJob, 'targets' | 'notes' | 'commits' | 'openSource' | 'fragmentFallback'>> {
  const home = join(workspace.folder, 'home');
  await mkdir(home, { recursive: true });
  return {
    workspace,
    env: buildEnvironment(job.env, home),
    jobs: job.inputs.jobs ?? availableParallelism(),
    missingTools: job.inputs.missingTools,
    signal: job.signal,
    progress: job.progress,
  };
}

/** Where the action keeps its files during a job, apart from those of other uses in it. */
export function runnerFolder({ env, inputs }: Pick<RunnerJob, 'env' | 'inputs'>): string {
  const temp = env['RUNNER_TEMP'];
  if (temp === undefined) {
    throw new UserError(
      'RUNNER_TEMP is not set; the action runs in a GitHub workflow, use the command line elsewhere',
    );
  }
  return join(temp, 'kernel-size-budget', inputs.commentKey);
}
