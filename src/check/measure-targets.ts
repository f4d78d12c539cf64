import { throwIfInterrupted } from '../interruption.ts';
import { measureArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import type { Outcome, TargetOutcomes } from '../report/report.ts';
import type { OptionExplanation } from '../size/delta/delta.ts';
import { attempt } from './attempt.ts';
import type { BuiltExplanation, BuiltTarget, RunningCheck, SideOutcome } from './job.ts';

/** Measures both sides of one target after the other: a check of many takes no more memory than one of the largest. */
export async function* measureTargets(
  job: RunningCheck,
  targets: readonly BuiltTarget[],
): AsyncGenerator<TargetOutcomes> {
  for (const { options, ...sides } of targets) {
    await throwIfInterrupted(job.signal);
    const outcomes = { ...sides, ...(await measureSides(job, sides)) };
    yield options === undefined
      ? outcomes
      : { ...outcomes, options: await measureOptions(job, sides, options) };
  }
}

async function measureSides(
  job: RunningCheck,
  { base, head }: Pick<BuiltTarget, 'base' | 'head'>,
): Promise<{ base: Outcome; head: Outcome }> {
  const before = await measure(job, base);
  // Head of a target that the change cannot reach has base's files.
  const isOne = base.kind === 'ready' && head.kind === 'ready' && base.kernel.digests === head.kernel.digests;
  if (before.kind !== 'measured' || !isOne) return { base: before, head: await measure(job, head) };
  const { provenance } = head.kernel;
  return { base: before, head: { ...before, measurement: { ...before.measurement, provenance } } };
}

/** What cannot be read concerns this target only. */
async function measure(job: RunningCheck, side: SideOutcome): Promise<Outcome> {
  if (side.kind !== 'ready') return side;
  const measured = await attempt(job, () => measureArtifacts(side.kernel, side.target));
  if (measured.kind === 'failed') return measured;
  return { kind: 'measured', measurement: { ...measured.value, script: job.script } };
}

async function measureOptions(
  job: RunningCheck,
  { target }: Pick<BuiltTarget, 'target'>,
  { likeBase: kernel, ...explanation }: BuiltExplanation,
): Promise<OptionExplanation> {
  if (kernel === undefined) return { ...explanation, likeBase: undefined };
  const measured = await attempt(job, () => measureArtifacts(kernel, target));
  return measured.kind === 'failed'
    ? { ...explanation, likeBase: undefined, reason: measured.reason }
    : { ...explanation, likeBase: measured.value };
}
