/**
 * The stretches of memory that a kernel takes, cut into its sections and the gaps between them, so that their changes
 * sum to the change of the whole.
 */
import { SECTION_TYPE, isAllocated } from '../elf/elf.ts';
import { alignmentOf } from './alignment.ts';
import type { KernelImage } from './kernel-image.ts';
import { type AddressRange, loadAddress, loadRange } from './load-span.ts';
import { memoryRange } from './memory-range.ts';
import { type PartDelta, bytesByName, pairParts } from './part-delta.ts';

/** A stretch of addresses, cut up; bytes. The parts sum to the whole. */
export interface Span {
  /** `image`: what objcopy -O binary would write. `memory`: what the running kernel keeps, from its first to its last byte. */
  readonly name: 'image' | 'memory';
  readonly bytes: number;
  /** Sections and `[gap before .data]`, in the order of addresses. */
  readonly parts: readonly Part[];
}

/** A section or a gap. */
interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Of a gap, the largest power of two that its end is a multiple of; the linker script aligns to that or to less. */
  readonly step?: number | undefined;
}

/** A section where it is stored or runs. */
interface Placed {
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
}

/** The spans of one kernel; the image's is empty where no segment is loaded. */
export function spansOf(kernel: KernelImage): Span[] {
  const stored = placeSections(kernel, 'stored');
  const image = cut('image', storedRange(kernel, stored), stored);
  const memory = memoryRange(kernel);
  return memory === undefined ? [image] : [image, cut('memory', memory, placeSections(kernel, memory.place))];
}

/** As objcopy, by sections: a segment can begin with the headers of the file. */
function storedRange({ elf }: KernelImage, sections: readonly Placed[]): AddressRange {
  const loaded = loadRange(elf, 'fileSize');
  let { start: end, end: start } = loaded;
  for (const section of sections) {
    if (section.end <= loaded.start || section.start >= loaded.end) continue;
    if (section.start < start) start = section.start;
    if (section.end > end) end = section.end;
  }
  return start < end ? { start, end } : { start: loaded.start, end: loaded.start };
}

function cut(name: Span['name'], range: AddressRange, sections: readonly Placed[]): Span {
  const parts: Part[] = [];
  let cursor = range.start;
  const close = (end: bigint, part: string, kind: 'section' | 'gap'): void => {
    if (end <= cursor) return;
    const step = kind === 'gap' ? alignmentOf(end, 0) : undefined;
    parts.push({ name: part, bytes: Number(end - cursor), step });
    cursor = end;
  };
  for (const section of sections.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    if (section.end <= range.start || section.start >= range.end) continue;
    close(section.start, `[gap before ${section.name}]`, 'gap');
    close(section.end < range.end ? section.end : range.end, section.name, 'section');
  }
  close(range.end, '[gap at the end]', 'gap');
  return { name, bytes: Number(range.end - range.start), parts };
}

/** `stored`: where the loader puts them, without what is only cleared. `loaded`: with that. `running`: their own addresses. */
type Place = 'stored' | 'loaded' | 'running';

function placeSections({ elf }: KernelImage, place: Place): Placed[] {
  return elf.sections
    .filter(isAllocated)
    .filter(({ type }) => place !== 'stored' || type !== SECTION_TYPE.noBits)
    .map((section) => {
      const start = place === 'running' ? section.address : loadAddress(section, elf.segments);
      return { name: section.name, start, end: start + BigInt(section.size) };
    });
}

/** One part of a span on both sides. */
interface SpanPart extends PartDelta {
  /** Of a gap, the largest power of two that its end is a multiple of at head. */
  readonly step?: number | undefined;
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
  const steps = new Map([...base, ...head].map(({ name, step }) => [name, step]));
  const pairs = pairParts(bytesByName(sizesOf(base)), bytesByName(sizesOf(head)));
  return pairs.map((pair) => Object.assign({ step: steps.get(pair.name) }, pair));
}

function sizesOf(parts: readonly Part[]): { name: string; size: number }[] {
  return parts.map(({ name, bytes }) => ({ name, size: bytes }));
}
