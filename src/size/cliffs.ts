/** Where growth costs nothing until it costs a whole step: sections in front of a gap that alignment leaves. */
import type { SpanDelta } from './spans.ts';

/** One section and the step behind it; bytes. */
export interface Cliff {
  readonly span: SpanDelta['name'];
  readonly section: string;
  /** What the linker script aligns to behind the section: a page, 128 KiB of an MPU, 2 MiB. */
  readonly step: number;
  /** How far head may grow before it costs a step. */
  readonly left: number;
  /** By how much the section grew where that crossed a boundary, and what the crossing cost; undefined where none was. */
  readonly crossed: { readonly growth: number; readonly cost: number } | undefined;
}

/** Smaller alignments cost nothing that anybody minds. */
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
    return [{ span: name, section: section.name, step: gap.step, left: gap.head, crossed }];
  });
}
