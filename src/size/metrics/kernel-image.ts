import type { Elf } from '../../elf/elf.ts';
import type { KernelConfig } from '../kernel-config.ts';
import type { OuterLabel } from '../labels/outer-labels.ts';

/**
 * What a build leaves behind, opened: all that the metrics of one kernel are taken from. Of a kernel that was built
 * elsewhere not every file may be at hand; a metric that needs one of those is left out.
 */
export interface KernelImage {
  /** The linked kernel, `vmlinux`. */
  readonly elf: Elf;
  /** Addresses of the linker script's symbols, those of `BOUNDARY_SYMBOLS` that the kernel has. */
  readonly boundaries: ReadonlyMap<string, bigint>;
  /** Labels of the linker script outside of all sections. */
  readonly labels: readonly OuterLabel[];
  /** Undefined where it is not at hand. */
  readonly config: KernelConfig | undefined;
  /** Size of the boot image's file in bytes; undefined where that is not at hand. */
  readonly imageSize: number | undefined;
  /** Size of the device tree blob in bytes; undefined where the target has none, `unknown` where it is not at hand. */
  readonly dtbSize: number | 'unknown' | undefined;
  /** `init_size` of a bzImage in bytes, from its setup header; undefined for any other image. */
  readonly initSize: number | undefined;
  readonly placement: Placement;
}

/** Where things lie in the flash part, as addresses. */
interface Placement {
  /** First address of the part, undefined where the target names none. */
  readonly flashBase: number | undefined;
  /** Where the device tree blob lies, undefined for "behind the image". */
  readonly dtb: number | undefined;
}

/** The symbols of the kernel's linker scripts that sizes are taken between. */
export const BOUNDARY_SYMBOLS: ReadonlySet<string> = new Set([
  '_xiprom',
  '_edata_loc',
  '_sdata',
  '_stext',
  '_start',
  '_text',
  '_end',
  '__init_begin',
  '__init_end',
]);

/** Distance in bytes from `start` to `end`; undefined where the kernel lacks one of the two. */
export function distance(kernel: KernelImage, start: string, end: string): number | undefined {
  const from = kernel.boundaries.get(start);
  const to = kernel.boundaries.get(end);
  return from === undefined || to === undefined ? undefined : Number(to - from);
}
