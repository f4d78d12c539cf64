/**
 * The stretches of memory that a kernel takes, cut into its sections and the gaps between them, so that their changes
 * sum to the change of the whole.
 */
import { alignmentOf } from '../../elf/alignment.ts';
import { SECTION_TYPE, isAllocated } from '../../elf/elf.ts';
import { type PartDelta, bytesByName, pairParts } from '../delta/part-delta.ts';
import type { KernelImage } from './kernel-image.ts';
import { type AddressRange, loadAddress, loadRange } from './load-range.ts';
import { memoryRange } from './memory-range.ts';
import { type Occupied, occupiedIn } from './occupied.ts';
import { slackOf } from './slack.ts';

/** A stretch of addresses, cut up; bytes. The parts sum to the whole. */
export interface Span {
  /** `image`: what objcopy -O binary would write. `memory`: what the running kernel keeps, from its first to its last byte. */
  readonly name: 'image' | 'memory';
  readonly bytes: number;
  /** Sections, `[gap before .data]` and what the linker script reserves between labels, in the order of addresses. */
  readonly parts: readonly Part[];
}

/** A section, a gap or what is reserved. */
interface Part {
  readonly name: string;
  readonly bytes: number;
  /**
   * Of a gap that alignment explains, the largest power of two that its end is a multiple of; the linker script aligns to
   * that or to less.
   */
  readonly step?: number | undefined;
  /** How far a section may grow at no cost to the span. */
  readonly slack?: number | undefined;
}

/** The spans of one kernel; the image's is empty where no segment is loaded. */
export function spansOf(kernel: KernelImage): Span[] {
  const image = cut('image', storedRange(kernel), occupiedIn(kernel, storedRange(kernel), 'loaded'));
  const memory = memoryRange(kernel);
  if (memory === undefined) return [image];
  return [image, cut('memory', memory, occupiedIn(kernel, memory, memory.place))];
}

/** As objcopy, by sections: a segment can begin with the headers of the file. */
function storedRange({ elf }: KernelImage): AddressRange {
  const loaded = loadRange(elf);
  let { start: end, end: start } = loaded;
  for (const section of elf.sections.filter(isAllocated)) {
    if (section.type === SECTION_TYPE.noBits) continue;
    const first = loadAddress(section, elf.segments);
    const last = first + BigInt(section.size);
    if (last <= loaded.start || first >= loaded.end) continue;
    if (first < start) start = first;
    if (last > end) end = last;
  }
  return start < end ? { start, end } : { start: loaded.start, end: loaded.start };
}

function cut(name: Span['name'], range: AddressRange, stretches: readonly Occupied[]): Span {
  const parts: Part[] = [];
  const slack = slackOf(stretches, range.end);
  let cursor = range.start;
  const close = (end: bigint, part: Omit<Part, 'bytes'>): void => {
    if (end <= cursor) return;
    parts.push({ ...part, bytes: Number(end - cursor) });
    cursor = end;
  };
  for (const [index, stretch] of stretches.entries()) {
    closeGap(stretch.start, stretch.name);
    const room = stretch.kind === 'section' ? { slack: slack[index]! } : {};
    close(stretch.end < range.end ? stretch.end : range.end, { name: stretch.name, ...room });
  }
  closeGap(range.end, undefined);
  return { name, bytes: Number(range.end - range.start), parts };

  function closeGap(end: bigint, next: string | undefined): void {
    const step = alignmentOf(end, 0);
    const isExplained = end - cursor < BigInt(step);
    const gap = next === undefined ? '[gap at the end]' : `[gap before ${next}]`;
    close(end, { name: gap, ...(isExplained ? { step } : {}) });
  }
}

/** One part of a span on both sides. */
interface SpanPart extends PartDelta {
  /** As {@link Part}'s, at head. */
  readonly step?: number | undefined;
  readonly slack?: number | undefined;
}

/** A span on both sides, and what its parts leave unexplained of its change: 0, or the tool is wrong. */
export interface SpanDelta {
  readonly name: Span['name'];
  readonly base: number;
  readonly head: number;
  readonly parts: readonly SpanPart[];
  readonly residual: number;
}

/** Pairs the spans that both kernels have, part by part. */
export function diffSpans(base: readonly Span[], head: readonly Span[]): SpanDelta[] {
  return head.flatMap((span) => {
    const before = base.find(({ name }) => name === span.name);
    if (before === undefined) return [];
    const parts = diffParts(before.parts, span.parts);
    const explained = parts.reduce((sum, part) => sum + part.head - part.base, 0);
    const change = span.bytes - before.bytes;
    return [{ name: span.name, base: before.bytes, head: span.bytes, parts, residual: change - explained }];
  });
}

function diffParts(base: readonly Part[], head: readonly Part[]): SpanPart[] {
  const last = new Map([...base, ...head].map((part) => [part.name, part]));
  const rooms = new Map(head.map(({ name, slack }) => [name, slack]));
  const pairs = pairParts(bytesByName(sizesOf(base)), bytesByName(sizesOf(head)));
  return pairs.map((pair) => {
    return Object.assign({ step: last.get(pair.name)?.step, slack: rooms.get(pair.name) }, pair);
  });
}

function sizesOf(parts: readonly Part[]): { name: string; size: number }[] {
  return parts.map(({ name, bytes }) => ({ name, size: bytes }));
}
