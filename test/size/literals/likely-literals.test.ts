import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AddressReader, likelyLiterals } from '../../../src/size/literals/likely-literals.ts';
import { type LiteralPart, pooledLiterals } from '../../../src/size/literals/string-literals.ts';
import { bytesOfText } from '../../support/elf/accounting-builders.ts';

/** No word is an address. */
const NO_ADDRESSES: AddressReader = { word: 8, isAddress: () => false };

/** Each part as text, `null` in place of one that is no literal. */
function texts(bytes: Uint8Array, parts: readonly LiteralPart[]): (string | null)[] {
  return parts.map((part) =>
    part.kind === 'literal' ? new TextDecoder().decode(bytes.subarray(part.start, part.textEnd)) : null,
  );
}

function pooled(text: string, align = 1): (string | null)[] {
  const bytes = bytesOfText(text);
  return texts(bytes, pooledLiterals(bytes, { start: 0, end: bytes.length }, { unit: 1, align }));
}

/** Of bytes, written as characters below U+0100. */
function likely(characters: string, addresses = NO_ADDRESSES): (string | null)[] {
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  return texts(bytes, likelyLiterals({ bytes, start: 0, end: bytes.length, addresses, hasConstants: false }));
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
    expect(pooledLiterals(bytes, { start: 4, end: 6 }, { unit: 1, align: 1 })).toEqual([
      { kind: 'other', start: 4, end: 6 },
    ]);
  });
});

describe('bytes are likely a literal', () => {
  test.each([
    ['where they are words', 'hello\0', ['hello']],
    ['with letters of the alphabet in a row', 'first\0', ['first']],
    ['where they are UTF-8', 'gr\xc3\xb6\xc3\x9fe\0', ['größe']],
    ['with the mark of a log level', '\x016four\n\0', ['\u00016four\n']],
    ['with two such marks', '\x013first\n\x016second\n\0', ['\u00013first\n\u00016second\n']],
    ['with a line under them', 'a title\n--------\n\0', ['a title\n--------\n']],
    ['after a number that ends where a word does', '\x02\xff\xff\xffhello\0', [null, 'hello']],
    ['after bytes that are no text', '\x02\xffhello you\0', [null, 'hello you']],
    ['after the end of a number', '\0\0\xf0?hello\0', [null, 'hello']],
    ['after the end of a number that looks like text', '\xff\xf6ABhello\0', [null, 'hello']],
    ['after a number that looks like text but for its zeros', '\0\0ABhello\0', [null, 'hello']],
    ['of one letter right after another one', 'four\0a\0', ['four', 'a']],
    ['of signs between two others', 'first one\0%d\n\0:\0second\0', ['first one', '%d\n', ':', 'second']],
    ['with an empty one between them', 'first\0.\0\0second\0', ['first', '.', null, 'second']],
    ['padded up to the next one', 'hello\0\0\0on\0\0other', ['hello', null, 'on', null, null]],
  ])('%s', (_, bytes, expected) => {
    expect(likely(bytes)).toEqual(expected);
  });
});

describe('bytes are likely no literal', () => {
  test.each([
    ['where they do not end with a zero', 'hello'],
    ['where one is no part of UTF-8', 'caf\xe9s\0'],
    ['where a character is cut', 'hello\xc3\0'],
    ['where a character is written too long', 'hello \xc0\xae\0'],
    ['where one is a control character', 'four\x02ten\0'],
    ['where they are a few letters alone', 'abc\0'],
    ['where they are signs', '((((,(((\0'],
    ['where they count down, as tables of jumps do', 'xvtrpnljh(z\0'],
    ['where they are one letter many times', 'AAAAAAAAGGGGGGGG\0'],
    ['where every second is zero, as in numbers of two bytes', "'\0/\0@\0N\0\\\0d\0k\0y\0"],
    ['where they are small numbers of four bytes', 'A\0\0\0B\0\0\0ab\0\0'],
    ['where they are the addresses of a kernel for 64 bits', '\x67\x45\x23\x81\xff\xff\xff\xff'.repeat(3)],
    ['where they are distances backwards', '\x41\x42\xff\xff'.repeat(5) + '\0'],
  ])('%s', (_, bytes) => {
    expect(likely(bytes).filter((one) => one !== null)).toEqual([]);
  });

  test('where they are addresses of a kernel that lies low, one after the other', () => {
    const addresses = Array.from({ length: 40 }, (_, i) => `\0 ${String.fromCharCode(0x41 + i)}e`).join('');
    expect(likely(addresses, { word: 4, isAddress: () => true }).filter((one) => one !== null)).toEqual([]);
  });

  test('where they are a part of an address after a text', () => {
    const bytes = 'out of memory\0\0\0te\0\x81\xff\xff\xff\xffbe\0\x81\xff\xff\xff\xff';
    const isAddress = (offset: number) => offset >= 16;
    expect(likely(bytes, { word: 8, isAddress }).filter((one) => one !== null)).toEqual(['out of memory']);
  });
});

test('a literal is not met twice in a row: then it is a table', () => {
  const bytes = `out of memory\0\0\0${'ab\0\0'.repeat(9)}`;
  expect(likely(bytes).filter((one) => one !== null)).toEqual(['out of memory', 'ab']);
});

test('a literal before a table of jumps ends where it ends', () => {
  expect(likely('out of memory\0\0\0\x34\x12\xff\xff\x40\x12\xff\xff')).toEqual([
    'out of memory',
    null,
    null,
  ]);
});

test('the parts follow each other from start to end', () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map((own) => own.map((byte) => (byte % 3 === 0 ? 0 : byte)));
  fc.assert(
    fc.property(bytes, fc.nat(20), fc.constantFrom(1, 4), (own, start, align) => {
      const stretch = { start: Math.min(start, own.length), end: own.length };
      for (const parts of [
        pooledLiterals(own, stretch, { unit: 1, align }),
        likelyLiterals({ ...stretch, bytes: own, addresses: NO_ADDRESSES, hasConstants: true }),
      ]) {
        const edges = parts.flatMap((part) => [part.start, part.end]);
        const inner = parts.slice(0, -1).flatMap(({ end }) => [end, end]);
        expect(edges).toEqual(parts.length === 0 ? [] : [stretch.start, ...inner, stretch.end]);
        expect(parts.filter((part) => part.end <= part.start)).toEqual([]);
      }
    }),
  );
});

test('of random bytes hardly any is a literal', () => {
  const random = new Uint8Array(400_000);
  let state = 1;
  for (let i = 0; i < random.length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    random[i] = state >>> 24;
  }
  const parts = likelyLiterals({
    bytes: random,
    start: 0,
    end: random.length,
    addresses: NO_ADDRESSES,
    hasConstants: true,
  });
  expect(parts.filter(({ kind }) => kind === 'literal').length).toBeLessThan(3);
});
