import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesSource } from '../../src/elf/byte-source.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { UserError } from '../../src/user-error.ts';
import { buildElf, builtSection } from '../support/elf/elf-builder.ts';

/** Offsets of fields in the ELF header of a 64-bit file. */
const [CLASS, DATA, VERSION, SECTIONS_OFFSET, SEGMENTS_OFFSET] = [4, 5, 6, 40, 32];
const [SEGMENT_COUNT, SECTION_ENTRY_SIZE, SECTION_COUNT, NAMES_INDEX] = [56, 58, 60, 62];

function open(bytes: Uint8Array) {
  return openElf(bytesSource('vmlinux', bytes));
}

/** The message of the error that opening ends with. */
function refusal(bytes: Uint8Array): string {
  try {
    open(bytes);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('the file was opened');
}

function withHalf(offset: number, value: number): Uint8Array {
  const bytes = buildElf();
  new DataView(bytes.buffer).setUint16(offset, value, true);
  return bytes;
}

function withAddress(offset: number, value: bigint): Uint8Array {
  const bytes = buildElf();
  new DataView(bytes.buffer).setBigUint64(offset, value, true);
  return bytes;
}

function withByte(offset: number, value: number): Uint8Array {
  const bytes = buildElf();
  bytes[offset] = value;
  return bytes;
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** A file of 1 KiB with some bytes in one place. */
function image(offset: number, bytes: readonly number[]): Uint8Array {
  const whole = new Uint8Array(1024);
  whole.set(bytes, offset);
  return whole;
}

test.each([
  ['an empty file', new Uint8Array(0), 'is not ELF but empty'],
  ['text', text('CONFIG_XIP_KERNEL=y\n'), 'is not ELF but text'],
  ['gzip', gzipSync('kernel'), 'is not ELF but gzip compressed data'],
  ['xz', image(0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'is not ELF but xz compressed data'],
  ['zstd', image(0, [0x28, 0xb5, 0x2f, 0xfd]), 'is not ELF but zstd compressed data'],
  ['a bzImage', image(0x202, [0x48, 0x64, 0x72, 0x53]), 'is not ELF but a compressed x86 kernel (bzImage)'],
  ['a zImage', image(0x24, [0x18, 0x28, 0x6f, 0x01]), 'is not ELF but a compressed ARM kernel (zImage)'],
  ['an ar archive', text('!<arch>\nvmlinux.o/'), 'is not ELF but an ar archive'],
  ['LLVM bitcode', image(0, [0x42, 0x43, 0xc0, 0xde]), 'is not ELF but LLVM bitcode'],
  ['anything else', image(0, [1, 2, 3]), 'is not ELF but unknown data'],
])('%s is refused by what it looks like', (_, bytes, message) => {
  expect(refusal(bytes)).toContain(`vmlinux ${message}`);
});

test.each([
  ['the class', withByte(CLASS, 3), 'class 3 at offset 4, expected 1 (32 bit) or 2 (64 bit)'],
  ['the byte order', withByte(DATA, 0), 'byte order 0 at offset 5, expected 1 (little) or 2 (big)'],
  ['the version', withByte(VERSION, 9), 'version 9 at offset 6, expected 1'],
  ['the size of section headers', withHalf(SECTION_ENTRY_SIZE, 63), '63 bytes each, expected 64'],
  ['the number of sections', withHalf(SECTION_COUNT, 9000), 'the section headers at offset'],
  ['the section of names', withHalf(NAMES_INDEX, 77), 'in section 77 of 5'],
  [
    'a section of names that holds none',
    withHalf(NAMES_INDEX, 1),
    '(section 1, .shstrtab) is of type 1, expected 3',
  ],
  ['the place of section headers', withAddress(SECTIONS_OFFSET, 2n ** 60n), 'at offset 0x1000000000000000'],
])('a wrong value in %s is named', (_, bytes, message) => {
  expect(refusal(bytes)).toContain(message);
});

test('a wrong size of program headers is named', () => {
  const bytes = withAddress(SEGMENTS_OFFSET, 64n);
  new DataView(bytes.buffer).setUint16(SEGMENT_COUNT, 1, true);
  expect(refusal(bytes)).toContain('program headers 0 bytes each, expected 56');
});

test('a file cut off anywhere is refused as truncated', () => {
  const bytes = buildElf();
  for (let length = 5; length < bytes.length; length++) {
    expect(refusal(bytes.subarray(0, length))).toMatch(/truncated/);
  }
});

test('a section that runs past the end of the file is named with its offset', () => {
  const bytes = buildElf({ sections: [builtSection({ name: '.data', size: 5000 })] });
  expect(refusal(bytes)).toContain('the contents of section 1 (.data) at offset 0x40 (5000 bytes)');
});

test('a section without contents in the file may be larger than the file', () => {
  const bss = builtSection({ name: '.bss', type: 8, flags: 3, contents: new Uint8Array(0), size: 2 ** 40 });
  expect(open(buildElf({ sections: [bss] })).sections[1]).toMatchObject({ name: '.bss', size: 2 ** 40 });
});

test('more than a million sections are refused before they are read', () => {
  const bytes = withHalf(SECTION_COUNT, 0);
  const view = new DataView(bytes.buffer);
  const sections = Number(view.getBigUint64(SECTIONS_OFFSET, true));
  view.setBigUint64(sections + 32, 2_000_000n, true);
  expect(refusal(bytes)).toContain('2000000 section headers, expected at most 1000000');
});

test('a file without section headers opens with none', () => {
  expect(open(withAddress(SECTIONS_OFFSET, 0n)).sections).toEqual([]);
});
