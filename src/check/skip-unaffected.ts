import type { Target } from '../budget/target.ts';
import { type SourceChange, changesOfCommits } from '../git/sources/source-listing.ts';
import { sourceArch } from '../kernel/make/build-context.ts';
import type { FileDigests } from '../kernel/measure/artifact-folder.ts';
import type { KernelArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import { findReach, unaffectedWords } from '../kernel/reach/change-impact.ts';
import type { KernelSources } from '../kernel/reach/kernel-sources.ts';
import { optionPaths } from '../kernel/reach/option-paths.ts';
import type { MadeKernel } from '../kernel/reach/reach-rules.ts';
import { readLinks } from '../kernel/reach/tree-links.ts';
import { findUnnotedRead } from '../kernel/reach/unnoted-reads.ts';
import { usesToolsOfTree } from '../kernel/tools/tool-names.ts';
import { buildOf, outputOf } from './build-side.ts';
import { keepKernel } from './cached-kernel.ts';
import type { BasedTarget, PlannedTarget, ReachedTarget, RunningCheck, SideSource } from './job.ts';
import { keyFor, keysOf, ofCommit } from './restore-or-build.ts';

type Reach = Pick<ReachedTarget, 'known' | 'note'>;

/** Says what the change means for each target. A head that is proven to be base's kernel is kept, where heads are. */
export async function skipUnaffected(
  job: RunningCheck,
  head: SideSource,
  targets: readonly BasedTarget[],
): Promise<ReachedTarget[]> {
  if (job.unaffected === 'build') return targets.map((target) => ({ ...target, ...UNKNOWN }));
  const changes = await changesOfCommits(head.tree.git, job.checkouts.base, job.checkouts.head);
  const found: ReachedTarget[] = [];
  for (const target of targets) found.push({ ...target, ...(await reachOf(changes, target, { job, head })) });
  if (changes.length > 0) await keepAsHead(job, head, found);
  return found;
}

const UNKNOWN: Reach = { known: undefined, note: undefined };

async function reachOf(
  changes: readonly SourceChange[],
  { baseTarget, target, base }: BasedTarget,
  { job, head }: { readonly job: RunningCheck; readonly head: SideSource },
): Promise<Reach> {
  if (base.kind !== 'ready' || JSON.stringify(baseTarget) !== JSON.stringify(target)) return UNKNOWN;
  const { sources } = base.kernel;
  const made = madeKernel(job, head, { target, kernel: base.kernel });
  if (findReach(changes, made) !== undefined) return UNKNOWN;
  const missing = missingProof(target, sources);
  if (missing !== undefined) {
    const note = `${target.name} was built at head, though no change is known to reach it: ${missing}`;
    return { known: undefined, note };
  }
  if (changes.length > 0 && (await isReadUnnoted(changes, head, made))) return UNKNOWN;
  const kernel = ofCommit(base.kernel, job.checkouts.head);
  const words = unaffectedWords(target.name, { sources: sources!, changes: changes.length });
  return { known: { ...base, kernel }, note: `${target.name} was not built again: ${words}` };
}

function madeKernel(
  job: RunningCheck,
  { tree }: SideSource,
  { target, kernel }: { readonly target: Target; readonly kernel: KernelArtifacts },
): MadeKernel {
  const { root, prefix } = tree;
  const output = outputOf(job, target);
  return {
    prefix,
    sourceArch: sourceArch(target.arch),
    sources: kernel.sources ?? NOTHING,
    requests: [job.budgetFile, ...job.targets.flatMap(requestsOf)],
    config: kernel.config,
    options: optionPaths(kernel.config, target.make, { root, prefix, output }),
    links: [],
  };
}

const NOTHING: KernelSources = {
  files: [],
  folders: [],
  asking: [],
  names: [],
  asksGit: false,
  programs: [],
  programsDigest: '',
};

/** What takes head's files to see; those that decide on a build are base's too, where nothing else reaches the kernel. */
async function isReadUnnoted(
  changes: readonly SourceChange[],
  head: SideSource,
  made: MadeKernel,
): Promise<boolean> {
  const { root, listing } = await head.checkout();
  if (findReach(changes, { ...made, links: readLinks(root, listing) }) !== undefined) return true;
  const paths = changes.map(({ path }) => path);
  return findUnnotedRead(paths, { ...made, root, listing }, 'nothing') !== undefined;
}

/** Why nothing is proven by the files that a kernel is known to be made from. */
function missingProof(target: Target, sources: KernelArtifacts['sources']): string | undefined {
  if (usesToolsOfTree(target))
    return 'its tools may be files of the tree, and what these are made from is not known';
  return sources === undefined ? 'the build of base noted none of the files that it is made from' : undefined;
}

/**
 * Keeps kernels of base, which head's are proven to be too, as head's, where the job keeps kernels of head. Targets that
 * are built alike have one.
 */
async function keepAsHead(
  job: RunningCheck,
  head: SideSource,
  found: readonly ReachedTarget[],
): Promise<void> {
  if (!job.cache.keep.head.includes('kernel')) return;
  const kept = new Set<FileDigests>();
  for (const { known } of found) {
    if (known?.kind !== 'ready' || kept.has(known.kernel.digests)) continue;
    kept.add(known.kernel.digests);
    const keys = await keysOf(head, await buildOf(job, head, known.target));
    await keepKernel(job.cache.store, keyFor(known.kernel, keys), known.kernel);
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
