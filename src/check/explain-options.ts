import { buildArtifacts } from '../kernel/build/build-artifacts.ts';
import { readRequests } from '../kernel/kconfig/configure.ts';
import { optionCauses } from '../kernel/kconfig/option-causes.ts';
import { type Checkout, sourceArch } from '../kernel/make/build-context.ts';
import { diffConfigs } from '../size/delta/config-delta.ts';
import type { KernelConfig } from '../size/kernel-config.ts';
import { attempt } from './attempt.ts';
import { buildOf } from './build-side.ts';
import type { BuiltTarget, RunningCheck, BuiltExplanation, SideOutcome, SideSource } from './job.ts';
import { kernelFolder, keptObjtree } from './restore-or-build.ts';

/** Any file that Kconfig reads: `Kconfig`, `Kconfig.debug`, `arch/arm/Kconfig-nommu`. */
const KCONFIG_FILES = '*Kconfig*';

/** Adds to each target whose two `.config` files differ what asked for it, and what head would be without it. */
export async function explainOptions(
  job: RunningCheck,
  head: SideSource,
  targets: readonly BuiltTarget[],
): Promise<BuiltTarget[]> {
  const differing = targets.filter((target) => optionsDiffer(target));
  if (differing.length === 0) return [...targets];
  await head.checkout();
  const causes = new Map<BuiltTarget, BuiltExplanation['causes']>();
  for (const target of differing) causes.set(target, await causesOf(job, head, target));
  const mixed = await checkOutMixed(job, head);
  const explained: BuiltTarget[] = [];
  for (const target of targets) {
    const known = causes.get(target);
    explained.push(
      known === undefined
        ? target
        : {
            ...target,
            options: { causes: known, ...(await buildLikeBase(job, head, { ...target, checkout: mixed })) },
          },
    );
  }
  return explained;
}

/** An option that head's select or default turns on could not be off otherwise. */
async function checkOutMixed(job: RunningCheck, head: SideSource): Promise<Checkout> {
  const checkout = await head.checkout();
  await head.tree.takeFrom(job.checkouts.base, KCONFIG_FILES);
  return { ...checkout, listing: await head.tree.list() };
}

function optionsDiffer({ base, head }: BuiltTarget): boolean {
  const [before, after] = [configOf(base), configOf(head)];
  return before !== undefined && after !== undefined && diffConfigs(before, after).length > 0;
}

function configOf(side: SideOutcome): KernelConfig | undefined {
  return side.kind === 'ready' ? side.kernel.config : undefined;
}

async function causesOf(job: RunningCheck, source: SideSource, { target, base, head }: BuiltTarget) {
  const { build } = await buildOf(job, source, target);
  const [before, after] = [configOf(base)!, configOf(head)!];
  const requests = readRequests(build).map(({ name, text }) => ({ file: name, text }));
  return optionCauses(diffConfigs(before, after), {
    source: build.source,
    srcArch: sourceArch(target.arch),
    config: after,
    requests,
  });
}

const AGAIN = "with base's options, to tell what they cost";

/** Head's sources with base's options; the build may need what it is denied, which is no failure of the comparison. */
async function buildLikeBase(
  job: RunningCheck,
  source: SideSource,
  { target, base, checkout }: BuiltTarget & { readonly checkout: Checkout },
): Promise<Pick<BuiltExplanation, 'likeBase' | 'reason'>> {
  const { build } = await buildOf(job, source, target);
  const folder = kernelFolder(job, target, 'mixed');
  const built = await attempt(job, async () => {
    const objtree = await keptObjtree(job, build, Promise.resolve(checkout));
    const options = configOf(base)!;
    return buildArtifacts({ ...build, again: AGAIN }, { folder, checkout, objtree, options });
  });
  if (built.kind === 'failed') return { likeBase: undefined, reason: built.reason };
  const { ending: _, ...made } = built.value;
  return { likeBase: { ...made, sources: undefined }, reason: undefined };
}
