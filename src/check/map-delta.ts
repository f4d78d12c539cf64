import type { ComparedTarget } from '../report/report.ts';
import type { Delta } from '../size/delta/delta.ts';

/** What has a comparison. */
export type Compared = Pick<ComparedTarget, 'comparison'>;

/** The same with a delta that says more; what could not be compared stays as it is. */
export function mapDelta<Target extends Compared>(target: Target, change: (delta: Delta) => Delta): Target {
  const { comparison } = target;
  if (comparison.kind === 'failed') return target;
  return { ...target, comparison: { ...comparison, delta: change(comparison.delta) } };
}

/** Undefined where nothing could be compared. */
export function deltaIn({ comparison }: Compared): Delta | undefined {
  return comparison.kind === 'compared' ? comparison.delta : undefined;
}
