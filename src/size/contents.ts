/**
 * What growth is judged by where a metric does not show it to the byte: of a compressed image what is compressed.
 */
import { flashOfImage } from './flash-use.ts';
import type { KernelImage } from './kernel-image.ts';
import { type Layout, linkedMemory } from './layout.ts';
import type { Measurement, MetricName, Metrics } from './measurement.ts';
import type { PartName } from './part-sizes.ts';
import type { Span } from './spans.ts';

/** Bytes on both sides; a side is left out where nothing tells it. */
export interface ContentDelta {
  readonly base?: number | undefined;
  readonly head?: number | undefined;
}

/** What contents are read from. */
export type ContentSource = Pick<Measurement, 'metrics' | 'uncompressed' | 'isCompressed'>;

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
  name: MetricName | PartName,
  base: ContentSource,
  head: ContentSource,
): ContentDelta | undefined {
  const isOfImage = name === 'image' || name === 'flash' || name === 'ram';
  return isOfImage ? uncompressedDelta(name, base, head) : undefined;
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
