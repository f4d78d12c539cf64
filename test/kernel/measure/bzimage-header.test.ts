import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { findInitSize, readInitSize } from '../../../src/kernel/measure/bzimage-header.ts';

function header(magic: string): Buffer {
  const bytes = Buffer.alloc(0x300);
  bytes.write(magic, 0x202, 'latin1');
  bytes.writeUInt32LE(0x00a1b000, 0x260);
  return bytes;
}

test('init_size is read off the setup header', () => {
  const image = bytesSource('bzImage', header('HdrS'));
  expect([readInitSize(image), findInitSize(image)]).toEqual([0x00a1b000, 0x00a1b000]);
});

test.each([
  ['without its magic', header('zImg')],
  ['that ends before it', header('HdrS').subarray(0, 0x263)],
  ['without a byte', Buffer.alloc(0)],
])('an image %s is no bzImage', (_what, bytes) => {
  const image = bytesSource('zImage', bytes);
  expect(findInitSize(image)).toBeUndefined();
  expect(() => readInitSize(image)).toThrow('zImage is not a bzImage: no "HdrS" at offset 0x202');
});
