import { formatBytes, formatChange, formatLimit } from '../budget/units.ts';
import { metricChange } from '../size/delta.ts';
import type { MetricName } from '../size/measurement.ts';
import type { TargetReport } from './report.ts';

/** One metric of one target as three cells; `–` where there is nothing to show. */
export interface SizeCells {
  /** `1,044,808 B of 2 MiB`. */
  readonly size: string;
  /** `+144 B`. */
  readonly change: string;
  /** Budget minus size: `1,052,344 B`. */
  readonly left: string;
}

const NOTHING = '–';

export function sizeCells(target: TargetReport, metric: MetricName): SizeCells {
  const delta = target.delta?.metrics.find((one) => one.metric === metric);
  if (delta === undefined) return { size: NOTHING, change: NOTHING, left: NOTHING };
  const budget = target.budgets[metric];
  const change = metricChange(delta);
  return {
    size: formatBytes(delta.head) + (budget === undefined ? '' : ` of ${formatLimit(budget)}`),
    change: change === undefined ? 'new' : formatChange(change),
    left: budget === undefined ? NOTHING : formatBytes(budget - delta.head),
  };
}
