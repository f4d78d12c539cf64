import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { ActionEvent } from './action-event.ts';
import type { ActionInputs } from './action-inputs.ts';
import { workspaceIn } from './cache/workspace.ts';
import { type CheckJob, check } from './check.ts';
import { requireRepository } from './git/commits.ts';
import { type EventContext, resolveEventCommits } from './git/event-commits.ts';
import { createFetchCommit } from './git/fetch-commit.ts';
import { type Git, createGit, gitEnvironment } from './git/git.ts';
import { openCheckout } from './git/source-tree.ts';
import { buildEnvironment } from './kernel/build-environment.ts';
import { configPlaces } from './kernel/config-places.ts';
import { readKernelVersion } from './kernel/kernel-version.ts';
import type { Progress } from './kernel/progress.ts';
import { type BudgetText, planTargets } from './plan.ts';
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
    const openSource = () => openCheckout(git);
    return await check({ ...plan, ...(await buildSettings(job)), commits: resolved, openSource });
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
async function budgetTextAt(
  git: Git,
  hash: string,
  { inputs, env }: RunnerJob,
): Promise<BudgetText | undefined> {
  const root = await git.run('rev-parse', '--show-toplevel');
  const path = resolve(root, inputs.config);
  const inRoot = relative(root, path);
  const tree = new Set((await git.run('ls-tree', '-r', '--name-only', '-z', hash)).split('\0'));
  const fileExists: BudgetText['fileExists'] = (file, arch) =>
    configPlaces(file, arch).some((place) => tree.has(place));
  if (inRoot.startsWith('..')) {
    const outside = resolve(env['GITHUB_WORKSPACE'] ?? '.', inputs.config);
    if (!existsSync(outside)) return undefined;
    return { path: inputs.config, text: readFileSync(outside, 'utf8'), fileExists };
  }
  const text = await git.ask('cat-file', 'blob', `${hash}:${inRoot}`);
  return text === undefined ? undefined : { path: inRoot, text, fileExists };
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
): Promise<Omit<CheckJob, 'targets' | 'notes' | 'commits' | 'openSource'>> {
  const workspace = workspaceIn(runnerFolder(job.env));
  const home = join(workspace.folder, 'home');
  await mkdir(home, { recursive: true });
  return {
    workspace,
    env: buildEnvironment(job.env, home),
    jobs: job.inputs.jobs ?? availableParallelism(),
    missingTools: job.inputs.missingTools,
    fragmentFallback: undefined,
    signal: job.signal,
    progress: job.progress,
  };
}

/** Where the action keeps its files during a job. */
export function runnerFolder(env: Readonly<NodeJS.ProcessEnv>): string {
  const temp = env['RUNNER_TEMP'];
  if (temp === undefined) {
    throw new UserError(
      'RUNNER_TEMP is not set; the action runs in a GitHub workflow, use the command line elsewhere',
    );
  }
  return join(temp, 'kernel-size-budget');
}
