import type { BuiltTarget, RunningCheck } from './check.ts';
import { readRequests } from './kernel/configure.ts';
import { sourceArch } from './kernel/kernel-build.ts';
import { makeReady } from './kernel/make-ready.ts';
import { optionCauses } from './kernel/option-causes.ts';
import { measureReady } from './kernel/ready-kernel.ts';
import { type SideSource, buildOf } from './measure-side.ts';
import { once } from './once.ts';
import type { Outcome } from './report/report.ts';
import { diffConfigs } from './size/config-delta.ts';
import type { OptionExplanation } from './size/delta.ts';
import type { KernelConfig } from './size/kernel-config.ts';
import { UserError } from './user-error.ts';

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
  const causes = new Map<BuiltTarget, OptionExplanation['causes']>();
  for (const target of differing) causes.set(target, await causesOf(job, head, target));
  const mixed = await withKconfigOfBase(job, head);
  const explained: BuiltTarget[] = [];
  for (const target of targets) {
    const known = causes.get(target);
    explained.push(
      known === undefined
        ? target
        : { ...target, options: { causes: known, ...(await measureLikeBase(job, mixed, target)) } },
    );
  }
  return explained;
}

/** An option that head's select or default turns on could not be off otherwise. */
async function withKconfigOfBase(job: RunningCheck, head: SideSource): Promise<SideSource> {
  const checkout = await head.checkout();
  await head.tree.takeFrom(job.checkouts.base, KCONFIG_FILES);
  return { ...head, checkout: once(async () => ({ ...checkout, listing: await head.tree.list() })) };
}

function optionsDiffer({ base, head }: BuiltTarget): boolean {
  const [before, after] = [configOf(base), configOf(head)];
  return before !== undefined && after !== undefined && diffConfigs(before, after).length > 0;
}

function configOf(outcome: Outcome): KernelConfig | undefined {
  return outcome.kind === 'measured' ? outcome.measurement.config : undefined;
}

async function causesOf(job: RunningCheck, source: SideSource, { target, base, head }: BuiltTarget) {
  const { build } = await buildOf(job, source, target);
  const [before, after] = [configOf(base)!, configOf(head)!];
  const requests = (await readRequests(build)).map(({ name, text }) => ({ file: name, text }));
  return optionCauses(diffConfigs(before, after), {
    source: build.source,
    srcArch: sourceArch(target.arch),
    config: after,
    requests,
  });
}

/** Head's sources with base's options; the build may need what it is denied, which is no failure of the comparison. */
async function measureLikeBase(
  job: RunningCheck,
  source: SideSource,
  { target, base }: BuiltTarget,
): Promise<Pick<OptionExplanation, 'likeBase' | 'reason'>> {
  const { build } = await buildOf(job, source, target);
  try {
    const kernel = await makeReady(build, configOf(base));
    return { likeBase: await measureReady(kernel, target), reason: undefined };
  } catch (error) {
    if (job.signal.aborted || !(error instanceof UserError)) throw error;
    return { likeBase: undefined, reason: error.message };
  }
}
