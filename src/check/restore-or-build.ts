import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import type { Target } from '../budget/target.ts';
import type { CacheKey } from '../cache/store.ts';
import { buildArtifacts } from '../kernel/build/build-artifacts.ts';
import type { BuildStart } from '../kernel/build/build-kernel.ts';
import type { Checkout, KernelBuild } from '../kernel/make/build-context.ts';
import type { KernelArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import { writeNotedSources } from '../kernel/objtree/objtree-state.ts';
import { EMPTY_OBJTREE, type Objtree, readObjtree } from '../kernel/objtree/open-objtree.ts';
import { whySaysCommit } from '../kernel/reach/change-impact.ts';
import { isOfPrograms, noteSources } from '../kernel/reach/kernel-sources.ts';
import { type NamingPlaces, optionThatLeaves } from '../kernel/reach/option-paths.ts';
import { usesToolsOfTree } from '../kernel/tools/tool-names.ts';
import { keepKernel, restoreKernel } from './cached-kernel.ts';
import type { IdentifiedBuild, RunningCheck, SideSource } from './job.ts';

/**
 * What a kernel is of: one of the sides, head once more from nothing, or head with the options of base. A name of a target
 * may have a dash, one of these may not.
 */
type KernelPart = 'base' | 'head' | 'anew' | 'mixed';

/** Takes the kernel from the cache, else builds it, on the nearest build folder that the cache has. */
export async function restoreOrBuild(
  job: RunningCheck,
  source: SideSource,
  { build, inputs }: IdentifiedBuild,
): Promise<KernelArtifacts> {
  const { target, side } = build;
  // Such a tool may say the same version of two programs.
  const keys = usesToolsOfTree(target) ? undefined : await keysOf(source, { build, inputs });
  const folder = kernelFolder(job, target, side);
  for (const key of keys === undefined ? [] : [keys.kernel, keys.kernelOfCommit]) {
    const stored = await restoreKernel(job.cache.store, key, folder);
    const isSound = stored?.sources === undefined || isOfPrograms(stored.sources, job.programs);
    if (stored !== undefined && isSound) return ofCommit(stored, source.hash);
  }
  const checkout = source.checkout(target);
  const objtree = await objtreeFor(job, source, { build, checkout, key: keys?.tree });
  return buildAndKeep(job, source, { build, inputs, part: side, checkout: await checkout, objtree });
}

/** What is in the build folder, else the nearest that the cache has; undefined as the key for none. */
async function objtreeFor(
  job: RunningCheck,
  { tree, hash }: SideSource,
  { build, checkout, key }: Start,
): Promise<Objtree> {
  // Goes on beside the unpacking, and is waited for in any case.
  checkout.catch(() => undefined);
  const kept = await keptObjtree(job, build, checkout);
  if (kept.kind === 'kept' || job.cache.start === 'empty' || key === undefined) return kept;
  const ancestors = [await tree.identify(job.checkouts.base), ...(await tree.ancestors(hash))];
  await job.cache.store.restore(key, { into: build.output, substitute: { kind: 'nearest', ancestors } });
  return readObjtree(build, checkout);
}

interface Start {
  readonly build: KernelBuild;
  readonly checkout: Promise<Checkout>;
  readonly key: CacheKey | undefined;
}

/** What is in the build folder, where the job begins with it. */
export async function keptObjtree(
  job: RunningCheck,
  build: KernelBuild,
  checkout: Promise<Checkout>,
): Promise<Objtree> {
  return job.cache.start === 'empty' ? EMPTY_OBJTREE : readObjtree(build, checkout);
}

/** Builds it, and puts into the cache what the job keeps of this side. */
export async function buildAndKeep(
  job: RunningCheck,
  source: SideSource,
  { build, inputs, part, checkout, objtree }: IdentifiedBuild & BuildStart & { readonly part: KernelPart },
): Promise<KernelArtifacts> {
  const { target, side } = build;
  const { store, keep } = job.cache;
  const { ending, ...made } = await buildArtifacts(build, {
    folder: kernelFolder(job, target, part),
    checkout,
    objtree,
  });
  // Now, since the next build is in the same folder; of head too, which is the next check's base.
  const kernel = { ...made, sources: noteSources({ ...build, root: checkout.root }) };
  await writeNotedSources(build.output, kernel.sources);
  if (usesToolsOfTree(target) || ending !== 'orderly') return kernel;
  if (isOfMoreThanCommit(kernel, { ...source.tree, output: build.output })) return kernel;
  const keys = await keysOf(source, { build, inputs });
  if (keep[side].includes('kernel')) await keepKernel(store, keyFor(kernel, keys), kernel);
  if (keep[side].includes('tree')) await store.save(keys.tree, build.output);
  return kernel;
}

/** Whether it is made from files that no commit has. */
function isOfMoreThanCommit({ config, sources }: KernelArtifacts, places: NamingPlaces): boolean {
  return (
    optionThatLeaves(config, places) !== undefined || (sources?.files ?? []).some((path) => isAbsolute(path))
  );
}

/** Where the files of a kernel lie during a check. */
export function kernelFolder({ workspace }: RunningCheck, target: Target, part: KernelPart): string {
  return join(workspace.kernels, `${target.name}-${part}`);
}

/** The keys of what is kept of a build. */
export interface BuildKeys {
  readonly tree: CacheKey;
  readonly kernel: CacheKey;
  /** Of a kernel that says which commit it is of: another one with the same files is not the same. */
  readonly kernelOfCommit: CacheKey;
}

export async function keysOf(
  { hash, tree }: SideSource,
  { build, inputs: given }: IdentifiedBuild,
): Promise<BuildKeys> {
  const { target, place } = build;
  const both = createHash('sha256').update(`${given} ${tree.conversions}`);
  const inputs = tree.conversions === '' ? given : both.digest('hex');
  const key = { target: target.name, place, inputs, sources: await tree.identify(hash) };
  return {
    tree: { ...key, kind: 'tree' },
    kernel: { ...key, kind: 'kernel' },
    kernelOfCommit: { ...key, kind: 'kernel', sources: hash },
  };
}

/** The key that a kernel is kept under. */
export function keyFor({ config, sources }: KernelArtifacts, keys: BuildKeys): CacheKey {
  const isOfFiles = sources !== undefined && whySaysCommit({ config, sources }) === undefined;
  return isOfFiles ? keys.kernel : keys.kernelOfCommit;
}

/** A kernel as that of another commit with the same files. */
export function ofCommit(kernel: KernelArtifacts, commit: string): KernelArtifacts {
  return { ...kernel, provenance: { ...kernel.provenance, commit } };
}
