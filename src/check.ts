import type { Workspace } from './cache/workspace.ts';
import type { CommitPair } from './git/commits.ts';
import type { SourceTree } from './git/source-tree.ts';
import { targetTools } from './kernel/build-tools.ts';
import type { KernelBuild } from './kernel/kernel-build.ts';
import { requireTools } from './kernel/require-tools.ts';
import { explainOptions } from './explain-options.ts';
import { locateDefinitions } from './locate-definitions.ts';
import { measureSide } from './measure-side.ts';
import type { PlannedTarget } from './plan.ts';
import { type Remarks, type Report, type TargetOutcomes, reportOf } from './report/report.ts';

/** All that a check works on; the command line and the action each put one together. */
export interface CheckJob extends Pick<
  KernelBuild,
  'env' | 'jobs' | 'missingTools' | 'sandbox' | 'signal' | 'progress' | 'fragmentFallback'
> {
  /** What the report names. */
  readonly commits: CommitPair;
  /** The kernel's commits: of another repository where it is a submodule. */
  readonly checkouts: { readonly base: string; readonly head: string };
  readonly targets: readonly PlannedTarget[];
  readonly openSource: () => Promise<SourceTree>;
  readonly workspace: Pick<Workspace, 'builds' | 'logs'>;
  readonly notes: readonly string[];
  /** Growth that was accepted until now, and remarks on what was not; asked for after the builds. */
  readonly readAcceptances: () => Promise<Remarks>;
}

/**
 * The main job: measures every target at base, then at head, explains options that differ, compares, and judges.
 *
 * Base comes first, for all targets: head's Makefiles run arbitrary code, and base's numbers must be safe from it.
 * A target that cannot be measured is a `no-comparison` in the report and stops no other; what stops all (no tools,
 * no commit, an interrupt) is thrown.
 */
export async function check(job: CheckJob): Promise<Report> {
  await requireTools(
    job.targets.flatMap(({ target, baseTarget = target }) => [target, baseTarget].flatMap(targetTools)),
    job,
  );
  await using source = await job.openSource();
  const bases = await measureSide(job, source, {
    side: 'base',
    targets: job.targets.map(({ baseTarget }) => baseTarget),
  });
  const heads = await measureSide(job, source, {
    side: 'head',
    // Without a base there is nothing to compare with, so a failed one saves head's build.
    targets: job.targets.map(({ target }, index) => (bases[index]!.kind === 'failed' ? undefined : target)),
  });
  const outcomes: TargetOutcomes[] = job.targets.map((planned, index) => ({
    ...planned,
    base: bases[index]!,
    head: heads[index]!,
  }));
  const explained = await explainOptions(job, source, outcomes);
  const { acceptances, notes } = await job.readAcceptances();
  const report = reportOf(job.commits, explained, { acceptances, notes: [...job.notes, ...notes] });
  return locateDefinitions(report, source.kernel);
}
