import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ByteSource } from '../../src/elf/byte-source.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { readSymbols } from '../../src/elf/symbols/symbols.ts';
import { symbolSizes } from '../../src/size/bloat-o-meter/symbol-sizes.ts';
import { UserError } from '../../src/user-error.ts';
import { buildElf, builtSection, builtSymbol } from '../support/elf/elf-builder.ts';
import { symbolLines } from '../support/elf/nm.ts';

const RUNS = 3000;

const whole = fc
  .record({ class: fc.constantFrom(32 as const, 64 as const), littleEndian: fc.boolean() })
  .map((encoding) =>
    buildElf({
      ...encoding,
      sections: [
        builtSection(),
        builtSection({ name: '.bss', type: 8, flags: 3, contents: new Uint8Array(0), size: 64 }),
      ],
      symbols: [
        builtSymbol(),
        builtSymbol({ name: 'counter.1', type: 1, section: 2, binding: 0 }),
        builtSymbol({ name: 'weak', binding: 2 }),
      ],
    }),
  );

/** Values that are wrong in their own way: none, small, the reserved ones, the largest. */
const word = fc.constantFrom(0, 1, 7, 0xff00, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff);

/** Reads everything, and notes the most that is asked of the file. */
function readWhole(bytes: Uint8Array): {
  readonly outcome: 'read' | 'refused';
  readonly largestRead: number;
} {
  let largestRead = 0;
  const source: ByteSource = {
    name: 'vmlinux',
    size: bytes.length,
    read: (offset, length) => {
      largestRead = Math.max(largestRead, length);
      if (offset + length > bytes.length) throw new Error(`read of ${length} bytes at ${offset}`);
      return bytes.slice(offset, offset + length);
    },
  };
  try {
    const elf = openElf(source);
    symbolLines(symbolSizes(elf, readSymbols(elf)));
    return { outcome: 'read', largestRead };
  } catch (error) {
    if (error instanceof UserError && !error.message.includes('\n'))
      return { outcome: 'refused', largestRead };
    throw error;
  }
}

function expectBounded(bytes: Uint8Array): void {
  expect(readWhole(bytes).largestRead).toBeLessThanOrEqual(bytes.length);
}

test('an undamaged file is read', () => {
  fc.assert(
    fc.property(whole, (bytes) => {
      expect(readWhole(bytes).outcome).toBe('read');
    }),
  );
});

test('a file with flipped bytes is read or refused with one line', () => {
  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(whole, flips, (bytes, changes) => {
      for (const [place, mask] of changes) bytes[place % bytes.length]! ^= mask;
      expectBounded(bytes);
    }),
    { numRuns: RUNS },
  );
});

test('a file with fields at their limits is read or refused with one line', () => {
  const fields = fc.array(fc.tuple(fc.nat(), word, fc.boolean()), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(whole, fields, (bytes, changes) => {
      const view = new DataView(bytes.buffer);
      for (const [place, value, little] of changes)
        view.setUint32((place * 2) % (bytes.length - 3), value, little);
      expectBounded(bytes);
    }),
    { numRuns: RUNS },
  );
});

test('a file that is cut off is refused with one line', () => {
  fc.assert(
    fc.property(whole, fc.nat(), (bytes, place) => {
      expect(readWhole(bytes.subarray(0, place % bytes.length)).outcome).toBe('refused');
    }),
    { numRuns: RUNS },
  );
});

test('random bytes behind the signature of ELF are read or refused with one line', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 300 }),
      fc.constantFrom(1, 2),
      fc.constantFrom(1, 2),
      (bytes, elfClass, data) => {
        bytes.set([0x7f, 0x45, 0x4c, 0x46, elfClass, data, 1]);
        expectBounded(bytes);
      },
    ),
    { numRuns: RUNS },
  );
});
