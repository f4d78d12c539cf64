import { expect, test } from 'vitest';
import { isCompressedImage } from '../../src/size/compressed-image.ts';

test.each(['zImage', 'bzImage', 'uImage', 'Image.gz', 'vmlinuz.efi'])('%s is compressed', (image) => {
  expect(isCompressedImage(image, new Map())).toBe(true);
});

test.each(['Image', 'vmlinux', 'xipImage', 'vmlinux.bin'])('%s is not', (image) => {
  expect(isCompressedImage(image, new Map())).toBe(false);
});

test('xipImage is in part where its data is deflated', () => {
  expect(isCompressedImage('xipImage', new Map([['XIP_DEFLATED_DATA', 'y']]))).toBe(true);
});
