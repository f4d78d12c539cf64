import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Target } from './budget/target.ts';
import type { CacheKey } from './cache/store.ts';
import type { RunningCheck } from './check.ts';
import { usesToolsOfTree } from './kernel/build-identity.ts';
import { noteSources } from './kernel/kernel-sources.ts';
import type { KernelBuild } from './kernel/kernel-build.ts';
import { makeReady } from './kernel/make-ready.ts';
import type { ReadyKernel } from './kernel/ready-kernel.ts';
import type { SideSource } from './obtain-side.ts';
import { writeNotedSources } from './kernel/tree-state.ts';
import { keepKernel, restoreKernel } from './stored-kernel.ts';

/** One build of a target, and the digest of its inputs. */
export interface IdentifiedBuild {
  readonly build: KernelBuild;
  readonly inputs: string;
}

/**
 * What a kernel is of: one of the sides, head once more from nothing, or head with the options of base. A name of a target
 * may have a dash, one of these may not.
 */
type KernelPart = 'base' | 'head' | 'anew' | 'mixed';

/** Takes the kernel from the cache, else builds it, on the nearest build folder that the cache has. */
export async function obtainKernel(
  job: RunningCheck,
  source: SideSource,
  { build, inputs }: IdentifiedBuild,
): Promise<ReadyKernel> {
  const { target, side } = build;
  const keyOf = keysOf(source, { build, inputs });
  // Such a tool may say the same version of two programs.
  const stored = usesToolsOfTree(target)
    ? undefined
    : await restoreKernel(job.cache.store, keyOf('kernel'), kernelFolder(job, target, side));
  if (stored !== undefined) return stored;
  const restored = restoring(job, source, { build, key: keyOf('tree') });
  return buildAndKeep(job, source, { build: restored, inputs, part: side });
}

/** Builds it, and puts into the cache what the job keeps of this side. */
export async function buildAndKeep(
  job: RunningCheck,
  source: SideSource,
  { build, inputs, part }: IdentifiedBuild & { readonly part: KernelPart },
): Promise<ReadyKernel> {
  const { target, side } = build;
  const { store, keep } = job.cache;
  const { ending, ...made } = await makeReady(build, { folder: kernelFolder(job, target, part) });
  const kept = usesToolsOfTree(target) || ending !== 'orderly' ? [] : keep[side];
  // Now, since the next build is in the same folder; of head too, which is the next check's base.
  const { root } = await build.checkout();
  const kernel = { ...made, sources: noteSources({ ...build, root }) };
  await writeNotedSources(build.output, kernel.sources);
  const keyOf = keysOf(source, { build, inputs });
  if (kept.includes('kernel')) await keepKernel(store, keyOf('kernel'), kernel);
  if (kept.includes('tree')) await store.save(keyOf('tree'), build.output);
  return kernel;
}

/** Where the files of a kernel lie during a check. */
export function kernelFolder({ workspace }: RunningCheck, target: Target, part: KernelPart): string {
  return join(workspace.kernels, `${target.name}-${part}`);
}

/** The keys of what is kept of a build of one commit. */
export function keysOf(
  { hash, tree }: SideSource,
  { build, inputs: given }: IdentifiedBuild,
): (kind: CacheKey['kind']) => CacheKey {
  const { target, place } = build;
  const both = createHash('sha256').update(`${given} ${tree.conversions}`);
  const inputs = tree.conversions === '' ? given : both.digest('hex');
  return (kind) => ({ kind, target: target.name, place, inputs, sources: hash });
}

/** The same build, which begins with the nearest build folder of the cache where it has none of its own. */
function restoring(
  job: RunningCheck,
  { tree, hash }: SideSource,
  { build, key }: { readonly build: KernelBuild; readonly key: CacheKey },
): KernelBuild {
  if (usesToolsOfTree(build.target)) return build;
  return {
    ...build,
    restoreTree: async () => {
      const ancestors = [job.checkouts.base, ...(await tree.ancestors(hash))];
      return job.cache.store.restore(key, { into: build.output, substitute: { kind: 'nearest', ancestors } });
    },
  };
}
