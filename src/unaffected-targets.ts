import type { Target } from './budget/target.ts';
import type { RunningCheck } from './check.ts';
import { type SourceChange, changesOfCommits } from './git/source-listing.ts';
import type { SourceTree } from './git/source-tree.ts';
import { usesToolsOfTree } from './kernel/build-identity.ts';
import { sourceArch } from './kernel/kernel-build.ts';
import { findReach, unaffectedWords } from './kernel/unaffected.ts';
import type { SideOutcome } from './obtain-side.ts';
import type { PlannedTarget } from './plan.ts';

/** What head is where the change cannot reach a target, and why it was not built, for the report. */
export interface Unaffected {
  readonly outcome: SideOutcome;
  readonly note: string;
}

/** In the order of the targets; undefined for those whose head has to be built. */
export async function findUnaffected(
  job: RunningCheck,
  tree: SourceTree,
  bases: readonly SideOutcome[],
): Promise<(Unaffected | undefined)[]> {
  if (job.unaffected === 'build') return job.targets.map(() => undefined);
  const { base, head } = job.checkouts;
  const changes = await changesOfCommits(tree.git, base, head);
  return job.targets.map((planned, index) =>
    unaffectedBy(changes, planned, { job, tree, base: bases[index]! }),
  );
}

function unaffectedBy(
  changes: readonly SourceChange[],
  { baseTarget, target }: PlannedTarget,
  { job, tree, base }: { readonly job: RunningCheck; readonly tree: SourceTree; readonly base: SideOutcome },
): Unaffected | undefined {
  if (base.kind !== 'ready' || usesToolsOfTree(target)) return undefined;
  if (JSON.stringify(baseTarget) !== JSON.stringify(target)) return undefined;
  const { config, provenance, sources: dependencies } = base.kernel;
  // Of every kernel; without it nothing has been noted, and nothing can be told.
  if (!dependencies.includes('init/main.c')) return undefined;
  const { prefix } = tree;
  const reach = findReach(changes, {
    prefix,
    sourceArch: sourceArch(target.arch),
    dependencies,
    requests: [job.budgetFile, ...job.targets.flatMap(requestsOf)],
    config,
  });
  if (reach !== undefined) return undefined;
  const words = unaffectedWords(target.name, { dependencies, changes: changes.length });
  return {
    outcome: {
      ...base,
      kernel: { ...base.kernel, provenance: { ...provenance, commit: job.checkouts.head } },
    },
    note: `${target.name} was not built again: ${words}`,
  };
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
