import { METRIC_NAMES, type Measurement, type MetricName } from '../measurement.ts';
import { type ContentDelta, contentDelta } from '../metrics/contents.ts';
import { type Selector, lackingFor, selectorSize, splitSelector } from '../selectors/selector-sizes.ts';

/** One metric or limited part on both sides, in bytes; `base` is undefined where there is nothing to compare with. */
export interface MetricDelta {
  readonly metric: MetricName | Selector;
  readonly base: number | undefined;
  readonly head: number;
  /** What growth is judged by; undefined where it is the metric itself. */
  readonly content?: ContentDelta | undefined;
}

/** What sizes are read from. */
export type MeasuredSizes = Pick<
  Measurement,
  'metrics' | 'isCompressed' | 'uncompressed' | 'sections' | 'accounting' | 'subsystems'
>;

/** Head minus base in bytes; undefined where there is no base. */
export function metricChange({ base, head }: Omit<MetricDelta, 'metric'>): number | undefined {
  return base === undefined ? undefined : head - base;
}

/** The change that growth is judged by, in bytes; undefined where there is no base or nothing tells it. */
export function countedChange({ base, head, content }: Omit<MetricDelta, 'metric'>): number | undefined {
  if (content === undefined) return metricChange({ base, head });
  return content.base === undefined || content.head === undefined ? undefined : content.head - content.base;
}

/** The metrics that head has, in the order of `METRIC_NAMES`, then the parts that selectors find in it. */
export function metricDeltas(
  base: MeasuredSizes | undefined,
  head: MeasuredSizes,
  selectors: readonly Selector[],
): MetricDelta[] {
  const sides = (metric: MetricName | Selector, before: number | undefined, after: number | undefined) => {
    if (after === undefined) return [];
    const content = base && contentDelta(metric, base, head);
    return [{ metric, base: before, head: after, content }];
  };
  return [
    ...METRIC_NAMES.flatMap((metric) => sides(metric, base?.metrics[metric], head.metrics[metric])),
    ...selectors.flatMap((part) => sides(part, base && sizeAtBase(base, part), selectorSize(head, part))),
  ];
}

/** A part that base does not have is as large as nothing; undefined where base cannot tell. */
function sizeAtBase(base: MeasuredSizes, selector: Selector): number | undefined {
  const isTold = lackingFor(base, splitSelector(selector).kind) === undefined;
  return selectorSize(base, selector) ?? (isTold ? 0 : undefined);
}
