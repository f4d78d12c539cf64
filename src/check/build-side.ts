import { join } from 'node:path';
import type { Target } from '../budget/target.ts';
import type { SourceTree } from '../git/sources/source-tree.ts';
import { type BuildSubject, inputsKey, pathsKey, readToolVersions } from '../kernel/build/build-key.ts';
import type { KernelArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import { usesToolsOfTree } from '../kernel/tools/tool-names.ts';
import { openSubsystems } from '../kernel/tree/subsystems.ts';
import { attempt } from './attempt.ts';
import type { SideOutcome, SideSource, RunningCheck, IdentifiedBuild } from './job.ts';
import { once } from './once.ts';
import { restoreOrBuild } from './restore-or-build.ts';

/** Targets as they are before one of their sides is known, and after. */
interface SideStep<Before, After> {
  readonly targets: readonly Before[];
  /** As what it is built at this commit; undefined for not at all. */
  readonly wanted: (before: Before) => Target | undefined;
  readonly completed: (before: Before, outcome: SideOutcome) => After;
}

/** Gets the kernels of targets at one commit, side by side; those that are built alike are built once. */
export async function buildSide<Before, After>(
  job: RunningCheck,
  source: SideSource,
  { targets, wanted, completed }: SideStep<Before, After>,
): Promise<After[]> {
  const builds = await Promise.all(
    targets.map(async (before) => {
      const target = wanted(before);
      return { before, found: target && (await attempt(job, () => identify(job, source, target))) };
    }),
  );
  const kernels = new Map<string, Promise<KernelArtifacts>>();
  // In the order of the targets, so that the same one's folder is built in at base and at head.
  const outcomes = builds.map(async ({ before, found }) => {
    if (found === undefined) return completed(before, absent);
    if (found.kind === 'failed') return completed(before, found);
    const { target } = found.value.build;
    const obtained = await attempt(job, () => sharedKernel(job, source, { kernels, found: found.value }));
    if (obtained.kind === 'failed') return completed(before, obtained);
    return completed(before, { kind: 'ready', kernel: obtained.value, target });
  });
  // An error that ends the check is thrown when no make runs any more.
  await Promise.allSettled(outcomes);
  return Promise.all(outcomes);
}

const absent: SideOutcome = { kind: 'absent' };

/** What builds of one side have in common. */
export function sourceOf(job: RunningCheck, tree: SourceTree, side: 'base' | 'head'): SideSource {
  const { root, prefix, kernel } = tree;
  const hash = job.checkouts[side];
  return {
    side,
    tree,
    hash,
    checkout: once(async () => {
      await tree.checkOut(hash);
      return { root, prefix, commit: hash, listing: await tree.list() };
    }),
    subsystems: openSubsystems(kernel),
  };
}

/** `O=` of a target, the same for both sides. */
export function outputOf({ workspace }: RunningCheck, target: Target): string {
  return join(workspace.builds, target.name);
}

/** A build of what is checked out, or is to be: tools of the tree itself have to be there already. */
export async function buildOf(
  job: RunningCheck,
  source: SideSource,
  target: Target,
): Promise<IdentifiedBuild> {
  const { side, tree, subsystems } = source;
  const { logs } = job.workspace;
  const subject: BuildSubject = {
    ...job,
    side,
    source: tree.kernel,
    target,
    output: outputOf(job, target),
    logs,
  };
  const tools = await readToolVersions(subject);
  const place = pathsKey(subject, tools);
  return { build: { ...subject, subsystems, tools, place }, inputs: inputsKey(subject) };
}

async function identify(job: RunningCheck, source: SideSource, target: Target): Promise<IdentifiedBuild> {
  // Their versions may differ from commit to commit.
  if (usesToolsOfTree(target)) await source.checkout(target);
  return buildOf(job, source, target);
}

function sharedKernel(
  job: RunningCheck,
  source: SideSource,
  {
    kernels,
    found,
  }: { readonly kernels: Map<string, Promise<KernelArtifacts>>; readonly found: IdentifiedBuild },
): Promise<KernelArtifacts> {
  const { tools, target } = found.build;
  const likeness = JSON.stringify([tools, target.arch, found.inputs]);
  const kernel = kernels.get(likeness) ?? restoreOrBuild(job, source, found);
  kernels.set(likeness, kernel);
  return kernel;
}
