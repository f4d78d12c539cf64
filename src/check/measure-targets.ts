import type { Target } from '../budget/target.ts';
import { throwIfInterrupted } from '../interruption.ts';
import { measureArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import type { OptionExplanation } from '../size/delta/delta.ts';
import { attempt } from './attempt.ts';
import { compareTarget } from './compare-target.ts';
import type {
  BuiltExplanation,
  BuiltTarget,
  MeasuredTarget,
  Outcome,
  RunningCheck,
  SideOutcome,
} from './job.ts';

/** Measures and compares one target after the other: a check of many takes no more memory than one of the largest. */
export async function measureTargets(
  job: RunningCheck,
  targets: readonly BuiltTarget[],
): Promise<MeasuredTarget[]> {
  const measured: MeasuredTarget[] = [];
  for (const target of targets) {
    await throwIfInterrupted(job.signal);
    measured.push(await measureTarget(job, target));
  }
  return measured;
}

/** What cannot be read is the reason why there is no comparison. */
export async function measureTarget(job: RunningCheck, built: BuiltTarget): Promise<MeasuredTarget> {
  const { target, options } = built;
  const sides = await measureSides(job, built);
  const comparison = compareTarget(target, {
    ...sides,
    options: options && (await measureOptions(job, target, options)),
  });
  return { ...built, comparison };
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
  target: Target,
  { likeBase: kernel, ...explanation }: BuiltExplanation,
): Promise<OptionExplanation> {
  if (kernel === undefined) return { ...explanation, likeBase: undefined };
  const measured = await attempt(job, () => measureArtifacts(kernel, target));
  return measured.kind === 'failed'
    ? { ...explanation, likeBase: undefined, reason: measured.reason }
    : { ...explanation, likeBase: measured.value };
}
