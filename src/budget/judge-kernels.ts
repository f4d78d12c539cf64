import { type ContentDelta, type ContentSource, contentDelta } from '../size/metrics/contents.ts';
import {
  type Selector,
  type SelectorSource,
  lackingFor,
  selectorSize,
  splitSelector,
} from '../size/selectors/selector-sizes.ts';
import type { Acceptance } from './acceptance.ts';
import { type JudgedTarget, judge } from './judge.ts';
import { type LimitName, type Limits, type TargetLimits, limitNames, limitedParts } from './limits.ts';
import { explainMissing } from './missing-part.ts';
import type { Verdict } from './verdict.ts';

/** What a measurement says of a kernel's sizes. */
export type MeasuredKernel = SelectorSource & ContentSource;

/** Two measured kernels of a target; no base for a new one. */
export interface MeasuredKernels {
  readonly base: MeasuredKernel | undefined;
  readonly head: MeasuredKernel;
}

/** A part with a limit on both sides, in bytes. */
interface PartSides {
  readonly metric: Selector;
  /** Undefined where there is no base, or it cannot tell. */
  readonly base: number | undefined;
  readonly head: number;
  /** What its growth is judged by; undefined where it is its size. */
  readonly content: ContentDelta | undefined;
}

/** A verdict, and the sizes of the limited parts that head has. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly parts: readonly PartSides[];
}

/** Measures the parts that a target limits, and judges them with its metrics. */
export function judgeKernels(
  target: JudgedTarget,
  kernels: MeasuredKernels,
  acceptances: readonly Acceptance[],
): Judgement {
  const base = kernels.base && withParts(kernels.base, target, 'base');
  const head = withParts(kernels.head, target, 'head');
  const contents = contentsOf(target, kernels);
  const verdict = judge({
    target,
    acceptances,
    base,
    head,
    contents,
    explainParts: (missing) => explainMissing(missing, kernels),
  });
  const parts = limitedParts(target).flatMap((metric) => {
    const bytes = head[metric];
    if (bytes === undefined) return [];
    return [{ metric, base: base?.[metric], head: bytes, content: contents.get(metric) }];
  });
  return { verdict, parts };
}

function contentsOf(limits: TargetLimits, { base, head }: MeasuredKernels): Map<LimitName, ContentDelta> {
  const contents = new Map<LimitName, ContentDelta>();
  for (const name of base === undefined ? [] : limitNames(limits)) {
    const content = contentDelta(name, base!, head);
    if (content !== undefined) contents.set(name, content);
  }
  return contents;
}

/** A part that base does not have is as large as nothing; one that head does not have is missing. */
function withParts(kernel: MeasuredKernel, limits: TargetLimits, side: 'base' | 'head'): Limits {
  const sizes: Partial<Record<LimitName, number>> = { ...kernel.metrics };
  for (const part of limitedParts(limits)) {
    const isTold = lackingFor(kernel, splitSelector(part).kind) === undefined;
    const bytes = selectorSize(kernel, part) ?? (side === 'base' && isTold ? 0 : undefined);
    if (bytes !== undefined) sizes[part] = bytes;
  }
  return sizes;
}
