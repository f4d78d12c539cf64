/** Prepares what tells the parts of a section that no symbol covers: labels, fill, the machine's habits. */
import { EM_386, EM_X86_64 } from '../../elf/constants.ts';
import { type Elf, type SymbolTable, isCodeSection } from '../../elf/elf.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import { fillFinder } from '../fill/fill-bytes.ts';
import { RELAXING_MACHINES } from '../fill/fill-units.ts';
import { type EntryTable, PATCHABLE_ENTRIES, prefixFinder } from '../functions/function-prefixes.ts';
import { labelledTables } from '../labels/label-tables.ts';
import { linkerTables } from '../labels/linker-tables.ts';
import type { LabelledSection } from '../labels/sizeless-tables.ts';
import { addressWords } from './address-words.ts';
import type { GapContext } from './gap.ts';
import { addressReaders } from './kernel-addresses.ts';
import type { Extents } from './symbol-extents.ts';

/** A section, and the stretches of it that symbols cover. */
interface CoveredSection extends LabelledSection {
  readonly extents: Extents;
}

/** Contexts for the gaps of a file's sections, in the order in which these are given. */
export function gapContexts(
  elf: Elf,
  table: SymbolTable,
  { sections, isMapped }: { readonly sections: readonly CoveredSection[]; readonly isMapped: boolean },
): GapContext[] {
  const tableOf = linkerTables();
  const findFill = { code: fillFinder(elf.machine, 'code'), data: fillFinder(elf.machine, 'data') };
  const addressesIn = addressReaders(elf);
  const wordsOf = addressWords(elf, table);
  const tables = sections.map(({ labels }) => labelledTables(labels, tableOf));
  const entryTables = sections.flatMap((section, i) =>
    entryTablesOf(section, { tables: tables[i]!, tableOf }),
  );
  const findPrefixes = prefixFinder({ elf, table, entryTables, wordsOf });
  return sections.map(({ contents, labels, extents }, i) => ({
    contents,
    littleEndian: elf.littleEndian,
    isMapped,
    tableOf,
    labels,
    tables: tables[i]!,
    findFill: isCodeSection(contents.section) ? findFill.code : findFill.data,
    usualAlign: usualAligns(contents, extents),
    leavesZeros: isCodeSection(contents.section) && RELAXING_MACHINES.has(elf.machine),
    addresses: addressesIn(contents),
    hasConstants: VECTOR_MACHINES.has(elf.machine),
    wordsOf,
    findPrefixes,
  }));
}

/** gcc has vectors of two bytes for x86 alone (V2QImode), which it loads from .rodata.cst2. */
const VECTOR_MACHINES: ReadonlySet<number> = new Set([EM_386, EM_X86_64]);

/** Cache lines are the most that compilers align functions to (CONFIG_DEBUG_FORCE_FUNCTION_ALIGN_64B). */
const MOST_USUAL = 64;
const MOSTLY = 3 / 4;

/** The largest power of two that three of four starts are multiples of, found when it is asked for; 1 without symbols. */
function usualAligns({ section }: SectionContents, { count, starts }: Extents): () => number {
  const low = Number(section.address % BigInt(MOST_USUAL));
  const isUsual = (align: number): boolean => {
    let aligned = 0;
    for (let i = 0; i < count; i++) if ((low + starts[i]!) % align === 0) aligned++;
    return count > 0 && aligned >= MOSTLY * count;
  };
  let known: number | undefined;
  return () => (known ??= [MOST_USUAL, 32, 16, 8, 4, 2].find(isUsual) ?? 1);
}

/** Tables of patchable entries: between labels, in input sections, in a section of their own. */
function entryTablesOf(
  { contents, regions }: LabelledSection,
  { tables, tableOf }: Pick<GapContext, 'tables' | 'tableOf'>,
): EntryTable[] {
  const { section } = contents;
  if (tableOf(section.name) === PATCHABLE_ENTRIES) return [{ contents, start: 0, end: section.size }];
  const named = tables.filter(({ name }) => name === `[${PATCHABLE_ENTRIES}]`);
  const inputs = regions.filter(({ input }) => input && tableOf(input.name) === PATCHABLE_ENTRIES);
  return (named.length > 0 ? named : inputs).map(({ start, end }) => ({ contents, start, end }));
}
