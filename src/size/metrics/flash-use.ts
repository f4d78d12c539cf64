import { hex } from '../../elf/byte-range.ts';
import { UserError } from '../../user-error.ts';
import type { KernelImage } from './kernel-image.ts';
import type { Layout } from './layout.ts';

/**
 * Bytes from the start of the flash part to the end of the image, or of the device tree if that lies behind; undefined
 * where a file that tells it is not at hand.
 */
export function flashUse(kernel: KernelImage, layout: Layout): number | undefined {
  const { storedImage, flashAddress } = layout;
  if (storedImage === undefined) return undefined;
  if (layout.kind === 'xip' && flashAddress !== undefined) checkPlaces(kernel, flashAddress, storedImage);
  return flashOfImage(kernel, layout, storedImage);
}

/** The same with an image of another size, wherever that would reach to. */
export function flashOfImage(kernel: KernelImage, layout: Layout, imageSize: number): number | undefined {
  const { kind, flashAddress } = layout;
  const { dtbSize = 0 } = kernel;
  if (dtbSize === 'unknown') return undefined;
  if (kind !== 'xip') return imageSize + dtbSize;
  if (flashAddress === undefined) return undefined;
  const { image, dtb } = placesIn(kernel, flashAddress, imageSize);
  const start = kernel.placement.flashBase ?? Math.min(image.start, dtb.start);
  return Math.max(image.end, dtb.end) - start;
}

function placesIn(kernel: KernelImage, flashAddress: number, imageSize: number): Places {
  const image = { start: flashAddress, end: flashAddress + imageSize };
  const dtbSize = kernel.dtbSize === 'unknown' ? 0 : (kernel.dtbSize ?? 0);
  const start = (dtbSize === 0 ? undefined : kernel.placement.dtb) ?? image.end;
  return { image, dtb: { start, end: start + dtbSize } };
}

function checkPlaces(kernel: KernelImage, flashAddress: number, imageSize: number): void {
  if (kernel.dtbSize === 'unknown') return;
  const { image, dtb } = placesIn(kernel, flashAddress, imageSize);
  checkApart(image, dtb);
  const start = kernel.placement.flashBase ?? Math.min(image.start, dtb.start);
  if (start > Math.min(image.start, dtb.start)) throw outsideFlash(start, { image, dtb });
}

/** Addresses in flash. */
interface Range {
  readonly start: number;
  readonly end: number;
}

type Places = Readonly<Record<'image' | 'dtb', Range>>;

function checkApart(image: Range, dtb: Range): void {
  if (dtb.start >= image.end || dtb.end <= image.start) return;
  throw new UserError(
    `the device tree (${dtb.end - dtb.start} bytes at ${hex(dtb.start)}) runs into the image ` +
      `(${hex(image.start)} to ${hex(image.end)}): move memory.dtb or CONFIG_XIP_PHYS_ADDR`,
  );
}

function outsideFlash(start: number, { image, dtb }: Places): UserError {
  return image.start < start
    ? new UserError(
        `the image is linked to ${hex(image.start)}, before the flash at ${hex(start)}; ` +
          'check CONFIG_XIP_PHYS_ADDR and memory.flash.base',
      )
    : new UserError(
        `memory.dtb is ${hex(dtb.start)}, before the flash at ${hex(start)}; ` +
          'check memory.dtb and memory.flash.base',
      );
}
