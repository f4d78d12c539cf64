import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { type WorkspaceLock, lockWorkspace } from '../../cache/workspace-lock.ts';
import { type Workspace, workspaceIn } from '../../cache/workspace.ts';
import { withIdleNotes } from '../../check/acceptances.ts';
import { check } from '../../check/check.ts';
import type { CheckJob, PlannedTarget } from '../../check/job.ts';
import { makeFolder } from '../../files/make-folder.ts';
import type { Git } from '../../git/git.ts';
import { exportFiles } from '../../git/sources/export-files.ts';
import { openCheckout } from '../../git/sources/source-tree.ts';
import { throwIfInterrupted } from '../../interruption.ts';
import { buildEnvironment } from '../../kernel/make/build-environment.ts';
import { openSandbox } from '../../kernel/sandbox/open-sandbox.ts';
import { openCcache } from '../../kernel/tools/ccache.ts';
import { fragmentPaths } from '../../kernel/tree/fragment-paths.ts';
import { failedReport } from '../../report/assemble-report.ts';
import type { Report, ReportSubject } from '../../report/report.ts';
import { userErrorOf } from '../../system-error.ts';
import { type RunnerJob, runnerFolder } from '../job.ts';
import { mayKeep, openCache } from './open-cache.ts';
import { type RunnerRepositories, openRepositories, planInRunner, resolveCommits } from './plan-in-runner.ts';
import { checkPrebuiltInRunner } from './prebuilt-in-runner.ts';
import { runnerSecrets } from './runner-secrets.ts';

/** Checks the two commits of a workflow run in the runner's checkout; what goes wrong is a report too. */
export async function checkInRunner(job: RunnerJob): Promise<Report> {
  const { given } = job.inputs;
  if (given !== undefined) return checkPrebuiltInRunner(job, given);
  let subject: ReportSubject = { base: undefined, head: undefined };
  try {
    const repositories = await openRepositories(job);
    const resolved = await resolveCommits(repositories, job);
    const { commits, checkouts } = resolved;
    subject = { ...commits, folder: await folderOf(repositories) };
    const plan = await planInRunner(repositories, resolved, job);
    const workspace = workspaceIn(runnerFolder(job));
    const onWait = (text: string): void => job.progress.begin(text).end('done');
    using lock = await lockWorkspace(workspace, { ...job, onWait });
    const keeps = await mayKeep(job, repositories.outer, commits);
    const settings = await buildSettings(job, workspace, { lock, keeps });
    const fragmentFallback = join(workspace.folder, 'removed');
    const { kernel } = repositories;
    await keepFragments(kernel, { hash: checkouts.base, targets: plan.targets, to: fragmentFallback });
    const report = await check({
      ...plan,
      ...settings,
      notes: [...plan.notes, ...settings.notes],
      fragmentFallback,
      subject,
      checkouts,
      openSource: () => openCheckout(kernel.with(lock.env)),
      readAcceptances: async () => withIdleNotes(await job.readAcceptances(commits), plan.known),
    });
    // What failed may have been interrupted.
    await throwIfInterrupted(job.signal);
    return report;
  } catch (error) {
    const told = userErrorOf(error);
    if (job.signal.aborted || told === undefined) throw error;
    return failedReport(subject, { reason: told.message, details: told.details });
  }
}

/** Lines of a submodule are no lines of the repository that the report is about. */
async function folderOf({ kernel, submodule }: RunnerRepositories): Promise<string | undefined> {
  if (submodule !== undefined) return undefined;
  return relative((await kernel.repository()).root, kernel.folder);
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
    return [...seed, ...target.fragments].flatMap(({ path }) => fragmentPaths(path, target.arch));
  });
  await exportFiles(git, base.hash, { paths: paths.filter((path) => !isAbsolute(path)), to: base.to });
}

/**
 * Build folders lie in RUNNER_TEMP: `/tmp` is a small tmpfs on newer runners. What is kept for others is not built in a
 * folder that an earlier step of the job has left, which may have built anything.
 */
async function buildSettings(
  job: RunnerJob,
  workspace: Workspace,
  { lock, keeps }: { readonly lock: WorkspaceLock; readonly keeps: boolean },
): Promise<
  Omit<CheckJob, 'targets' | 'subject' | 'checkouts' | 'openSource' | 'fragmentFallback' | 'readAcceptances'>
> {
  if (keeps) await rm(workspace.builds, { recursive: true, force: true });
  const home = join(workspace.folder, 'home');
  makeFolder(home);
  const { missingTools, sandbox: choice, ccache } = job.inputs;
  const settings = {
    env: { ...buildEnvironment(job.env, home), ...lock.env },
    missingTools,
    signal: job.signal,
    progress: job.progress,
  };
  const secrets = runnerSecrets(job.env, process.execPath);
  return {
    workspace,
    lock,
    jobs: job.inputs.jobs ?? availableParallelism(),
    cache: openCache(job, { folder: workspace.folder, keeps }),
    ccache: await openCcache(ccache, { ...job, access: keeps ? 'write' : 'read' }),
    unaffected: job.inputs.unaffected,
    // Nobody is there to ask for it, and who reads the verdict may be blamed for it.
    confirm: 'failures',
    budgetFile: job.inputs.config,
    ...settings,
    ...(await openSandbox({ choice, secrets }, settings)),
  };
}
