import { expect, test } from 'vitest';
import { isCompressedImage } from '../../../src/size/metrics/compressed-image.ts';

/** An image of which the file is as large as what it holds. */
const image = { config: new Map(), size: 1000, linkedSize: 1000 };

test.each([
  'zImage',
  'bzImage',
  'uImage',
  'cuImage.mpc8544ds',
  'dtbImage.wii',
  'vmImage',
  'Image.gz',
  'Image.zst',
  'vmlinux.gz.itb',
  'vmlinuz.efi',
  'vmlinuz-6.12.0',
  'image.fit',
])('%s is compressed', (name) => {
  expect(isCompressedImage({ ...image, name })).toBe(true);
});

test.each(['Image', 'vmlinux', 'xipImage', 'vmlinux.bin', 'uImage.bin', 'vmlinux.efi'])(
  '%s is not',
  (name) => {
    expect(isCompressedImage({ ...image, name })).toBe(false);
  },
);

test('xipImage is in part where its data is deflated', () => {
  const config = new Map([['XIP_DEFLATED_DATA', 'y']]);
  expect(isCompressedImage({ ...image, name: 'xipImage', config })).toBe(true);
});

test('a file of any name is, where it is smaller than the kernel that it holds', () => {
  expect(isCompressedImage({ ...image, name: 'kernel.img', size: 999 })).toBe(true);
  expect(isCompressedImage({ ...image, name: 'kernel.img' })).toBe(false);
  expect(isCompressedImage({ ...image, name: 'kernel.img', size: undefined })).toBe(false);
});
