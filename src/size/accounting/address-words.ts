import { type Elf, type Section, type SymbolTable, isCodeSection } from '../../elf/elf.ts';
import { RELATIVE, type Relocation, type SectionPlace, readRelocations } from '../../elf/relocations.ts';
/** Words of data that hold addresses or distances, by the relocations of the file: tables that have no symbol. */
import { groupBy } from '../../group-by.ts';

/** One such word; offset and size in bytes. */
export interface AddressWord {
  readonly offset: number;
  readonly size: number;
  /** What it leads to; undefined where only the word itself says it. */
  readonly target: SectionPlace | undefined;
  readonly isCode: boolean;
}

/** The address words of a section from `start` on and before `end`, in ascending order. */
export type AddressWords = (section: Section, start: number, end: number) => readonly AddressWord[];

/**
 * Types of relocations of eight bytes in data, by machine: an address, a distance, and what moves with the kernel. Those
 * of a kernel of 32 bits, and all others, are of four.
 */
const LONG_TYPES: ReadonlyMap<number, readonly number[]> = new Map([
  [21, [38, 44, 22]], // PowerPC 64: ADDR64, REL64, RELATIVE
  [22, [22, 23, 12]], // S/390: 64, PC64, RELATIVE
  [43, [32, 54, 22]], // SPARC: 64, UA64, RELATIVE
  [62, [1, 24, 8]], // x86-64: 64, PC64, RELATIVE
  [183, [257, 260, 1027]], // AArch64: ABS64, PREL64, RELATIVE
  [243, [2, 3]], // RISC-V: 64, RELATIVE
  [258, [2, 3]], // LoongArch: 64, RELATIVE
  [0x9026, [2, 27]], // Alpha: REFQUAD, RELATIVE
]);

/** Reads them when they are first asked for. */
export function addressWords(elf: Elf, table: SymbolTable): AddressWords {
  let known: ReadonlyMap<number, readonly AddressWord[]> | undefined;
  return ({ index }, start, end) => {
    const words = (known ??= wordsBySection(elf, table)).get(index) ?? [];
    const first = firstFrom(words, start);
    let last = first;
    while (last < words.length && words[last]!.offset + words[last]!.size <= end) last++;
    return words.slice(first, last);
  };
}

function wordsBySection(elf: Elf, table: SymbolTable): ReadonlyMap<number, readonly AddressWord[]> {
  const long = elf.class === 32 ? [] : (LONG_TYPES.get(elf.machine) ?? []);
  const bySection = groupBy(readRelocations(elf, table), ({ section }) => section);
  return new Map(
    Array.from(bySection, ([index, relocations]) => {
      const words = relocations.map((relocation) => wordOf(elf, relocation, long));
      return [index, withoutDoubles(words)];
    }),
  );
}

/** RISC-V has two relocations for a distance: one adds an address, the other takes one away. */
function withoutDoubles(words: AddressWord[]): AddressWord[] {
  words.sort((a, b) => a.offset - b.offset);
  return words.filter(({ offset }, i) => i === 0 || words[i - 1]!.offset !== offset);
}

function wordOf(elf: Elf, { offset, type, target }: Relocation, long: readonly number[]): AddressWord {
  const isLong = elf.class === 64 && (type === RELATIVE || long.includes(type));
  const section = target && elf.sections[target.section];
  return { offset, size: isLong ? 8 : 4, target, isCode: section !== undefined && isCodeSection(section) };
}

function firstFrom(words: readonly AddressWord[], start: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]!.offset >= start) high = middle;
    else low = middle + 1;
  }
  return low;
}
