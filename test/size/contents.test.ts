import { afterAll, describe, expect, test } from 'vitest';

import { uncompressedMetrics } from '../../src/size/contents.ts';
import type { KernelImage } from '../../src/size/kernel-image.ts';
import { layoutOf } from '../../src/size/layout.ts';
import { spansOf } from '../../src/size/spans.ts';
import { objcopySize } from '../support/binutils.ts';
import { buildFolder } from '../support/compile.ts';
import { type KernelName, linkKernel, nmDistance } from '../support/linked-kernel.ts';
import { KERNEL_RECIPES } from '../support/linker-scripts.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function uncompressed(image: KernelImage) {
  return uncompressedMetrics(image, layoutOf(image), spansOf(image));
}

describe.each(Object.keys(KERNEL_RECIPES) as KernelName[])('before compression %s', (name) => {
  test('has an image of the size that objcopy makes, whatever size the file has', () => {
    const { image, path, prefix } = linkKernel(folder, name);
    const given = { ...image, dtbSize: 100, ...(name === 'arm-xip' ? {} : { imageSize: 999 }) };
    const size = objcopySize(path, prefix);
    expect(uncompressed(given)).toMatchObject({ image: size, flash: size + 100 });
  });
});

test('an x86 kernel needs no room to inflate', () => {
  const kernel = linkKernel(folder, 'x86-64');
  const { ram } = uncompressed({ ...kernel.image, initSize: 2 ** 24 });
  expect(ram).toBe(nmDistance(kernel, { from: '_text', to: '_end' }));
});

test('a kernel in place with deflated data is as large as it was linked, after its boot loader', () => {
  const { image, path, prefix } = linkKernel(folder, 'arm-xip');
  const config = new Map([['XIP_DEFLATED_DATA', 'y']]);
  const placement = { flashBase: 0x08000000, dtb: undefined };
  const size = objcopySize(path, prefix);
  expect(uncompressed({ ...image, config, placement, imageSize: 999 })).toMatchObject({
    image: size,
    flash: 0x8000 + size,
  });
});
