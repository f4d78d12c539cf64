import type { ByteSource } from './byte-source.ts';
import type { NameColumn } from './symbols/names.ts';

/** The parts of an ELF file that measuring needs, as plain data. Specification: https://gabi.xinuos.com */
export interface Elf {
  /** What messages call the file. */
  readonly name: string;
  readonly class: 32 | 64;
  readonly littleEndian: boolean;
  /** `e_type`: 1 relocatable, 2 executable, 3 shared. */
  readonly type: number;
  /** `e_machine`: 3 i386, 4 68k, 22 s390, 40 ARM, 62 x86-64, 183 AArch64, 243 RISC-V. */
  readonly machine: number;
  /** `e_flags`, whose meaning is the machine's. */
  readonly flags: number;
  readonly sections: readonly Section[];
  readonly segments: readonly Segment[];
  readonly source: ByteSource;
}

/** One section header; sizes and offsets in bytes, addresses as they stand in the file. */
export interface Section {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly align: number;
  readonly entrySize: number;
}

/** One program header. */
export interface Segment {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly virtualAddress: bigint;
  readonly physicalAddress: bigint;
  readonly fileSize: number;
  readonly memorySize: number;
  readonly align: number;
}

/** The symbol table as columns; row `i` of each column is one symbol, row 0 the reserved null symbol. */
export interface SymbolTable {
  readonly count: number;
  readonly addresses: BigUint64Array;
  /** `st_size` in bytes, below 2^53. */
  readonly sizes: Float64Array;
  /** `st_info & 15`. */
  readonly types: Uint8Array;
  /** `st_info >> 4`. */
  readonly bindings: Uint8Array;
  /** Index into `Elf.sections`, 0 for undefined symbols; from `FIRST_RESERVED_INDEX` on no section. */
  readonly sectionIndexes: Uint32Array;
  readonly names: NameColumn;
  /** The name of row `i`, fit to print. */
  readonly name: (i: number) => string;
}

/**
 * The reserved indices, moved from 0xff00 to the top of 32 bits: with more than 65,280 sections 0xfff1 is also the
 * number of a real one.
 */
export const FIRST_RESERVED_INDEX = 0xffff_ff00;

/** The section index of common symbols (SHN_COMMON). */
export const COMMON_INDEX = 0xffff_fff2;

/** `sh_type`. */
export const SECTION_TYPE = {
  null: 0,
  symbolTable: 2,
  stringTable: 3,
  rela: 4,
  noBits: 8,
  rel: 9,
  extendedIndexes: 18,
  relr: 19,
} as const;

/** `sh_flags`. */
export const SECTION_FLAG = {
  write: 1,
  alloc: 2,
  execute: 4,
  merge: 0x10,
  strings: 0x20,
  compressed: 0x800,
} as const;

/** Whether a section takes memory when the file is loaded. */
export function isAllocated({ flags, size }: Pick<Section, 'flags' | 'size'>): boolean {
  return (flags & SECTION_FLAG.alloc) !== 0 && size > 0;
}

export function isCodeSection({ flags }: Pick<Section, 'flags'>): boolean {
  return (flags & SECTION_FLAG.execute) !== 0;
}
