import type { CheckJob } from './check.ts';
import type { SourceTree } from './git/source-tree.ts';
import { readRequests } from './kernel/configure.ts';
import { sourceArch } from './kernel/kernel-build.ts';
import { measureKernel } from './kernel/measure-kernel.ts';
import { optionCauses } from './kernel/option-causes.ts';
import { buildOf } from './measure-side.ts';
import type { Outcome, TargetOutcomes } from './report/report.ts';
import { diffConfigs } from './size/config-delta.ts';
import type { OptionExplanation } from './size/delta.ts';
import type { KernelConfig } from './size/kernel-config.ts';
import { UserError } from './user-error.ts';

/** Any file that Kconfig reads: `Kconfig`, `Kconfig.debug`, `arch/arm/Kconfig-nommu`. */
const KCONFIG_FILES = '*Kconfig*';

/** Adds to each target whose two `.config` files differ what asked for it, and what head would be without it. */
export async function explainOptions(
  job: CheckJob,
  source: SourceTree,
  targets: readonly TargetOutcomes[],
): Promise<TargetOutcomes[]> {
  const differing = targets.filter((target) => optionsDiffer(target));
  if (differing.length === 0) return [...targets];
  const causes = new Map<TargetOutcomes, OptionExplanation['causes']>();
  for (const target of differing) causes.set(target, await causesOf(job, source, target));
  // Base's Kconfig files too: an option that head's select or default turns on could not be off otherwise.
  await source.takeFrom(job.checkouts.base, KCONFIG_FILES);
  const explained: TargetOutcomes[] = [];
  for (const target of targets) {
    const known = causes.get(target);
    explained.push(
      known === undefined
        ? target
        : { ...target, options: { causes: known, ...(await measureLikeBase(job, source, target)) } },
    );
  }
  return explained;
}

function optionsDiffer({ base, head }: TargetOutcomes): boolean {
  const [before, after] = [configOf(base), configOf(head)];
  return before !== undefined && after !== undefined && diffConfigs(before, after).length > 0;
}

function configOf(outcome: Outcome): KernelConfig | undefined {
  return outcome.kind === 'measured' ? outcome.measurement.config : undefined;
}

async function causesOf(job: CheckJob, source: SourceTree, { target, base, head }: TargetOutcomes) {
  const build = buildOf(job, target, { side: 'head', source: source.kernel });
  const [before, after] = [configOf(base)!, configOf(head)!];
  const requests = (await readRequests(build)).map(({ name, text }) => ({ file: name, text }));
  return optionCauses(diffConfigs(before, after), {
    source: source.kernel,
    srcArch: sourceArch(target.arch),
    config: after,
    requests,
  });
}

/** Head's sources with base's options; the build may need what it is denied, which is no failure of the comparison. */
async function measureLikeBase(
  job: CheckJob,
  source: SourceTree,
  { target, base }: TargetOutcomes,
): Promise<Pick<OptionExplanation, 'likeBase' | 'reason'>> {
  const build = buildOf(job, target, { side: 'head', source: source.kernel });
  try {
    return {
      likeBase: await measureKernel(build, job.checkouts.head, configOf(base)),
      reason: undefined,
    };
  } catch (error) {
    if (build.signal.aborted || !(error instanceof UserError)) throw error;
    return { likeBase: undefined, reason: error.message };
  }
}
