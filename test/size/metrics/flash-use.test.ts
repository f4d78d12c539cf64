import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KernelImage } from '../../../src/size/metrics/kernel-image.ts';
import { layoutOf } from '../../../src/size/metrics/layout.ts';
import { metricsOf } from '../../../src/size/metrics/metrics.ts';
import { objcopySize } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type LinkedKernel, linkKernel } from '../../support/elf/linked-kernel.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** Where the linker script puts the image. */
const IMAGE = 0x08008000;
const FLASH = 0x08000000;

let kernel: LinkedKernel;
let imageSize: number;

beforeAll(() => {
  kernel = linkKernel(folder, 'arm-xip');
  imageSize = objcopySize(kernel.path, kernel.prefix);
});

function flash(changes: Pick<KernelImage, 'placement'> & Partial<KernelImage>): number | undefined {
  const image = { ...kernel.image, ...changes };
  return metricsOf(image, layoutOf(image), []).flash;
}

test('what lies before the image in the part counts', () => {
  expect(flash({ placement: { flashBase: FLASH, dtb: undefined } })).toBe(0x8000 + imageSize);
});

test('without a flash part only the image counts', () => {
  expect(flash({ placement: { flashBase: undefined, dtb: undefined } })).toBe(imageSize);
});

test('a device tree before the image takes nothing more', () => {
  const placement = { flashBase: FLASH, dtb: 0x08004000 };
  expect(flash({ placement, dtbSize: 0x4000 })).toBe(0x8000 + imageSize);
});

test('a device tree without an address lies right behind the image', () => {
  expect(flash({ placement: { flashBase: FLASH, dtb: undefined }, dtbSize: 500 })).toBe(
    0x8000 + imageSize + 500,
  );
});

test('a device tree at an address behind the image counts to its end, with the gap', () => {
  const placement = { flashBase: FLASH, dtb: 0x08100000 };
  expect(flash({ placement, dtbSize: 500 })).toBe(0x100000 + 500);
});

test('a device tree before the image counts from its start where no flash part is named', () => {
  const placement = { flashBase: undefined, dtb: 0x08004000 };
  expect(flash({ placement, dtbSize: 500 })).toBe(0x4000 + imageSize);
});

test.each([
  { where: 'a byte into the start of the image', dtb: IMAGE - 0x4000, dtbSize: 0x4001 },
  { where: 'at the start of the image', dtb: IMAGE, dtbSize: 16 },
  { where: 'within the image', dtb: IMAGE + 0x100, dtbSize: 16 },
])('a device tree $where is refused', ({ dtb, dtbSize }) => {
  expect(() => flash({ placement: { flashBase: FLASH, dtb }, dtbSize })).toThrow(/runs into the image/);
});

test('the address of a device tree means nothing without one', () => {
  expect(flash({ placement: { flashBase: FLASH, dtb: IMAGE + 0x100 } })).toBe(0x8000 + imageSize);
});

test('without the configuration nobody knows where the image lies', () => {
  const placement = { flashBase: FLASH, dtb: undefined };
  expect(flash({ placement, config: undefined })).toBeUndefined();
});

test('an image before the part is refused', () => {
  const placement = { flashBase: 0x09000000, dtb: undefined };
  expect(() => flash({ placement })).toThrow(
    'the image is linked to 0x8008000, before the flash at 0x9000000; check CONFIG_XIP_PHYS_ADDR and memory.flash.base',
  );
});

test('a device tree before the part is refused', () => {
  const placement = { flashBase: FLASH, dtb: 0x07000000 };
  expect(() => flash({ placement, dtbSize: 16 })).toThrow(/memory.dtb is 0x7000000, before the flash/);
});
