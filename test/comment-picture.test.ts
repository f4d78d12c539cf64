import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Width and height are in the first chunk: Portable Network Graphics, 5.6 and 11.2.1, https://www.w3.org/TR/png-3/ */
function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  expect(png.toString('latin1', 12, 16)).toBe('IHDR');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

test("the README's comment is as wide as GitHub's, and takes a screen and a half of 1080 lines", () => {
  const { width, height } = sizeOf(readFileSync(new URL('../docs/comment.png', import.meta.url)));
  expect(width).toBe(780 + 66);
  expect(height).toBeLessThanOrEqual(1620);
});
