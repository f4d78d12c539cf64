/**
 * Sizes of the tables that scripts/kallsyms.c writes: their labels have none, and what the linker puts after the last
 * one is the kernel's string literals. The tables' own counts say how far each reaches, whatever their order.
 */
import type { SectionContents } from '../../elf/section-contents.ts';

/** What the size of a table is found by. */
interface Counted {
  /** `kallsyms_num_syms`; undefined where the kernel does not have it. */
  readonly symbols: number | undefined;
  /** Bytes of an address. */
  readonly word: number;
  /** The table, from its start up to what is certainly another one. */
  readonly bytes: Uint8Array;
}

/** Says how many bytes a table takes; undefined where its counts do not fit. */
type TableSize = (counted: Counted) => number | undefined;

const perSymbol =
  (bytesOf: (word: number) => number): TableSize =>
  ({ symbols, word }) =>
    symbols === undefined ? undefined : symbols * bytesOf(word);

/**
 * The tables of write_src in scripts/kallsyms.c, Linux 6.1 and 6.12. `kallsyms_addresses` is that of kernels up to 6.11
 * without CONFIG_KALLSYMS_BASE_RELATIVE, `kallsyms_seqs_of_names` came with 6.2 and is in the stable series of 6.1.
 */
const SIZES: ReadonlyMap<string, TableSize> = new Map<string, TableSize>([
  ['kallsyms_num_syms', () => 4],
  ['kallsyms_relative_base', ({ word }) => word],
  ['kallsyms_addresses', perSymbol((word) => word)],
  ['kallsyms_offsets', perSymbol(() => 4)],
  ['kallsyms_seqs_of_names', perSymbol(() => 3)],
  ['kallsyms_markers', ({ symbols }) => (symbols === undefined ? undefined : 4 * Math.ceil(symbols / 256))],
  ['kallsyms_names', sizeOfNames],
  ['kallsyms_token_table', sizeOfTokens],
  ['kallsyms_token_index', () => 2 * TOKENS],
]);

export const KALLSYMS_TABLES: ReadonlySet<string> = new Set(SIZES.keys());

const TOKENS = 256;

/** For each symbol the length of its compressed name, in two bytes from 128 on (ULEB128), then the name. */
function sizeOfNames({ symbols = 0, bytes }: Counted): number | undefined {
  let at = 0;
  let left = symbols;
  for (; left > 0 && at < bytes.length; left--) {
    const first = bytes[at++]!;
    at += first < 0x80 ? first : (first & 0x7f) + ((bytes[at] ?? 0) << 7) + 1;
  }
  return symbols > 0 && left === 0 && at <= bytes.length ? at : undefined;
}

/** As many strings as a byte has values. */
function sizeOfTokens({ bytes }: Counted): number | undefined {
  let at = 0;
  for (let i = 0; i < TOKENS; i++) {
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  return at;
}

/** A table's label; offset in bytes from the section's start. */
export interface TableLabel {
  readonly name: string;
  readonly offset: number;
  /** Where its object's contribution ends, as far as a link map says so. */
  readonly limit: number | undefined;
}

/** How the numbers of the tables are stored. */
export interface TableEncoding {
  readonly class: 32 | 64;
  readonly littleEndian: boolean;
}

/**
 * The size of each table, for labels in ascending order, one of each name. One whose counts do not fit reaches to the next table or to the
 * end of its object's contribution; where neither is known it is 0, since nothing proves that what follows is a part of it.
 */
export function kallsymsSizes(
  { section, all }: Pick<SectionContents, 'section' | 'all'>,
  labels: readonly TableLabel[],
  encoding: TableEncoding,
): number[] {
  const bytes = all();
  const word = encoding.class / 8;
  const symbols = bytes && countOf(bytes, labels, encoding);
  return labels.map(({ name, offset, limit }, index) => {
    const next = labels.slice(index + 1).find((other) => other.offset > offset)?.offset;
    const room = Math.min(next ?? Infinity, limit ?? Infinity, section.size) - offset;
    const counted = bytes && { symbols, word, bytes: bytes.subarray(offset, offset + room) };
    const size = counted && SIZES.get(name)?.(counted);
    if (size !== undefined && size <= room) return size;
    return next === undefined && limit === undefined ? 0 : room;
  });
}

function countOf(
  bytes: Uint8Array,
  labels: readonly TableLabel[],
  { littleEndian }: TableEncoding,
): number | undefined {
  const label = labels.find(({ name }) => name === 'kallsyms_num_syms');
  if (label === undefined || label.offset + 4 > bytes.length) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(label.offset, littleEndian);
}
