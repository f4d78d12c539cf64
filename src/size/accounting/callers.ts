/** Who calls whom, by symbols: evidence for a function that was inlined or split out. */
import { EM_ARM } from '../../elf/constants.ts';
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { isCodeLittleEndian } from '../../elf/machine-rules.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import { callScanner } from './direct-calls.ts';
import type { Extents } from './symbol-extents.ts';

/** A section of code with the symbols that cover it. */
export interface CodeSection {
  readonly contents: SectionContents;
  readonly extents: Extents;
}

/** Rows of the symbol table that call each of the `wanted` rows directly; none for machines whose calls are not read. */
export type CallerFinder = (wanted: ReadonlySet<number>) => ReadonlyMap<number, ReadonlySet<number>>;

export function callerFinder(elf: Elf, table: SymbolTable, code: readonly CodeSection[]): CallerFinder {
  return (wanted) => {
    const scan = callScanner(elf.machine);
    const callers = new Map<number, Set<number>>();
    // Calls of an object are relocations, and those that are none do not show all callers.
    if (scan === undefined || wanted.size === 0 || elf.type === RELOCATABLE) return callers;
    const isArm = elf.machine === EM_ARM;
    const rowAt = new Map(
      Array.from(wanted, (row) => [addressOf(table, row, isArm ? ~1n : ~0n), row] as const),
    );
    for (const { contents, extents } of code) {
      const { section } = contents;
      const bytes = contents.all();
      if (bytes === undefined) continue;
      const base = Number(section.address & LOW_BITS);
      const symbolAt = symbolReader(extents);
      const isThumb = (offset: number): boolean => {
        const row = symbolAt(offset);
        return row !== undefined && (table.addresses[row]! & 1n) === 1n;
      };
      scan({ bytes, littleEndian: isCodeLittleEndian(elf), isThumb }, (offset, target) => {
        const callee = rowAt.get(base + target);
        const caller = callee === undefined ? undefined : symbolAt(offset);
        if (callee === undefined || caller === undefined || caller === callee) return;
        callers.set(callee, (callers.get(callee) ?? new Set()).add(caller));
      });
    }
    return callers;
  };
}

const RELOCATABLE = 1;

/** Kernels lie within 4 GiB, so the lower half of an address tells it. */
const LOW_BITS = 0xffff_ffffn;

/** `mask` takes the bit away that says Thumb. */
function addressOf(table: SymbolTable, row: number, mask: bigint): number {
  return Number(table.addresses[row]! & LOW_BITS & mask);
}

/** Looks up the symbol at an offset; offsets come in ascending order, some of them twice. */
function symbolReader({ count, starts, ends, symbols }: Extents): (offset: number) => number | undefined {
  let at = 0;
  return (offset) => {
    while (at < count && ends[at]! <= offset) at++;
    return at < count && starts[at]! <= offset ? symbols[at] : undefined;
  };
}
