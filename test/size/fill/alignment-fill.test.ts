import { describe, expect, test } from 'vitest';
import {
  type BuiltKernel,
  bytesOfText,
  cellLines,
  changedRows,
  inputSection,
} from '../../support/elf/accounting-builders.ts';
import { type BuiltSection, builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

const FILL = 'fill [alignment fill]';
const OTHER = 'unattributed [unattributed]';

/** Two symbols of 4 bytes at 0 and at `second`, with `between` behind the first, all in one input section. */
function around(between: string, second: number, overrides: Partial<BuiltSection> = {}): BuiltKernel {
  const contents = bytesOfText(`abcd${between}abcd`);
  const section = builtSection({ name: '.data', flags: 3, contents, align: 128, ...overrides });
  return {
    sections: [section],
    symbols: [
      builtSymbol({ name: 'a', size: 4, value: section.address }),
      builtSymbol({ name: 'b', size: 4, value: section.address + BigInt(second) }),
    ],
    inputs: [inputSection({ output: '.data', size: 4 + second })],
  };
}

test('zeros that the alignment of the next symbol explains are fill', () => {
  expect(cellLines(around('\0\0\0\0', 8))).toContain(`${FILL} a.o 4`);
});

test('as many bytes as the alignment of the next symbol has are not attributed', () => {
  expect(cellLines(around('\0\0\0\0', 8, { address: 4n }))).toContain(`${OTHER} a.o 4`);
});

test('the alignment is that of the address, not of the offset', () => {
  const zeros = (address: bigint) => ({ ...around('\0\0\0\0\0\0\0\0', 12, { address }), inputs: [] });
  expect(cellLines(zeros(0n))).toContain(`${OTHER} 8`);
  expect(cellLines(zeros(20n))).toContain(`${FILL} 8`);
});

test('other bytes than fill are not attributed', () => {
  expect(cellLines(around('\0\0\0x', 8))).toContain(`${OTHER} a.o 4`);
});

test("as much as the section's own alignment explains is fill within a contribution", () => {
  expect(cellLines(around('\0\0\0\0', 8, { align: 4 }))).toContain(`${OTHER} a.o 4`);
  expect(cellLines({ ...around('\0\0\0\0', 8, { align: 4 }), inputs: [] })).toContain(`${FILL} 4`);
});

test('the alignment within a contribution is that in it, wherever the linker puts it', () => {
  const moved = (start: number) => {
    const built = around('\0'.repeat(start + 8), start + 12);
    const symbols = [builtSymbol({ name: 'a', size: start + 4 }), built.symbols![1]!];
    return { ...built, symbols, inputs: [inputSection({ output: '.data', offset: start, size: 16 })] };
  };
  // The same eight zeros, once before an address that is a multiple of 4 only, once before one of 32.
  expect(cellLines(moved(0))).toContain(`${OTHER} a.o 8`);
  expect(cellLines(moved(20))).toContain(`${OTHER} a.o 8`);
});

test('in code empty instructions are fill, where alignment explains them, and others are not', () => {
  expect(cellLines(around('\x0f\x1f@\0', 8, { flags: 6 }))).toContain(`${FILL} a.o 4`);
  expect(cellLines(around('\x0f\x1f@\0', 8, { flags: 6, address: 4n }))).toContain(`${OTHER} a.o 4`);
  expect(cellLines(around('code', 8, { flags: 6 }))).toContain(`${OTHER} a.o 4`);
});

test.each([
  ['zeros', 0, FILL],
  ['traps of x86', 0xcc, FILL],
  ['empty instructions of x86', 0x90, FILL],
  ['other bytes', 0x7f, OTHER],
])('a long row of %s before an aligned symbol is owned as that', (_, byte, owner) => {
  const contents = new Uint8Array(132).fill(byte);
  expect(cellLines(around('', 128, { flags: 6, contents }))).toContain(`${owner} a.o 124`);
});

test("what stands before a label is the label's, whatever it holds, but for the fill after it", () => {
  const label = (name: string, value: bigint) => builtSymbol({ name, value, size: 0, type: 0 });
  const built = around('\0\0\0\0', 8);
  const zeros = { ...built, symbols: [...built.symbols!, label('empty_page', 4n)] };
  expect(cellLines(zeros)).toContain(`${OTHER} a.o 4`);
  const table = around('xyzw\0\0\0\0\0\0\0\0', 16);
  const lines = cellLines({ ...table, symbols: [...table.symbols!, label('a_table', 4n)] });
  expect(lines).toContain(`${OTHER} a.o 4`);
  expect(lines).toContain(`${FILL} a.o 8`);
});

test.each(['__stop___ex_table', '_etext', '__bss_stop', '__start_bss_decrypted_unused'])(
  'what stands before %s, where a linker script ends something, can be fill',
  (name) => {
    const built = around('\0\0\0\0', 8);
    const mark = builtSymbol({ name, value: 4n, size: 0, type: 0 });
    expect(cellLines({ ...built, symbols: [...built.symbols!, mark] })).toContain(`${FILL} a.o 4`);
  },
);

describe('between two input sections', () => {
  const between = (bytes: string, second: number): BuiltKernel => {
    const contents = bytesOfText(`first${bytes}second.`);
    const inputs = [
      inputSection({ output: '.data', size: 5 }),
      inputSection({ output: '.data', offset: second, size: 7, object: 'b.o' }),
    ];
    return { sections: [builtSection({ name: '.data', flags: 3, contents })], symbols: [], inputs };
  };

  test('the linker fills up to the second one', () => {
    expect(cellLines(between('\0\0\0', 8))).toContain(`${FILL} 3`);
  });

  test('data of the linker script is no fill', () => {
    expect(cellLines(between('WHAT...', 12))).toContain(`${OTHER} 7`);
  });

  test('room that the script leaves at a label is no fill', () => {
    const reserved = between('\0'.repeat(11), 16);
    const label = builtSymbol({ name: 'swapper_pg_dir', value: 8n, size: 0, type: 0 });
    const lines = cellLines({ ...reserved, symbols: [label] });
    expect(lines).toContain(`${FILL} 3`);
    expect(lines).toContain(`${OTHER} 8`);
  });
});

test('without contents only what alignment explains is fill', () => {
  const bss = { name: '.bss', type: 8, contents: new Uint8Array(0), size: 68 };
  expect(cellLines({ ...around('', 64, bss), inputs: [] })).toContain(`${FILL} 60`);
  const inputs = [inputSection({ output: '.bss', size: 68 })];
  expect(cellLines({ ...around('', 64, { ...bss, align: 64 }), inputs })).toContain(`${FILL} a.o 60`);
  expect(cellLines({ ...around('', 64, { ...bss, align: 32 }), inputs })).toContain(`${OTHER} a.o 60`);
});

test('fill that another object asks for is no change', () => {
  const built = around('\0\0\0\0', 8);
  const other = { ...built, inputs: [inputSection({ output: '.data', size: 12, object: 'b.o' })] };
  expect(changedRows(built, other).map(({ kind }) => kind)).toEqual(['symbol', 'symbol']);
});
