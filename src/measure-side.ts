import { join } from 'node:path';
import type { Target } from './budget/target.ts';
import type { CheckJob } from './check.ts';
import type { SourceTree } from './git/source-tree.ts';
import type { KernelBuild } from './kernel/kernel-build.ts';
import { measureKernel } from './kernel/measure-kernel.ts';
import type { Outcome } from './report/report.ts';
import { UserError } from './user-error.ts';

/** What to build of one commit, in the order of the job's targets; undefined for nothing. */
interface Side {
  readonly side: 'base' | 'head';
  readonly targets: readonly (Target | undefined)[];
}

export async function measureSide(
  job: CheckJob,
  source: SourceTree,
  { side, targets }: Side,
): Promise<Outcome[]> {
  const hash = job.checkouts[side];
  await source.checkOut(hash);
  const outcomes: Outcome[] = [];
  for (const target of targets) {
    outcomes.push(
      target === undefined
        ? { kind: 'absent' }
        : await measure(buildOf(job, target, { side, source: source.kernel }), hash),
    );
  }
  return outcomes;
}

export function buildOf(
  job: CheckJob,
  target: Target,
  where: Pick<KernelBuild, 'side' | 'source'>,
): KernelBuild {
  const { builds, logs } = job.workspace;
  return { ...job, ...where, target, output: join(builds, target.name), logs };
}

async function measure(build: KernelBuild, hash: string): Promise<Outcome> {
  try {
    return { kind: 'measured', measurement: await measureKernel(build, hash) };
  } catch (error) {
    if (build.signal.aborted || !(error instanceof UserError)) throw error;
    return { kind: 'failed', reason: error.message, details: error.details };
  }
}
