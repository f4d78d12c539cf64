/**
 * Finds what compilers put right before a function and give no symbol: empty instructions to be patched
 * (`-fpatchable-function-entry=N,M`, Documentation/trace/ftrace.rst), and the hash of its type (`-fsanitize=kcfi`,
 * clang/docs/ControlFlowIntegrity.rst; on x86 it has a symbol). By their bytes the ones are fill and the others code.
 */
import {
  type Elf,
  FIRST_RESERVED_INDEX,
  type Section,
  type SymbolTable,
  isCodeSection,
} from '../../elf/elf.ts';
import { fieldReader } from '../../elf/field-reader.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import { startsWith } from '../../elf/symbols/name-finder.ts';
import type { AddressWords } from '../accounting/address-words.ts';
import type { FillFinder } from '../fill/fill-bytes.ts';
import type { Stretch } from '../literals/string-literals.ts';

/** A part of a stretch of code. */
interface CodePart extends Stretch {
  /** Of what stands before a function, see above; undefined for others. */
  readonly name: string | undefined;
}

/** Cuts a stretch of code that ends where a function begins. */
export type PrefixFinder = (code: CodeStretch) => CodePart[];

/** A stretch of code without symbols. */
interface CodeStretch extends Stretch {
  readonly section: Section;
  readonly bytes: Uint8Array;
  readonly findFill: FillFinder;
}

export const PATCHABLE_ENTRIES = 'patchable function entries';
const TYPE_HASHES = 'kCFI type hashes';

/** A table of the addresses of patchable entries. */
export interface EntryTable extends Stretch {
  readonly contents: SectionContents;
}

interface PrefixSources {
  readonly elf: Elf;
  readonly table: SymbolTable;
  readonly entryTables: readonly EntryTable[];
  readonly wordsOf: AddressWords;
}

/** In bytes. */
const HASH_SIZE = 4;

/** Undefined where no function has a prefix. The tables are read when the first stretch is asked for. */
export function prefixFinder(sources: PrefixSources): PrefixFinder | undefined {
  const hasHashes = hasTypeIds(sources.table);
  if (sources.entryTables.length === 0 && !hasHashes) return undefined;
  let known: EntriesBySection | undefined;
  return (code) => {
    const { section, bytes, start, end, findFill } = code;
    known ??= patchableEntries(sources);
    const entries = entriesWithin(known.get(section.index) ?? [], code);
    const last = entries.at(-1);
    const entry = last !== undefined && findFill(bytes, last, end) === last ? entries.pop()! : end;
    const isHash =
      hasHashes &&
      entry - HASH_SIZE >= start &&
      findFill(bytes, entry - HASH_SIZE, entry) > entry - HASH_SIZE;
    const hash = isHash ? entry - HASH_SIZE : entry;
    // Other entries are of functions without a name: of weak ones that the linker has taken another for.
    const cuts = [start, ...entries.filter((one) => one > start && one < hash), hash];
    const parts = cuts.slice(1).map((cut, i): CodePart => ({ start: cuts[i]!, end: cut, name: undefined }));
    parts.push({ start: hash, end: entry, name: `[${TYPE_HASHES}]` });
    parts.push({ start: entry, end, name: `[${PATCHABLE_ENTRIES}]` });
    return parts.filter((part) => part.end > part.start);
  };
}

/** Offsets of entries in ascending order, by the index of their section. */
type EntriesBySection = ReadonlyMap<number, readonly number[]>;

function patchableEntries({ elf, entryTables, wordsOf }: PrefixSources): EntriesBySection {
  const entries = new Map<number, number[]>();
  const code = elf.sections.filter(isCodeSection);
  const add = (section: number, offset: number): void => {
    const known = entries.get(section);
    if (known === undefined) entries.set(section, [offset]);
    else known.push(offset);
  };
  for (const { contents, start, end } of entryTables) {
    const bytes = contents.range(start, end);
    if (bytes === undefined) continue;
    const { address } = fieldReader(bytes, elf);
    const width = elf.class / 8;
    for (let at = 0; at + width <= bytes.length; at += width) {
      const value = address(at);
      const section = value === 0n ? undefined : code.find((one) => isWithin(one, value));
      if (section !== undefined) add(section.index, Number(value - section.address));
    }
    // A kernel that moves itself, and an object, have the addresses in their relocations.
    for (const { target } of wordsOf(contents.section, start, end)) {
      if (target !== undefined) add(target.section, target.offset);
    }
  }
  return new Map(Array.from(entries, ([index, offsets]) => [index, offsets.toSorted((a, b) => a - b)]));
}

function isWithin({ address, size }: Section, value: bigint): boolean {
  return value >= address && value < address + BigInt(size);
}

function entriesWithin(offsets: readonly number[], { start, end }: Stretch): number[] {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! < start) low = middle + 1;
    else high = middle;
  }
  const within: number[] = [];
  for (let i = low; i < offsets.length && offsets[i]! < end; i++) within.push(offsets[i]!);
  return within;
}

const TYPE_ID = new TextEncoder().encode('__kcfi_typeid_');

/** clang sets an absolute symbol to the hash of each function whose address is taken elsewhere. */
function hasTypeIds({ count, names, sectionIndexes }: SymbolTable): boolean {
  for (let row = 1; row < count; row++) {
    if (sectionIndexes[row]! < FIRST_RESERVED_INDEX) continue;
    if (startsWith(names.bytes, names.starts[row]!, TYPE_ID)) return true;
  }
  return false;
}
