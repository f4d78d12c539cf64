/** Where growth costs nothing until it costs a whole step: sections in front of a gap that alignment leaves. */
import type { SpanDelta } from './spans.ts';

/** One section and the gap behind it; bytes. */
export interface Cliff {
  readonly span: SpanDelta['name'];
  readonly section: string;
  /** How far head may grow at no cost to the span. */
  readonly left: number;
  /** By how much the section grew where that crossed a boundary, and what that cost; undefined where it did not. */
  readonly crossed: { readonly growth: number; readonly cost: number } | undefined;
}

/** A gap whose end is a multiple of less is left by the alignment of one object: it costs nothing that anybody minds. */
const SMALLEST_STEP = 1024;

/** The cliffs of a span, in the order of addresses. */
export function cliffsOf({ name, parts }: SpanDelta): Cliff[] {
  return parts.flatMap((gap, index) => {
    const section = parts[index - 1];
    if (section === undefined || gap.step === undefined || gap.step < SMALLEST_STEP) return [];
    if (gap.head === 0 || section.step !== undefined) return [];
    const growth = section.head - section.base;
    const cost = growth + gap.head - gap.base;
    const isCrossed = gap.base > 0 && growth > gap.base && cost >= SMALLEST_STEP;
    const crossed = isCrossed ? { growth, cost } : undefined;
    return [{ span: name, section: section.name, left: gap.head, crossed }];
  });
}
