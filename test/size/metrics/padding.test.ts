import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { account, inputSection } from '../../support/elf/accounting-builders.ts';
import { builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

const WRITE = 3;
const CODE = 6;

function paddingIn(
  contents: Uint8Array,
  { flags = WRITE, symbols = [] as Parameters<typeof builtSymbol>[0][] } = {},
) {
  const section = builtSection({ name: '.data', contents, flags });
  const built = symbols.map((symbol) => builtSymbol({ type: 1, ...symbol }));
  return account({ sections: [section], symbols: built }).sections[0]!.padding;
}

/** The longest stretch in which each byte is the one four before it, found byte by byte. */
function longestRun(bytes: Uint8Array): number {
  let [longest, run] = [Math.min(4, bytes.length), 4];
  for (let i = 4; i < bytes.length; i++) {
    run = bytes[i] === bytes[i - 4] ? run + 1 : 4;
    longest = Math.max(longest, run);
  }
  return longest;
}

const noise = fc.uint8Array({ minLength: 1, maxLength: 700 });
const fill = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.uint8Array({ minLength: 4, maxLength: 4 }))
  .map(([length, word]) => Uint8Array.from({ length }, (_, i) => word[i % 4]!));
const contents = fc
  .array(fc.oneof(noise, fill), { minLength: 1, maxLength: 6 })
  .map((pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece])));

describe('without a link map', () => {
  test('padding is the longest piece that repeats its bytes, from 1,024 bytes on', () => {
    fc.assert(
      fc.property(contents, (bytes) => {
        const run = longestRun(bytes);
        expect(paddingIn(bytes)).toBe(run < 1024 ? 0 : run);
      }),
    );
  });

  test('what a symbol has is no padding', () => {
    const symbols = [{ name: 'zeros', size: 5000 }];
    expect(paddingIn(new Uint8Array(5000), { symbols })).toBe(0);
    expect(paddingIn(new Uint8Array(8000), { symbols })).toBe(3000);
  });

  test('of code all is that no symbol has', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);
    const symbols = [{ name: 'f', size: 1000 }];
    expect(paddingIn(bytes, { flags: CODE, symbols })).toBe(4000);
    expect(paddingIn(bytes, { symbols })).toBe(0);
  });
});

describe('with a link map', () => {
  const zeros = new Uint8Array(8192);
  const sectionWith = (...inputs: readonly [offset: number, size: number][]) => {
    const placed = inputs.map(([offset, size]) =>
      inputSection({ output: '.data', name: '.data', offset, size }),
    );
    const section = builtSection({ name: '.data', contents: zeros, flags: WRITE });
    const { contributed, padding } = account({ sections: [section], symbols: [], inputs: placed })
      .sections[0]!;
    return [contributed, padding];
  };

  test('padding is the longest piece between and after input sections', () => {
    expect(sectionWith([0, 100], [1000, 50], [5000, 192])).toEqual([342, 3950]);
  });

  test('a section that the script alone makes has none', () => {
    expect(sectionWith()).toEqual([8192, 0]);
  });
});
