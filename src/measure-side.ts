import { join } from 'node:path';
import type { Target } from './budget/target.ts';
import type { RunningCheck } from './check.ts';
import type { SourceTree } from './git/source-tree.ts';
import {
  type BuildSubject,
  inputsDigest,
  placeDigest,
  readToolVersions,
  usesToolsOfTree,
} from './kernel/build-identity.ts';
import type { KernelBuild } from './kernel/kernel-build.ts';
import { type ReadyKernel, measureReady } from './kernel/ready-kernel.ts';
import { openSubsystems } from './kernel/subsystems.ts';
import { type IdentifiedBuild, type ObtainedKernel, obtainKernel } from './obtain-kernel.ts';
import { once } from './once.ts';
import type { Outcome } from './report/report.ts';
import { UserError } from './user-error.ts';

/** One side of a target, and how its kernel was built where one was. */
export type SideOutcome = Outcome & { readonly build?: Pick<ReadyKernel, 'origin' | 'digest' | 'sources'> };

/** One commit, which is checked out when something of it has to be built. */
export interface SideSource extends Pick<KernelBuild, 'side' | 'checkout' | 'subsystems'> {
  readonly tree: SourceTree;
  readonly hash: string;
}

/** Measures targets at one commit, side by side, undefined for none; those that are built alike are built once. */
export async function measureSide(
  job: RunningCheck,
  source: SideSource,
  targets: readonly (Target | undefined)[],
): Promise<SideOutcome[]> {
  const builds = await Promise.all(
    targets.map(async (target) => target && attempt(job, () => buildOf(job, source, target))),
  );
  const kernels = new Map<string, Promise<ObtainedKernel>>();
  // In the order of the targets, so that the same one's folder is built in at base and at head.
  const outcomes = builds.map(async (found): Promise<SideOutcome> => {
    if (found === undefined) return absent;
    if (found.kind === 'failed') return found;
    const kernel = sharedKernel(job, source, { kernels, found: found.value });
    const outcome = await attempt(job, async () => measured(await kernel, found.value.build.target));
    return outcome.kind === 'failed' ? outcome : outcome.value;
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

export async function buildOf(
  job: RunningCheck,
  source: SideSource,
  target: Target,
): Promise<IdentifiedBuild> {
  const { side, tree, checkout, subsystems } = source;
  const { builds, logs } = job.workspace;
  const subject: BuildSubject = {
    ...job,
    side,
    source: tree.kernel,
    target,
    output: join(builds, target.name),
    logs,
  };
  // Their versions may differ from commit to commit.
  if (usesToolsOfTree(target)) await checkout();
  const tools = await readToolVersions(subject);
  const place = placeDigest(subject, tools);
  const { start } = job.cache;
  const build = { ...subject, checkout, subsystems, tools, place, start, restoreTree: async () => undefined };
  return { build, inputs: await inputsDigest(subject) };
}

function sharedKernel(
  job: RunningCheck,
  source: SideSource,
  {
    kernels,
    found,
  }: { readonly kernels: Map<string, Promise<ObtainedKernel>>; readonly found: IdentifiedBuild },
): Promise<ObtainedKernel> {
  const { tools, target } = found.build;
  const likeness = JSON.stringify([tools, target.arch, found.inputs]);
  const kernel = kernels.get(likeness) ?? obtainKernel(job, source, found);
  kernels.set(likeness, kernel);
  return kernel;
}

async function measured({ kernel, ...obtained }: ObtainedKernel, target: Target): Promise<SideOutcome> {
  const isOwn = obtained.measured === target;
  const measurement = isOwn ? obtained.measurement : await measureReady(kernel, target);
  return { kind: 'measured', measurement, build: kernel };
}

type Attempt<Value> = { readonly kind: 'done'; readonly value: Value } | Extract<Outcome, { kind: 'failed' }>;

/** What concerns one target only is its outcome. */
async function attempt<Value>(job: RunningCheck, work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (job.signal.aborted || !(error instanceof UserError)) throw error;
    return { kind: 'failed', reason: error.message, details: error.details };
  }
}
