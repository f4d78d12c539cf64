import type { Delta } from '../size/delta/delta.ts';
import type { MetricDelta } from '../size/delta/metric-deltas.ts';
import type { ContentDelta } from '../size/metrics/contents.ts';
import type { LimitName, Limits } from './limits.ts';

/** What limits are held against; sizes are bytes. */
export interface JudgedSizes {
  /** Undefined for a new target: then only budgets are judged. */
  readonly base: Limits | undefined;
  readonly head: Limits;
  /** What growth is judged by, of what does not show it itself. */
  readonly contents: ReadonlyMap<LimitName, ContentDelta>;
}

/** The sizes of a delta, whether it was made now or is read from a report. */
export function judgedSizes(
  delta: Pick<Delta, 'metrics' | 'isCompressed'>,
  { hasBase }: { readonly hasBase: boolean },
): JudgedSizes {
  return {
    base: hasBase ? sizesOf(delta.metrics, 'base') : undefined,
    head: sizesOf(delta.metrics, 'head'),
    contents: contentsOf(delta),
  };
}

function sizesOf(metrics: readonly MetricDelta[], side: 'base' | 'head'): Limits {
  const sizes: Partial<Record<LimitName, number>> = {};
  for (const one of metrics) {
    const bytes = one[side];
    if (bytes !== undefined) sizes[one.metric] = bytes;
  }
  return sizes;
}

/** A report of an earlier version of the tool has no contents; of a compressed image they are then not known. */
function contentsOf({
  metrics,
  isCompressed,
}: Pick<Delta, 'metrics' | 'isCompressed'>): Map<LimitName, ContentDelta> {
  const contents = new Map<LimitName, ContentDelta>();
  for (const { metric, content } of metrics) {
    const isUnknown = isCompressed && (metric === 'image' || metric === 'flash');
    const known = content ?? (isUnknown ? {} : undefined);
    if (known !== undefined) contents.set(metric, known);
  }
  return contents;
}
