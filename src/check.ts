import type { CacheKey, CacheStore } from './cache/store.ts';
import { chooseScript } from './choose-script.ts';
import type { Workspace } from './cache/workspace.ts';
import type { WorkspaceLock } from './cache/workspace-lock.ts';
import { confirmFailures } from './confirm-failures.ts';
import { requireBuildable } from './files/buildable-path.ts';
import { explainOptions } from './explain-options.ts';
import type { CommitPair } from './git/commits.ts';
import { filterNotes } from './git/filtered-files.ts';
import type { SourceTree } from './git/source-tree.ts';
import { targetTools } from './kernel/build-tools.ts';
import { requireCrossCompilers } from './kernel/cross-compilers.ts';
import { type JobSlots, openJobSlots } from './kernel/job-slots.ts';
import type { KernelBuild } from './kernel/kernel-build.ts';
import { openPrograms } from './kernel/programs.ts';
import { requireTools } from './kernel/require-tools.ts';
import { locateDefinitions } from './locate-definitions.ts';
import { type BuiltExplanation, measureTargets } from './measure-targets.ts';
import { newOptionNotes } from './new-options.ts';
import { type SideOutcome, obtainSide, sourceOf } from './obtain-side.ts';
import type { PlannedTarget } from './plan.ts';
import { reportOf } from './report/assemble-report.ts';
import type { Remarks, Report } from './report/report.ts';
import type { ScriptRules } from './size/symbol-letters.ts';
import { afterTrial } from './try-head.ts';
import { findUnaffected } from './unaffected-targets.ts';

/** All that a check works on; the command line and the action each put one together. */
export interface CheckJob extends Pick<
  KernelBuild,
  'env' | 'ccache' | 'missingTools' | 'sandbox' | 'signal' | 'progress' | 'fragmentFallback'
> {
  /** Compilers to run at once, for all targets together. */
  readonly jobs: number;
  /** What the report names. */
  readonly commits: CommitPair;
  /** The kernel's commits: of another repository where it is a submodule. */
  readonly checkouts: { readonly base: string; readonly head: string };
  readonly targets: readonly PlannedTarget[];
  readonly openSource: () => Promise<SourceTree>;
  readonly workspace: Pick<Workspace, 'builds' | 'kernels' | 'logs'>;
  /** Held until the check has ended, and by each build as long as something of it runs. */
  readonly lock: Pick<WorkspaceLock, 'inherited'>;
  readonly cache: Cache;
  /** Whether a target that a change cannot reach is built all the same. */
  readonly unaffected: 'skip' | 'build';
  /** Whether a head that breaks a limit is built once more from nothing, where it was built on an earlier build. */
  readonly confirm: 'failures' | 'nothing';
  /** The budget file, relative to the repository's root: a change of it builds every target. */
  readonly budgetFile: string;
  readonly notes: readonly string[];
  /** Growth that was accepted until now, and remarks on what was not; asked for after the builds. */
  readonly readAcceptances: () => Promise<Remarks>;
}

/** What is kept between checks, and what of each side goes into it. */
export interface Cache {
  readonly store: CacheStore;
  /** What builds begin with, as in KernelBuild. */
  readonly start: KernelBuild['start'];
  readonly keep: Readonly<Record<'base' | 'head', readonly CacheKey['kind'][]>>;
}

/** A check that is going on. */
export interface RunningCheck extends CheckJob, Pick<KernelBuild, 'programs'> {
  readonly slots: JobSlots;
  /** How base's scripts/bloat-o-meter counts. */
  readonly script: ScriptRules | undefined;
}

/** A target with the kernels of both sides. */
export interface BuiltTarget extends PlannedTarget {
  readonly base: SideOutcome;
  readonly head: SideOutcome;
  /** Where the options of the two differ. */
  readonly options?: BuiltExplanation;
}

/**
 * The main job: gets every target's kernel at base, then at head, explains options that differ, measures, compares,
 * judges, and builds once more from nothing what breaks a limit.
 *
 * Base comes first, for all targets: head's Makefiles run arbitrary code, and base's numbers must be safe from it. What is
 * measured later must be what was built then, by its digests.
 * A target that cannot be measured is a `no-comparison` in the report and stops no other; what stops all (no tools,
 * no commit, an interrupt) is thrown.
 */
export async function check(given: CheckJob): Promise<Report> {
  const sides = given.targets.flatMap(({ target, baseTarget = target }) => [target, baseTarget]);
  requireCrossCompilers(sides, process.arch);
  await requireTools(sides.flatMap(targetTools), given);
  requireBuildable(
    'the build folders',
    given.workspace.builds,
    'the action builds in RUNNER_TEMP: set that to another folder',
  );
  await using tree = await given.openSource();
  requireBuildable('the kernel', tree.kernel, 'rename its folder, or check it out into another one');
  await using slots = await openJobSlots({
    ...given,
    makes: given.targets.length,
    folder: given.workspace.logs,
    inherited: [given.lock.inherited],
  });
  const script = await chooseScript(tree, given.checkouts.base);
  const programs = openPrograms(given.env['PATH'] ?? '');
  const job: RunningCheck = { ...given, slots, programs, script: script.rules };
  const head = sourceOf(job, tree, 'head');
  const base = afterTrial(job, { base: sourceOf(job, tree, 'base'), head });
  const bases = await obtainSide(
    job,
    base,
    job.targets.map(({ baseTarget }) => baseTarget),
  );
  const unaffected = await findUnaffected(job, head, bases);
  const heads = await obtainSide(
    job,
    head,
    job.targets.map(({ target }, index) => {
      // Without a base there is nothing to compare with, so a failed one saves head's build.
      const isNeeded = bases[index]!.kind !== 'failed' && unaffected[index]!.outcome === undefined;
      return isNeeded ? target : undefined;
    }),
  );
  const built = job.targets.map((planned, index): BuiltTarget => {
    return { ...planned, base: bases[index]!, head: unaffected[index]!.outcome ?? heads[index]! };
  });
  const newOptions = await newOptionNotes(job, head, built);
  const explained = await explainOptions(job, head, built);
  const { notes, ...read } = await job.readAcceptances();
  const remarks = {
    ...read,
    notes: [
      ...job.notes,
      ...script.notes,
      ...(await filterNotes(tree.git, job.checkouts)),
      ...unaffected.flatMap(({ note }) => note ?? []),
      ...newOptions,
      ...notes,
    ],
  };
  const report = await confirmFailures(job, head, {
    targets: explained,
    judge: (targets, more) =>
      reportOf(job.commits, measureTargets(job, targets), {
        ...remarks,
        notes: [...remarks.notes, ...more],
      }),
  });
  return locateDefinitions(report, async () => {
    await head.checkout();
    return tree.kernel;
  });
}
