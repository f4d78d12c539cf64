import { join } from 'node:path';
import type { Target } from './budget/target.ts';
import type { CacheKey } from './cache/store.ts';
import type { RunningCheck } from './check.ts';
import { usesToolsOfTree } from './kernel/build-identity.ts';
import { readDependencies } from './kernel/dependencies.ts';
import type { KernelBuild } from './kernel/kernel-build.ts';
import { makeReady } from './kernel/make-ready.ts';
import { type ReadyKernel, measureReady } from './kernel/ready-kernel.ts';
import type { SideSource } from './measure-side.ts';
import type { Measurement } from './size/measurement.ts';
import { keepKernel, restoreKernel } from './stored-kernel.ts';

/** A kernel with the measurement of the target that it was obtained for. */
export interface ObtainedKernel {
  readonly kernel: ReadyKernel;
  readonly measurement: Measurement;
  readonly measured: Target;
}

/** One build of a target, and the digest of its inputs. */
export interface IdentifiedBuild {
  readonly build: KernelBuild;
  readonly inputs: string;
}

/** Takes the kernel from the cache, else builds it, on the nearest build folder that the cache has. */
export async function obtainKernel(
  job: RunningCheck,
  source: SideSource,
  { build, inputs }: IdentifiedBuild,
): Promise<ObtainedKernel> {
  const { target } = build;
  const keyOf = keysOf(source, { build, inputs });
  // Such a tool may say the same version of two programs.
  const stored = usesToolsOfTree(target)
    ? undefined
    : await restoreKernel(job.cache.store, keyOf('kernel'), kernelFolder(job, build));
  if (stored === undefined) {
    return buildAndKeep(job, source, {
      build: restoring(job, source, { build, key: keyOf('tree') }),
      inputs,
    });
  }
  return { kernel: stored, measurement: await measureReady(stored, target), measured: target };
}

/** Builds it, and puts into the cache what the job keeps of this side. */
export async function buildAndKeep(
  job: RunningCheck,
  source: SideSource,
  { build, inputs }: IdentifiedBuild,
): Promise<ObtainedKernel> {
  const { target, side } = build;
  const { store, keep } = job.cache;
  const kept = usesToolsOfTree(target) ? [] : keep[side];
  const made = await makeReady(build);
  // Now, since head is built in the same folder; what head was made from is for later checks alone.
  const sources = side === 'base' || kept.includes('kernel') ? readDependencies(build) : [];
  const kernel = { ...made, sources };
  const measurement = await measureReady(kernel, target);
  const keyOf = keysOf(source, { build, inputs });
  if (kept.includes('kernel')) {
    const { subsystems } = measurement;
    await keepKernel(store, keyOf('kernel'), { kernel, subsystems, folder: kernelFolder(job, build) });
  }
  if (kept.includes('tree')) await store.save(keyOf('tree'), build.output);
  return { kernel, measurement, measured: target };
}

function keysOf(
  { hash }: SideSource,
  { build, inputs }: IdentifiedBuild,
): (kind: CacheKey['kind']) => CacheKey {
  const { target, place } = build;
  return (kind) => ({ kind, target: target.name, place, inputs, commit: hash });
}

function kernelFolder({ workspace }: RunningCheck, { target, side }: KernelBuild): string {
  return join(workspace.kernels, `${target.name}-${side}`);
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
