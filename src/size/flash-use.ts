import { hex } from '../elf/byte-range.ts';
import { UserError } from '../user-error.ts';
import type { KernelImage } from './kernel-image.ts';
import type { Layout } from './layout.ts';

/**
 * Bytes from the start of the flash part to the end of the image, or of the device tree if that lies behind; undefined
 * where a file that tells it is not at hand.
 */
export function flashUse(kernel: KernelImage, layout: Layout): number | undefined {
  const { kind, storedImage, flashAddress } = layout;
  const { dtbSize = 0 } = kernel;
  if (storedImage === undefined || dtbSize === 'unknown') return undefined;
  if (kind !== 'xip') return storedImage + dtbSize;
  if (flashAddress === undefined) return undefined;
  const image = { start: flashAddress, end: flashAddress + storedImage };
  const dtbStart = (dtbSize === 0 ? undefined : kernel.placement.dtb) ?? image.end;
  const dtb = { start: dtbStart, end: dtbStart + dtbSize };
  checkApart(image, dtb);
  const start = kernel.placement.flashBase ?? Math.min(image.start, dtb.start);
  if (start > Math.min(image.start, dtb.start)) throw outsideFlash(start, { image, dtb });
  return Math.max(image.end, dtb.end) - start;
}

/** Addresses in flash. */
interface Range {
  readonly start: number;
  readonly end: number;
}

function checkApart(image: Range, dtb: Range): void {
  if (dtb.start >= image.end || dtb.end <= image.start) return;
  throw new UserError(
    `the device tree (${dtb.end - dtb.start} bytes at ${hex(dtb.start)}) runs into the image ` +
      `(${hex(image.start)} to ${hex(image.end)}): move memory.dtb or CONFIG_XIP_PHYS_ADDR`,
  );
}

function outsideFlash(start: number, { image, dtb }: Record<'image' | 'dtb', Range>): UserError {
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
