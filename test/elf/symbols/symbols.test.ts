import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { symbolSizes } from '../../../src/size/bloat-o-meter/symbol-sizes.ts';
import { UserError } from '../../../src/user-error.ts';
import { type BuiltElf, buildElf, builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

function symbolsOf(bytes: Uint8Array) {
  return readSymbols(openElf(bytesSource('vmlinux', bytes)));
}

const name = fc.stringMatching(/^[A-Za-z_.$][\w.$]{0,60}$/);

const file = fc.record({
  class: fc.constantFrom(32 as const, 64 as const),
  littleEndian: fc.boolean(),
  symbols: fc.array(
    fc.record({
      name,
      value: fc.bigInt(0n, 2n ** 32n - 1n),
      size: fc.nat(2 ** 31 - 1),
      type: fc.nat(10),
      binding: fc.nat(2),
      section: fc.constantFrom(0, 1),
    }),
  ),
});

test('every symbol is read as it was written, in both classes and byte orders', () => {
  fc.assert(
    fc.property(file, (built) => {
      const table = symbolsOf(buildElf(built));
      const read = built.symbols.map((_, i) => ({
        name: table.name(i + 1),
        value: table.addresses[i + 1],
        size: table.sizes[i + 1],
        type: table.types[i + 1],
        binding: table.bindings[i + 1],
        section: table.sectionIndexes[i + 1],
      }));
      expect(table.count).toBe(built.symbols.length + 1);
      expect(read).toEqual(built.symbols);
    }),
  );
});

test('64-bit addresses and sizes up to 2^53 keep every bit', () => {
  const [value, size] = [0xffff_ffff_8123_4567n, 2 ** 53 - 1];
  const table = symbolsOf(buildElf({ symbols: [builtSymbol({ value, size })] }));
  expect([table.addresses[1], table.sizes[1]]).toEqual([value, size]);
});

test('a name in UTF-8 is decoded', () => {
  expect(symbolsOf(buildElf({ symbols: [builtSymbol({ name: 'größe_😀' })] })).name(1)).toBe('größe_😀');
});

test('control characters in a name cannot reach the terminal', () => {
  const table = symbolsOf(buildElf({ symbols: [builtSymbol({ name: 'a\n::error::b\u001b[2J\u009b' })] }));
  expect(table.name(1)).toBe('a\\x0a::error::b\\x1b[2J\\x9b');
});

test('a name of a megabyte is read whole', () => {
  const long = 'x'.repeat(2 ** 20);
  expect(symbolsOf(buildElf({ symbols: [builtSymbol({ name: long })] })).name(1)).toBe(long);
});

/** Replaces section headers after the file is built: `index` counts as in the file. */
function withSectionField(
  index: number,
  field: { readonly offset: number; readonly value: number },
): Uint8Array {
  const bytes = buildElf();
  const view = new DataView(bytes.buffer);
  const header = Number(view.getBigUint64(40, true)) + 64 * index + field.offset;
  view.setUint32(header, field.value, true);
  return bytes;
}

const [SYMTAB, STRTAB] = [2, 3];
const FIELD = { type: 4, flags: 8, size: 32, link: 40, entrySize: 56 };

test.each([
  ['no symbol table', withSectionField(SYMTAB, { offset: FIELD.type, value: 1 }), 'it is stripped'],
  [
    'a wrong entry size',
    withSectionField(SYMTAB, { offset: FIELD.entrySize, value: 16 }),
    'entries of 16 bytes, expected 24',
  ],
  [
    'a size that is no multiple',
    withSectionField(SYMTAB, { offset: FIELD.size, value: 47 }),
    'takes 47 bytes, expected a multiple of 24',
  ],
  ['a compressed table', withSectionField(SYMTAB, { offset: FIELD.flags, value: 0x800 }), 'is compressed'],
  ['no string table', withSectionField(SYMTAB, { offset: FIELD.link, value: 9 }), 'in section 9 of 5'],
  [
    'a string table of another type',
    withSectionField(STRTAB, { offset: FIELD.type, value: 1 }),
    'is of type 1, expected 3',
  ],
  ['compressed strings', withSectionField(STRTAB, { offset: FIELD.flags, value: 0x800 }), 'is compressed'],
  [
    'strings that do not end',
    withSectionField(STRTAB, { offset: FIELD.size, value: 5 }),
    'is not terminated',
  ],
  [
    'a name outside the strings',
    withSectionField(STRTAB, { offset: FIELD.size, value: 1 }),
    'symbol 1 lies outside .strtab, at 0x1',
  ],
  [
    'a size above 2^53',
    buildElf({ symbols: [builtSymbol({ size: 2 ** 53 })] }),
    'symbol 1 has a size of 9007199254740992 bytes',
  ],
  [
    'an index elsewhere that is nowhere',
    buildElf({ symbols: [builtSymbol({ section: 0xffff })] }),
    'symbol 1 needs a table of extended section indexes',
  ],
])('%s is a mistake that is named', (_, bytes, message) => {
  expect(() => symbolsOf(bytes)).toThrow(UserError);
  expect(() => symbolsOf(bytes)).toThrow(message);
});

function sizesOf(overrides: Partial<BuiltElf>) {
  const elf = openElf(bytesSource('vmlinux', buildElf(overrides)));
  return symbolSizes(elf, readSymbols(elf));
}

test('a symbol in a section that does not exist is a mistake that is named', () => {
  expect(() => sizesOf({ symbols: [builtSymbol({ section: 99 })] })).toThrow(
    'symbol 1 is in section 99, expected one below 5',
  );
});

test('a file whose symbols have no sizes is refused, not compared as zero', () => {
  expect(() => sizesOf({ symbols: [builtSymbol({ size: 0 })] })).toThrow('none of its 2 symbols has a size');
});

test('a symbol in the symbol table itself is absolute, as BFD takes it', () => {
  const symbols = [builtSymbol({ name: 'odd', section: 2 }), builtSymbol({ name: 'main' })];
  expect(sizesOf({ sections: [builtSection()], symbols }).sizes).toHaveLength(1);
});
