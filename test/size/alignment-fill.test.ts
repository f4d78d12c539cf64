import { expect, test } from 'vitest';

import {
  type BuiltKernel,
  bytesOfText,
  cellLines,
  changedRows,
  inputSection,
} from '../support/accounting-builders.ts';
import { type BuiltSection, builtSection, builtSymbol } from '../support/elf-builder.ts';

const FILL = 'fill [alignment fill]';
const OTHER = 'unattributed [unattributed]';

/** Two symbols of 4 bytes at 0 and at `second`, with `between` behind the first, all in one input section. */
function around(between: string, second: number, overrides: Partial<BuiltSection> = {}): BuiltKernel {
  const contents = bytesOfText(`abcd${between}abcd`);
  const section = builtSection({ name: '.data', flags: 3, contents, ...overrides });
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
  expect(cellLines(around('\0\0\0\0\0\0\0\0', 12))).toContain(`${OTHER} a.o 8`);
  expect(cellLines(around('\0\0\0\0\0\0\0\0', 12, { address: 20n }))).toContain(`${FILL} a.o 8`);
});

test('other bytes than fill are not attributed', () => {
  expect(cellLines(around('\0\0\0x', 8))).toContain(`${OTHER} a.o 4`);
});

test('in code any instructions are fill, where alignment explains them', () => {
  expect(cellLines(around('nops', 8, { flags: 6 }))).toContain(`${FILL} a.o 4`);
  expect(cellLines(around('x'.repeat(124), 128, { flags: 6 }))).toContain(`${OTHER} a.o 124`);
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

test('what the linker put between two input sections is fill, whatever it holds', () => {
  const inputs = [inputSection({ size: 5 }), inputSection({ offset: 9, size: 7, object: 'b.o' })];
  const sections = [builtSection({ contents: bytesOfText('firstWHATsecond') })];
  expect(cellLines({ sections, symbols: [], inputs })).toContain(`${FILL} 4`);
});

test('without contents only as much is fill as the section is aligned to', () => {
  const bss = { name: '.bss', type: 8, contents: new Uint8Array(0), size: 68 };
  expect(cellLines({ ...around('', 64, { ...bss, align: 64 }), inputs: [] })).toContain(`${FILL} 60`);
  const inputs = [inputSection({ output: '.bss', size: 68 })];
  expect(cellLines({ ...around('', 64, { ...bss, align: 64 }), inputs })).toContain(`${FILL} a.o 60`);
  expect(cellLines({ ...around('', 64, { ...bss, align: 32 }), inputs })).toContain(`${OTHER} a.o 60`);
});

test('fill that another object asks for is no change', () => {
  const built = around('\0\0\0\0', 8);
  const other = { ...built, inputs: [inputSection({ output: '.data', size: 12, object: 'b.o' })] };
  expect(changedRows(built, other).map(({ kind }) => kind)).toEqual(['symbol', 'symbol']);
});
