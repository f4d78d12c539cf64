/**
 * What growth is judged by where a metric does not show it to the byte: of a compressed image what is compressed, of
 * sections that the linker script fills up what objects gave.
 */
import type { AccountedSection } from '../accounting/accounting.ts';
import type { Measurement, MetricName, Metrics } from '../measurement.ts';
import { matchesGlob } from '../selectors/glob.ts';
import { type Selector, isSelector, splitSelector } from '../selectors/selector-sizes.ts';
import type { Span } from './address-spans.ts';
import { flashOfImage } from './flash-use.ts';
import type { KernelImage } from './kernel-image.ts';
import { type Layout, linkedMemory } from './layout.ts';

/** Bytes on both sides; a side is left out where nothing tells it. */
export interface ContentDelta {
  readonly base?: number | undefined;
  readonly head?: number | undefined;
}

/** What contents are read from. */
export type ContentSource = Pick<
  Measurement,
  'metrics' | 'uncompressed' | 'isCompressed' | 'sections' | 'accounting'
>;

/** `image` and `flash` as if nothing was compressed, and `ram` without the room for inflating. */
export function uncompressedMetrics(kernel: KernelImage, layout: Layout, spans: readonly Span[]): Metrics {
  const image = spans.find(({ name }) => name === 'image')?.bytes ?? 0;
  const flash = flashOfImage(kernel, layout, image);
  const ram = linkedMemory(kernel) ?? layout.ram;
  return { image, ...(flash === undefined ? {} : { flash }), ...(ram === undefined ? {} : { ram }) };
}

/** What depends on how well the image compresses: on x86 the room for inflating too. */
export const COMPRESSED_METRICS: ReadonlySet<string> = new Set(['image', 'flash', 'ram']);

/** Undefined where the metric or the part shows its growth itself; empty where its growth cannot be told. */
export function contentDelta(
  name: MetricName | Selector,
  base: ContentSource,
  head: ContentSource,
): ContentDelta | undefined {
  if (name === 'image' || name === 'flash' || name === 'ram') return uncompressedDelta(name, base, head);
  const [before, after] = [sectionsOf(name, base), sectionsOf(name, head)];
  if (before === undefined || after === undefined) return undefined;
  if (base.accounting.hasMap && head.accounting.hasMap) {
    const delta = { base: contributedBy(before), head: contributedBy(after) };
    return delta.base === sizeOf(before) && delta.head === sizeOf(after) ? undefined : delta;
  }
  return [...before, ...after].some(hidesGrowth) ? {} : undefined;
}

/** An image that only one side compresses is compared as if neither did. */
function uncompressedDelta(
  name: 'image' | 'flash' | 'ram',
  base: ContentSource,
  head: ContentSource,
): ContentDelta | undefined {
  if ((!base.isCompressed && !head.isCompressed) || head.metrics[name] === undefined) return undefined;
  const delta = { base: base.uncompressed[name], head: head.uncompressed[name] };
  const isShown = delta.base === base.metrics[name] && delta.head === head.metrics[name];
  return name === 'ram' && isShown ? undefined : delta;
}

/** The sections that a metric or a part is the sum of; undefined where it is no such sum. */
function sectionsOf(
  name: MetricName | Selector,
  { sections, accounting }: ContentSource,
): readonly AccountedSection[] | undefined {
  if (isSelector(name)) {
    const part = splitSelector(name);
    if (part.kind !== 'section') return undefined;
    return accounting.sections.filter((section) => matchesGlob(part.name, section.name));
  }
  if (!SECTION_METRICS.has(name)) return undefined;
  const names = new Set(sections.filter(({ kind }) => kind === name).map((section) => section.name));
  return accounting.sections.filter((section) => names.has(section.name));
}

const SECTION_METRICS: ReadonlySet<string> = new Set(['text', 'rodata', 'data', 'bss', 'init']);

function contributedBy(sections: readonly AccountedSection[]): number {
  return sections.reduce((sum, { contributed = 0 }) => sum + contributed, 0);
}

function sizeOf(sections: readonly AccountedSection[]): number {
  return sections.reduce((sum, { size }) => sum + size, 0);
}

/** In bytes: what alignment to no more than a page leaves is within what every section moves by. */
const PAGE = 4096;

function hidesGrowth({ padding }: AccountedSection): boolean {
  return padding >= PAGE;
}
