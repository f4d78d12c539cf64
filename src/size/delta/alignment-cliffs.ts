/** Where growth costs nothing until it costs a whole step: sections before a gap that alignment leaves. */
import type { SpanDelta } from '../metrics/address-spans.ts';

/** One section and the gap after it; bytes. */
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

/** A kernel has some 100; what looks at the rest of the span for each part takes no more. */
const MOST_PARTS = 1000;

/** The cliffs of a span, in the order of addresses; none of one that no kernel has. */
export function alignmentCliffs({ name, parts }: SpanDelta): Cliff[] {
  if (parts.length > MOST_PARTS) return [];
  return parts.flatMap((section, index) => {
    if (section.slack === undefined) return [];
    const next = parts.findIndex((part, at) => at > index && !isReserved(part));
    const gap = parts[next];
    if (gap?.step === undefined || gap.step < SMALLEST_STEP || gap.head === 0) return [];
    const growth = section.head - section.base;
    const cost = costOf(growth + gap.head - gap.base, parts.slice(next + 1));
    const isCrossed = gap.base > 0 && growth > gap.base && cost >= SMALLEST_STEP;
    const crossed = isCrossed ? { growth, cost } : undefined;
    return [{ span: name, section: section.name, left: section.slack, crossed }];
  });
}

/** What a linker script keeps between a section and a gap moves with the section. */
function isReserved({ step, slack }: SpanDelta['parts'][number]): boolean {
  return step === undefined && slack === undefined;
}

/** What is left of a move at the end of the span: each later gap that became smaller by itself takes some of it. */
function costOf(move: number, after: SpanDelta['parts']): number {
  let left = move;
  let growth = 0;
  for (const { base, head, step } of after) {
    growth += head - base;
    if (step === undefined) continue;
    if (growth < 0) left = Math.max(0, left + growth);
    growth = 0;
  }
  return left;
}
