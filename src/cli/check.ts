import { availableParallelism } from 'node:os';
import { diskUse } from '../cache/disk-use.ts';
import { folderStore } from '../cache/folder-store.ts';
import { noStore } from '../cache/store.ts';
import { lockWorkspace } from '../cache/workspace-lock.ts';
import { type Workspace, homeFolder, storeFolder, userWorkspace } from '../cache/workspace.ts';
import { acceptancesInCommits, withIdleNotes } from '../check/acceptances.ts';
import { check } from '../check/check.ts';
import type { CheckJob } from '../check/job.ts';
import { once } from '../check/once.ts';
import type { PrebuiltKernels } from '../check/prebuilt/files.ts';
import { uncommittedFilterNotes } from '../git/attributes/filtered-files.ts';
import { commitMessages } from '../git/commits/commit-messages.ts';
import { type CommitPair, requireRepository } from '../git/commits/commits.ts';
import { modifiedNotes, resolveLocalCommits, untrackedNotes } from '../git/commits/local-commits.ts';
import { type Git, createGit } from '../git/git.ts';
import { repositoryName } from '../git/repository/worktree-place.ts';
import { openWorktree } from '../git/sources/source-tree.ts';
import { throwIfInterrupted } from '../interruption.ts';
import { buildEnvironment } from '../kernel/make/build-environment.ts';
import { noSandbox } from '../kernel/sandbox/sandbox.ts';
import { type CcacheChoice, openCcache } from '../kernel/tools/ccache.ts';
import { NO_PROGRESS, type Progress } from '../process/progress.ts';
import { exitCodeOf, FAILING_KINDS } from '../report/exit-code.ts';
import { visibleLine } from '../report/inert/inert-text.ts';
import type { Report } from '../report/report.ts';
import type { View } from '../report/tables/views.ts';
import { renderText } from '../report/text.ts';
import { headlineOf } from '../report/words/headline.ts';
import { checkPrebuiltLocally } from './check-prebuilt.ts';
import { kernelAbove, kernelOf } from './kernel-place.ts';
import { planLocally } from './local-plan.ts';
import { type ProgressStream, columnsOf, isTerminal, terminalProgress } from './progress.ts';
import { STDOUT, reportFiles, requireWritable, writeOutput } from './report-files.ts';

/** Options of `kernel-size-budget check`, as the command line gives them. */
export interface LocalCheckOptions {
  readonly target: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly dirty?: true;
  readonly config?: string;
  /** The tree that the current folder is in when undefined. */
  readonly kernel?: string;
  readonly by: readonly View[];
  readonly configDiff?: true;
  readonly strings?: true;
  readonly json?: string;
  readonly markdown?: string;
  readonly quiet?: true;
  readonly jobs?: number;
  /** False with --no-cache. */
  readonly cache: boolean;
  /** The most that the cache may take, in bytes. */
  readonly cacheSize: number;
  readonly ccache: CcacheChoice;
  /** False with --no-skip. */
  readonly skip: boolean;
  readonly confirm?: true;
  /** Kernels that were built elsewhere. */
  readonly given?: PrebuiltKernels | undefined;
}

/** The world around the command line. */
export interface Surroundings {
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly stdout: ProgressStream;
  readonly stderr: ProgressStream;
  /** Writes to stdout what other programs read. */
  readonly writeRaw: (text: string) => void;
  readonly signal: AbortSignal;
}

const TERMINAL_ROWS = 40;

/**
 * Checks two commits of the developer's tree in a worktree of its own, or two kernels that were built elsewhere; returns
 * the exit code.
 */
export async function runCheck(options: LocalCheckOptions, around: Surroundings): Promise<0 | 1 | 2> {
  try {
    for (const file of reportFiles(options)) await requireWritable(file);
    const { given } = options;
    return await (given === undefined ? checkLocally(options, around) : checkFiles(given, options, around));
  } catch (error) {
    // A Ctrl-C reaches git too, which then fails, and may be seen to before the signal is.
    await throwIfInterrupted(around.signal);
    throw error;
  }
}

async function checkFiles(
  given: PrebuiltKernels,
  options: LocalCheckOptions,
  around: Surroundings,
): Promise<0 | 1 | 2> {
  const kernel = options.kernel ?? kernelAbove(process.cwd()) ?? '.';
  const report = await checkPrebuiltLocally(given, { ...options, kernel });
  await present(report, options, around);
  return exitCodeOf(report, FAILING_KINDS);
}

