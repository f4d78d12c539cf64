import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type LiteralPart, likelyLiterals, pooledLiterals } from '../../src/size/literals.ts';
import { bytesOfText } from '../support/accounting-builders.ts';

/** Each part as text, `null` in place of one that is no literal. */
function texts(bytes: Uint8Array, parts: readonly LiteralPart[]): (string | null)[] {
  return parts.map(({ start, textEnd }) =>
    textEnd === undefined ? null : new TextDecoder().decode(bytes.subarray(start, textEnd)),
  );
}

function pooled(text: string, align = 1): (string | null)[] {
  const bytes = bytesOfText(text);
  return texts(bytes, pooledLiterals(bytes, { start: 0, end: bytes.length }, align));
}

function likely(text: string): (string | null)[] {
  const bytes = bytesOfText(text);
  return texts(bytes, likelyLiterals(bytes, { start: 0, end: bytes.length }));
}

const text = fc.stringMatching(/^[ -~]{0,9}$/);

describe('pooled literals', () => {
  test('are the strings that were written, with any alignment', () => {
    const align = fc.constantFrom(1, 2, 4, 8);
    fc.assert(
      fc.property(fc.array(text.filter((one) => one !== '')), align, (written, bytes) => {
        const padded = written.map((one) => one.padEnd(Math.ceil((one.length + 1) / bytes) * bytes, '\0'));
        const strings = pooled(padded.join(''), bytes).filter((one) => one !== null);
        expect(strings).toEqual(written);
      }),
    );
  });

  test('can be empty where nothing aligns them', () => {
    expect(pooled('\0\0a\0')).toEqual(['', '', 'a']);
  });

  test('follow each other where nothing pads them, whatever the alignment', () => {
    expect(pooled('one\0a\0b\0', 4)).toEqual(['one', 'a', 'b']);
  });

  test('hold any bytes but zero', () => {
    expect(pooled('\u00016[%s]\n\0größe\0')).toEqual(['\u00016[%s]\n', 'größe']);
  });

  test('do not go on behind the stretch that is asked for', () => {
    const bytes = bytesOfText('one\0two\0');
    expect(pooledLiterals(bytes, { start: 4, end: 6 }, 1)).toEqual([
      { start: 4, end: 6, textEnd: undefined },
    ]);
  });
});

describe('likely literals', () => {
  test.each([
    ['four\0', ['four']],
    ['abc\0', [null]],
    ['\u0002four\0', [null, 'four']],
    ['four\0a\0', ['four', 'a']],
    ['four\0\0', ['four', null]],
    ['four', [null]],
    ['\u00016four\n\0', ['\u00016four\n']],
    ['größe\0', ['größe']],
    ['four\u007f\0', [null]],
  ])('of %j are %j', (bytes, expected) => {
    expect(likely(bytes)).toEqual(expected);
  });
});

test('the parts follow each other from start to end', () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map((own) => own.map((byte) => (byte % 3 === 0 ? 0 : byte)));
  fc.assert(
    fc.property(bytes, fc.nat(20), fc.constantFrom(1, 4), (own, start, align) => {
      const stretch = { start: Math.min(start, own.length), end: own.length };
      for (const parts of [pooledLiterals(own, stretch, align), likelyLiterals(own, stretch)]) {
        const edges = parts.flatMap((part) => [part.start, part.end]);
        const inner = parts.slice(0, -1).flatMap(({ end }) => [end, end]);
        expect(edges).toEqual(parts.length === 0 ? [] : [stretch.start, ...inner, stretch.end]);
        expect(parts.filter((part) => part.end <= part.start)).toEqual([]);
      }
    }),
  );
});
