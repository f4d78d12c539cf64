/**
 * Writes small ELF files from descriptions, by https://gabi.xinuos.com, without a compiler: for property tests and
 * for files that no linker writes. Contents come first, then the section headers.
 */

export interface BuiltSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly contents: Uint8Array;
  /** Instead of the length of the contents, as for SHT_NOBITS. */
  readonly size: number | undefined;
  readonly link: number;
  readonly align: number;
  readonly entrySize: number;
}

export interface BuiltSymbol {
  readonly name: string;
  readonly value: bigint;
  readonly size: number;
  readonly type: number;
  readonly binding: number;
  /** Index into the sections, counted from 1 as in the file. */
  readonly section: number;
}

export interface BuiltElf {
  readonly class: 32 | 64;
  readonly littleEndian: boolean;
  readonly type: number;
  readonly machine: number;
  /** Those before `.symtab`, `.strtab` and `.shstrtab`. */
  readonly sections: readonly BuiltSection[];
  readonly symbols: readonly BuiltSymbol[];
}

/** `.text`, unless overridden. */
export function builtSection(overrides: Partial<BuiltSection> = {}): BuiltSection {
  return {
    name: '.text',
    type: 1,
    flags: 6,
    address: 0n,
    contents: new Uint8Array(16),
    size: undefined,
    link: 0,
    align: 1,
    entrySize: 0,
    ...overrides,
  };
}

/** A global function of 8 bytes in the first section, unless overridden. */
export function builtSymbol(overrides: Partial<BuiltSymbol> = {}): BuiltSymbol {
  return { name: 'main', value: 0n, size: 8, type: 2, binding: 1, section: 1, ...overrides };
}

/** A 64-bit little-endian x86 object with one function, unless overridden. */
export function buildElf(overrides: Partial<BuiltElf> = {}): Uint8Array {
  const elf: BuiltElf = {
    class: 64,
    littleEndian: true,
    type: 1,
    machine: 62,
    sections: [builtSection()],
    symbols: [builtSymbol()],
    ...overrides,
  };
  return assemble(elf, withTables(elf));
}

/** Section 0, the given ones, and the tables that describe them and the symbols. */
function withTables(elf: BuiltElf): BuiltSection[] {
  const strings = stringTable(['', ...elf.symbols.map(({ name }) => name)]);
  const nullSection = builtSection({ name: '', type: 0, flags: 0, contents: new Uint8Array(0) });
  const symbolTable = builtSection({
    name: '.symtab',
    type: 2,
    flags: 0,
    contents: symbolEntries(elf, strings.offsets),
    link: elf.sections.length + 2,
    entrySize: elf.class === 32 ? 16 : 24,
  });
  const tables = ['.symtab', '.strtab', '.shstrtab'];
  const sectionNames = stringTable(['', ...elf.sections.map(({ name }) => name), ...tables]).bytes;
  return [
    nullSection,
    ...elf.sections,
    symbolTable,
    builtSection({ name: '.strtab', type: 3, flags: 0, contents: strings.bytes }),
    builtSection({ name: '.shstrtab', type: 3, flags: 0, contents: sectionNames }),
  ];
}

function symbolEntries(elf: BuiltElf, nameOffsets: readonly number[]): Uint8Array {
  const rows = elf.symbols.map((symbol, i) => {
    const name = word(nameOffsets[i + 1]!);
    const place = [byte((symbol.binding << 4) | symbol.type), byte(0), half(symbol.section)];
    const value = wide(elf, symbol.value);
    const size = wide(elf, symbol.size);
    return encode(elf, elf.class === 32 ? [name, value, size, ...place] : [name, ...place, value, size]);
  });
  return join([new Uint8Array(elf.class === 32 ? 16 : 24), ...rows]);
}

function assemble(elf: BuiltElf, sections: readonly BuiltSection[]): Uint8Array {
  const nameOffsets = stringTable(sections.map(({ name }) => name)).offsets;
  let offset = elf.class === 32 ? 52 : 64;
  const headers = sections.map((section, i) => {
    const { type, flags, address, contents, size, link, align, entrySize } = section;
    const words = [
      word(nameOffsets[i]!),
      word(type),
      wide(elf, flags),
      wide(elf, address),
      wide(elf, offset),
    ];
    offset += contents.length;
    const rest = [
      wide(elf, size ?? contents.length),
      word(link),
      word(0),
      wide(elf, align),
      wide(elf, entrySize),
    ];
    return encode(elf, [...words, ...rest]);
  });
  const header = fileHeader(elf, offset, sections.length);
  return join([header, ...sections.map(({ contents }) => contents), ...headers]);
}

function fileHeader(elf: BuiltElf, sectionsOffset: number, sectionCount: number): Uint8Array {
  const ident = [0x7f, 0x45, 0x4c, 0x46, elf.class / 32, elf.littleEndian ? 1 : 2, 1, ...new Uint8Array(9)];
  const [headerSize, entrySize] = elf.class === 32 ? [52, 40] : [64, 64];
  const start = [...ident.map(byte), half(elf.type), half(elf.machine), word(1)];
  const places = [wide(elf, 0), wide(elf, 0), wide(elf, sectionsOffset), word(0)];
  const counts = [headerSize, 0, 0, entrySize, sectionCount, sectionCount - 1].map(half);
  return encode(elf, [...start, ...places, ...counts]);
}

interface Field {
  readonly bytes: number;
  readonly value: bigint;
}

function byte(value: number): Field {
  return { bytes: 1, value: BigInt(value) };
}

function half(value: number): Field {
  return { bytes: 2, value: BigInt(value) };
}

function word(value: number): Field {
  return { bytes: 4, value: BigInt(value) };
}

/** As wide as an address of the class. */
function wide(elf: BuiltElf, value: number | bigint): Field {
  return { bytes: elf.class / 8, value: BigInt(value) };
}

function encode({ littleEndian }: BuiltElf, fields: readonly Field[]): Uint8Array {
  const bytes = fields.flatMap((field) => {
    const parts = Array.from({ length: field.bytes }, (_, i) =>
      Number((field.value >> BigInt(8 * i)) & 0xffn),
    );
    return littleEndian ? parts : parts.toReversed();
  });
  return Uint8Array.from(bytes);
}

function stringTable(names: readonly string[]): {
  readonly bytes: Uint8Array;
  readonly offsets: readonly number[];
} {
  const encoded = names.map((name) => new TextEncoder().encode(`${name}\0`));
  let end = 0;
  const offsets = encoded.map((bytes) => {
    const start = end;
    end += bytes.length;
    return start;
  });
  return { bytes: join(encoded), offsets };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