async function checkLocally(options: LocalCheckOptions, around: Surroundings): Promise<0 | 1 | 2> {
  const kernel = kernelOf(options);
  const git = createGit(kernel, around.env);
  await requireRepository(git);
  const commits = await resolveLocalCommits(git, {
    base: options.base,
    head: options.head,
    content: options.dirty ? 'uncommitted' : 'committed',
  });
  const plan = await planLocally(git, commits, options);
  const leftOut = await leftOutNotes(git, options);
  const workspace = userWorkspace(await repositoryName(git), around.env);
  const say = sayOn(around);
  using lock = await lockWorkspace(workspace, { ...around, onWait: say });
  const report = await check({
    targets: plan.targets,
    notes: [...plan.notes, ...leftOut],
    readAcceptances: async () =>
      withIdleNotes(acceptancesInCommits(await commitMessages(git, hashesOf(commits))), plan.known),
    subject: commits,
    checkouts: hashesOf(commits),
    openSource: () => openWorktree(git.with(lock.env), workspace.source),
    // A fragment that is not committed yet is not in the worktree.
    fragmentFallback: kernel,
    workspace,
    lock,
    cache: openCache(options, workspace, { env: around.env, notice: say }),
    unaffected: options.skip ? 'skip' : 'build',
    confirm: options.confirm ? 'failures' : 'nothing',
    budgetFile: plan.budgetFile,
    env: { ...buildEnvironment(around.env, homeFolder(around.env)), ...lock.env },
    ccache: await openCcache(options.ccache, { ...around, access: 'write' }),
    jobs: options.jobs ?? availableParallelism(),
    missingTools: 'report',
    sandbox: noSandbox,
    signal: around.signal,
    progress: progressOf(options, around),
  });
  // What failed may have been interrupted.
  await throwIfInterrupted(around.signal);
  await present(report, options, around);
  if (!options.quiet) say(`builds and logs are kept in ${workspace.folder}`);
  return exitCodeOf(report, FAILING_KINDS);
}

/** What is in the developer's folder and not in head. */
async function leftOutNotes(git: Git, { dirty, head }: LocalCheckOptions): Promise<readonly string[]> {
  if (dirty) return [...(await untrackedNotes(git)), ...(await uncommittedFilterNotes(git))];
  // Who names a commit means that one.
  return head === undefined ? modifiedNotes(git) : [];
}

/** A head that is checked again is not built again; the build folder of base serves all that is built on it. */
function openCache(
  { cache, cacheSize: limit }: LocalCheckOptions,
  workspace: Workspace,
  { env, notice }: Pick<Surroundings, 'env'> & { readonly notice: (text: string) => unknown },
): CheckJob['cache'] {
  if (!cache) return { store: noStore, start: 'empty', keep: { base: [], head: [] } };
  const besides = once(async () => (await diskUse([workspace.source], env)).get(workspace.source) ?? 0);
  const store = folderStore({ folder: storeFolder(workspace), limit, notice, besides });
  return { store, start: 'kept', keep: { base: ['kernel', 'tree'], head: ['kernel'] } };
}

function hashesOf({ base, head }: CommitPair): { base: string; head: string } {
  return { base: base.hash, head: head.hash };
}

/** What a report on stdout is not mixed with goes to stderr; `--quiet` leaves what is wrong. */
async function present(report: Report, options: LocalCheckOptions, around: Surroundings): Promise<void> {
  const files = reportFiles(options);
  const { env, stdout, stderr, writeRaw } = around;
  const place = files.some(({ path }) => path === STDOUT) ? stderr : stdout;
  const isColourful = place === stdout && isTerminal(stdout, env) && !env['NO_COLOR'];
  const decoration = isColourful ? 'colour' : 'plain';
  if (!options.quiet) {
    place.write(renderText(report, { decoration, rows: TERMINAL_ROWS, views: viewsOf(options) }));
  } else if (exitCodeOf(report, FAILING_KINDS) !== 0) {
    sayOn(around)(headlineOf(report, visibleLine));
  }
  for (const file of files) await writeOutput(file, file.render(report), writeRaw);
}

function sayOn({ stderr }: Surroundings): (text: string) => unknown {
  return (text) => stderr.write(`kernel-size-budget: ${visibleLine(text)}\n`);
}

function progressOf({ quiet }: LocalCheckOptions, { stderr, env }: Surroundings): Progress {
  if (quiet) return NO_PROGRESS;
  return terminalProgress({
    isTTY: isTerminal(stderr, env),
    get columns() {
      return columnsOf(stderr);
    },
    write: (text) => stderr.write(text),
  });
}

function viewsOf({ by, configDiff, strings }: LocalCheckOptions): View[] {
  return [...by, ...(configDiff ? (['config'] as const) : []), ...(strings ? (['strings'] as const) : [])];
}
