import type { Delta } from '../../size/delta/delta.ts';
import type { MetricDelta } from '../../size/delta/metric-deltas.ts';
import type { MetricName } from '../../size/measurement.ts';

/** A metric, no part. */
interface MainMetric extends MetricDelta {
  readonly metric: MetricName;
}

/** What one line has room for. A kernel that was built elsewhere may have neither of the first two. */
const MAIN: readonly (readonly MetricName[])[] = [
  ['flash', 'ram'],
  ['text', 'data', 'bss'],
];

/** Flash and RAM; where neither was measured, the largest kinds of sections. */
export function mainMetrics(delta: Delta | undefined): readonly MainMetric[] {
  const metrics = delta?.metrics ?? [];
  const found = MAIN.map((names) =>
    metrics.filter((one): one is MainMetric => names.some((name) => name === one.metric)),
  );
  return found.find((some) => some.length > 0) ?? [];
}
