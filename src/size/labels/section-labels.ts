/**
 * Labels of a section: symbols without a size. They own no bytes by themselves, but where one stands something begins or
 * ends.
 */
import type { SymbolTable } from '../../elf/elf.ts';
import type { NameColumn } from '../../elf/symbols/names.ts';
import { sortByOffset } from '../columns/sort-by-offset.ts';

/** A place where at least one label stands; offset in bytes from the section's start. */
interface Label {
  readonly offset: number;
  /** Whether what follows is a program's: an assembler's label, and not a mark of a linker script or a compiler. */
  readonly isOwner: boolean;
}

/** All labels of a section, in ascending order. */
export interface SectionLabels {
  readonly count: number;
  readonly offsets: Float64Array;
  /** Of the symbol table. */
  readonly rows: Uint32Array;
  readonly name: (index: number) => string;
  /** The first place after an offset where a label stands; undefined for none. */
  readonly next: (offset: number) => number | undefined;
  /** The places from `start` on and before `end` where labels stand, each once. */
  readonly within: (start: number, end: number) => Label[];
}

/** Labels of a section, and where they are: those outside of `size` bytes are a damaged file's. */
interface PlacedLabels {
  readonly rows: Uint32Array;
  readonly size: number;
  readonly offsetOf: (row: number) => number;
}

/**
 * Sorts the labels of a section. Marks of code and data and local labels are left out: the linker moves those of merged
 * strings to anywhere within them.
 */
export function sectionLabels(table: SymbolTable, { rows, size, offsetOf }: PlacedLabels): SectionLabels {
  const named = rows.filter((row) => {
    const offset = offsetOf(row);
    return offset >= 0 && offset <= size && !isHidden(table.names, row);
  });
  const sorted = sortByOffset({ rows: named, offsets: Float64Array.from(named, offsetOf) });
  const { offsets } = sorted;
  const name = (index: number): string => table.name(sorted.rows[index]!);
  return {
    count: offsets.length,
    ...sorted,
    name,
    next: (offset) => offsets[firstFrom(offsets, offset + 1)],
    within: (start, end) => {
      const labels: Label[] = [];
      for (let i = firstFrom(offsets, start); i < offsets.length && offsets[i]! < end;) {
        const offset = offsets[i]!;
        let isOwner = false;
        for (; i < offsets.length && offsets[i] === offset; i++) isOwner ||= !isMark(name(i));
        labels.push({ offset, isOwner });
      }
      return labels;
    },
  };
}

/** Where the first offset from `least` on is, by halving. */
function firstFrom(offsets: Float64Array, least: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * `$d` and `$x` (bfd/cpu-arm.c, bfd/cpu-aarch64.c, bfd/elfnn-riscv.c), `.L4`, `__efistub_.L4` as objcopy's --prefix-symbols
 * makes it, and no name at all.
 */
function isHidden({ bytes, starts }: NameColumn, row: number): boolean {
  const start = starts[row]!;
  const first = bytes[start]!;
  if (first === 0 || first === DOLLAR) return true;
  const dot = first === UNDERSCORE ? firstDot(bytes, start) : start;
  return bytes[dot] === DOT && bytes[dot + 1] === CAPITAL_L;
}

const [DOLLAR, DOT, CAPITAL_L, UNDERSCORE] = [0x24, 0x2e, 0x4c, 0x5f];

/** Where the first dot of a name is, or its end. */
function firstDot(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] !== 0 && bytes[at] !== DOT) at++;
  return at;
}

/**
 * Names that say where something begins or ends, of which the zeros after them are not a part: those that the kernel's
 * linker scripts set (include/asm-generic/vmlinux.lds.h, arch/*\/kernel/vmlinux.lds.S), such as `__start_bss_decrypted`,
 * `_etext` and `__cpu_method_of_table`. Those at which the scripts leave room are none.
 */
const MARK = /^_|_(start|stop|end|begin|limit)$/;
const ROOM = /_(pg_dir|pgd|stack|page|base|buf|area)$/;

function isMark(name: string): boolean {
  return MARK.test(name) && !ROOM.test(name);
}
