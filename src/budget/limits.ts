import { METRIC_NAMES, type MetricName } from '../size/measurement.ts';
import { type Selector, isSelector } from '../size/selectors/selector-sizes.ts';

/** What a limit can be on. */
export type LimitName = MetricName | Selector;

/** Bytes for some metrics and parts: metrics in the order of `METRIC_NAMES`, then parts as they are written. */
export type Limits = Readonly<Partial<Record<LimitName, number>>>;

/** A target's two kinds of limits. */
export interface TargetLimits {
  readonly budgets: Limits;
  readonly growth: Limits;
}

/** The parts that a target limits: those with a budget, then those with a growth limit alone. */
export function limitedParts({ budgets, growth }: TargetLimits): Selector[] {
  const names = new Set([...Object.keys(budgets), ...Object.keys(growth)]);
  return [...names].filter((name) => isSelector(name));
}

/** All metrics, and the parts that a target limits: the order of limits in a report. */
export function limitNames(limits: TargetLimits): LimitName[] {
  return [...METRIC_NAMES, ...limitedParts(limits)];
}

/** Puts limits as they are written into the order of `Limits`. Other names are left out. */
export function orderLimits(written: Readonly<Record<string, number | undefined>>): Limits {
  const limits: Partial<Record<LimitName, number>> = {};
  const names = [...METRIC_NAMES, ...Object.keys(written).filter((name) => isSelector(name))];
  for (const name of names) {
    const limit = written[name];
    if (limit !== undefined) limits[name] = limit;
  }
  return limits;
}
