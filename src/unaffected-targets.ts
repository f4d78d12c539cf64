import type { Target } from './budget/target.ts';
import type { RunningCheck } from './check.ts';
import { type SourceChange, changesOfCommits } from './git/source-listing.ts';
import { usesToolsOfTree } from './kernel/build-identity.ts';
import { sourceArch } from './kernel/kernel-build.ts';
import type { FileDigests } from './kernel/kernel-folder.ts';
import type { ReadyKernel } from './kernel/ready-kernel.ts';
import { findReach, unaffectedWords } from './kernel/unaffected.ts';
import { keysOf } from './obtain-kernel.ts';
import { type SideOutcome, type SideSource, buildOf } from './obtain-side.ts';
import type { PlannedTarget } from './plan.ts';
import { keepKernel } from './stored-kernel.ts';

/** What the change means for one target. */
export interface TargetReach {
  /** What head is, without a build; undefined where it has to be built. */
  readonly outcome: SideOutcome | undefined;
  /** Why head was not built, or why it was although nothing is known to reach it, for the report. */
  readonly note: string | undefined;
}

/** In the order of the targets. A head that is proven to be base's kernel is kept as head's where heads are kept. */
export async function findUnaffected(
  job: RunningCheck,
  head: SideSource,
  bases: readonly SideOutcome[],
): Promise<TargetReach[]> {
  if (job.unaffected === 'build') return job.targets.map(() => UNKNOWN);
  const changes = await changesOfCommits(head.tree.git, job.checkouts.base, job.checkouts.head);
  const found = job.targets.map((planned, index) =>
    reachOf(changes, planned, { job, prefix: head.tree.prefix, base: bases[index]! }),
  );
  await keepAsHead(job, head, found);
  return found;
}

const UNKNOWN: TargetReach = { outcome: undefined, note: undefined };

function reachOf(
  changes: readonly SourceChange[],
  { baseTarget, target }: PlannedTarget,
  { job, prefix, base }: { readonly job: RunningCheck; readonly prefix: string; readonly base: SideOutcome },
): TargetReach {
  if (base.kind !== 'ready' || JSON.stringify(baseTarget) !== JSON.stringify(target)) return UNKNOWN;
  const { config, provenance, sources } = base.kernel;
  const reach = findReach(changes, {
    prefix,
    sourceArch: sourceArch(target.arch),
    dependencies: sources?.files ?? [],
    requests: [job.budgetFile, ...job.targets.flatMap(requestsOf)],
    config,
  });
  if (reach !== undefined) return UNKNOWN;
  const missing = missingProof(target, sources);
  if (missing !== undefined) {
    const note = `${target.name} was built at head, though no change is known to reach it: ${missing}`;
    return { outcome: undefined, note };
  }
  const kernel = { ...base.kernel, provenance: { ...provenance, commit: job.checkouts.head } };
  const words = unaffectedWords(target.name, { dependencies: sources!.files, changes: changes.length });
  return { outcome: { ...base, kernel }, note: `${target.name} was not built again: ${words}` };
}

/** Why nothing is proven by the files that a kernel is known to be made from. */
function missingProof(target: Target, sources: ReadyKernel['sources']): string | undefined {
  if (usesToolsOfTree(target))
    return 'its tools may be files of the tree, and what these are made from is not known';
  return sources === undefined ? 'the build of base noted none of the files that it is made from' : undefined;
}

/**
 * Keeps kernels of base, which head's are proven to be too, as head's, where the job keeps kernels of head. Targets that
 * are built alike have one.
 */
async function keepAsHead(job: RunningCheck, head: SideSource, found: readonly TargetReach[]): Promise<void> {
  if (!job.cache.keep.head.includes('kernel')) return;
  const kept = new Set<FileDigests>();
  for (const { outcome } of found) {
    if (outcome?.kind !== 'ready' || kept.has(outcome.kernel.digests)) continue;
    kept.add(outcome.kernel.digests);
    const keyOf = keysOf(head, await buildOf(job, head, outcome.target));
    await keepKernel(job.cache.store, keyOf('kernel'), outcome.kernel);
  }
}

/** Whoever edits what some target is configured from, or judged by, wants to see them all. */
function requestsOf({ baseTarget, target }: PlannedTarget): string[] {
  return [target, baseTarget ?? target].flatMap((side) => {
    const seed = side.base.kind === 'file' ? [side.base] : [];
    const files = [...seed, ...side.fragments].map(({ path }) => path);
    return isLimitedBySubsystem(side) ? files.concat('MAINTAINERS') : files;
  });
}

function isLimitedBySubsystem({ budgets, growth }: Target): boolean {
  return Object.keys({ ...budgets, ...growth }).some((name) => name.startsWith('subsystem:'));
}
