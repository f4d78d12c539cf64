import { formatBytes, formatLimit } from '../../budget/units.ts';
import type { MetricName } from '../../size/measurement.ts';
import type { TargetReport } from '../report.ts';
import { changeWords } from './change-words.ts';

/** One metric of one target as three cells; `–` where there is nothing to show. */
export interface SizeCells {
  /** `1,044,808 B of 2 MiB`. */
  readonly size: string;
  /** `+144 B`, or `+704 B (+22 B before compression)`. */
  readonly change: string;
  /** Budget minus size: `1,052,344 B`. */
  readonly left: string;
}

const NOTHING = '–';

export function sizeCells(target: TargetReport, metric: MetricName): SizeCells {
  const delta = target.delta?.metrics.find((one) => one.metric === metric);
  if (delta === undefined) return { size: NOTHING, change: NOTHING, left: NOTHING };
  const budget = target.budgets[metric];
  return {
    size: formatBytes(delta.head) + (budget === undefined ? '' : ` of ${formatLimit(budget)}`),
    change: changeWords(delta),
    left: budget === undefined ? NOTHING : formatBytes(budget - delta.head),
  };
}
