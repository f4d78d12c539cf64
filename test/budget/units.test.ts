import { assert, maxSafeInteger, maxSafeNat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatChange, formatLimit, parseSize, shortestSize } from '../../src/budget/units.ts';

function bytes(written: string | number): number {
  const parsed = parseSize(written);
  if (parsed.kind === 'mistake') throw new Error(parsed.message);
  return parsed.bytes;
}

function mistake(written: string | number): string {
  const parsed = parseSize(written);
  if (parsed.kind === 'size') throw new Error(`${written} was read as ${parsed.bytes}`);
  return parsed.message;
}

describe('parseSize', () => {
  it.each([
    ['324K', 331776],
    ['2M', 2097152],
    ['1G', 1073741824],
    ['0x51000', 331776],
    ['0X51000', 331776],
    ['331776', 331776],
    ['0', 0],
    [0x51000, 331776],
    ['9007199254740991', 9007199254740991],
  ])('reads %s as %d bytes', (written, expected) => {
    expect(bytes(written)).toBe(expected);
  });

  it.each([
    ['324KB', '324K'],
    ['324KiB', '324K'],
    ['324k', '324K'],
    ['2 M', '2M'],
    ['1.5M', '1536K'],
    ['0.5K', '512'],
    ['2.0M', '2M'],
    ['331,776', '331776'],
    ['100 bytes', '100'],
  ])('says what to write instead of %s', (written, instead) => {
    expect(mistake(written)).toBe(`"${written}" is not a size; write ${instead}`);
  });

  it.each(['', 'K', '-1', '1e3', '0x', '0xFFK', '324T', 'lots', '1..5K'])('refuses %j', (written) => {
    expect(mistake(written)).toContain('is not a size; write bytes (331776, 0x51000) or 324K, 2M, 1G');
  });

  it('refuses a part of a byte', () => {
    expect(mistake('0.3K')).toContain('sizes are whole bytes');
    expect(mistake(1.5)).toContain('sizes are whole bytes');
  });

  it('refuses sizes from 2^53 on', () => {
    expect(mistake('9007199254740992')).toContain('is too large');
    expect(mistake('8388608G')).toContain('is too large');
  });
});

describe('shortestSize', () => {
  it('is read back as the same number of bytes', () => {
    assert(property(maxSafeNat(), (size) => bytes(shortestSize(size)) === size));
  });

  it('takes the largest unit that is exact', () => {
    expect([2097152, 1572864, 1073741824, 1000, 0].map(shortestSize)).toEqual([
      '2M',
      '1536K',
      '1G',
      '1000',
      '0',
    ]);
  });
});

describe('formatting', () => {
  it('groups bytes as Intl does for British English', () => {
    const british = new Intl.NumberFormat('en-GB');
    assert(property(maxSafeInteger(), (size) => formatBytes(size) === `${british.format(size)} B`));
  });

  it('gives a change its sign, and zero none', () => {
    expect([3968, -16, 0].map(formatChange)).toEqual(['+3,968 B', '-16 B', '0 B']);
  });

  it('shows a limit in binary units only where they are exact', () => {
    const shown = [331776, 2097152, 1073741824, 1100000, 3245056, 0].map(formatLimit);
    expect(shown).toEqual(['324 KiB', '2 MiB', '1 GiB', '1,100,000 B', '3,169 KiB', '0 B']);
  });
});
