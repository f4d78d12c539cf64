import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { readInitSize } from '../../src/kernel/boot-header.ts';

function header(magic: string): Buffer {
  const bytes = Buffer.alloc(0x300);
  bytes.write(magic, 0x202, 'latin1');
  bytes.writeUInt32LE(0x00a1b000, 0x260);
  return bytes;
}

test('init_size is read off the setup header', async () => {
  await using fixture = await createFixture({ bzImage: header('HdrS') });
  expect(await readInitSize(fixture.getPath('bzImage'))).toBe(0x00a1b000);
});

test.each([
  ['without its magic', header('zImg')],
  ['that ends before it', header('HdrS').subarray(0, 0x263)],
  ['without a byte', Buffer.alloc(0)],
])('an image %s is no bzImage', async (_what, bytes) => {
  await using fixture = await createFixture({ zImage: bytes });
  await expect(readInitSize(fixture.getPath('zImage'))).rejects.toThrow(
    'is not a bzImage: no "HdrS" at offset 0x202',
  );
});
