import type { Selector } from '../size/selectors/selector-sizes.ts';
import type { JudgedSizes } from './judged-sizes.ts';
import { type LimitName, type TargetLimits, limitedParts } from './limits.ts';

/** Something with limits that a side has no size of. */
export interface Missing<Name> {
  readonly name: Name;
  readonly side: 'base' | 'head';
  readonly limits: readonly ('budget' | 'growth limit')[];
}

export type MissingPart = Missing<Selector>;

type Sides = Pick<JudgedSizes, 'base' | 'head'>;

/** The parts with limits that were not measured. */
export function missingParts(target: TargetLimits, sizes: Sides): MissingPart[] {
  return limitedParts(target).flatMap((part) => missingSize(part, target, sizes));
}

/** One item, or none where `name` has no limit or all sizes that its limits need. */
export function missingSize<Name extends LimitName>(
  name: Name,
  { budgets, growth }: TargetLimits,
  { base, head }: Sides,
): Missing<Name>[] {
  const hasGrowth = growth[name] !== undefined;
  const limits = [
    ...(budgets[name] === undefined ? [] : (['budget'] as const)),
    ...(hasGrowth ? (['growth limit'] as const) : []),
  ];
  if (limits.length === 0) return [];
  if (head[name] === undefined) return [{ name, side: 'head', limits }];
  const lacksBase = hasGrowth && base !== undefined && base[name] === undefined;
  return lacksBase ? [{ name, side: 'base', limits: ['growth limit'] }] : [];
}
