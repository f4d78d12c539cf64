import {
  METRIC_NAMES,
  type Measurement,
  type MetricName,
  type SectionSize,
  type SymbolSizes,
} from './measurement.ts';
import { type SymbolDiff, diffSymbols } from './symbol-diff.ts';

/** One metric on both sides, in bytes; `base` is undefined where there is nothing to compare with. */
export interface MetricDelta {
  readonly metric: MetricName;
  readonly base: number | undefined;
  readonly head: number;
}

/** Head minus base in bytes; undefined where there is no base. */
export function metricChange({ base, head }: MetricDelta): number | undefined {
  return base === undefined ? undefined : head - base;
}

/** One section on both sides, in bytes; 0 where a side does not have it. */
interface SectionDelta {
  readonly name: string;
  readonly base: number;
  readonly head: number;
}

/** Head minus base for one target. */
export interface Delta {
  readonly metrics: readonly MetricDelta[];
  /** All sections, in head's order, then those that only base has. */
  readonly sections: readonly SectionDelta[];
  /** The table of scripts/bloat-o-meter, undefined where there is no base. */
  readonly symbols: SymbolDiff | undefined;
}

/** Compares two kernels of one target, or describes head alone. */
export function deltaOf(base: Measurement | undefined, head: Measurement): Delta {
  return {
    metrics: METRIC_NAMES.flatMap((metric) => {
      const bytes = head.metrics[metric];
      return bytes === undefined ? [] : [{ metric, base: base?.metrics[metric], head: bytes }];
    }),
    sections: diffSections(base?.sections ?? [], head.sections),
    symbols: base && diffAll(base.symbols, head.symbols),
  };
}

function diffAll(base: SymbolSizes, head: SymbolSizes): SymbolDiff | undefined {
  return diffSymbols(base, head, { mode: 'all', compat: '6.12' })[0];
}

function diffSections(base: readonly SectionSize[], head: readonly SectionSize[]): SectionDelta[] {
  const before = sizesByName(base);
  const after = sizesByName(head);
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].map((name) => ({ name, base: before.get(name) ?? 0, head: after.get(name) ?? 0 }));
}

/** Sections may share a name; their sizes add up. */
function sizesByName(sections: readonly SectionSize[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { name, size } of sections) sizes.set(name, (sizes.get(name) ?? 0) + size);
  return sizes;
}
