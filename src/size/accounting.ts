/**
 * Gives each byte of each allocated section of a linked kernel, module or object exactly one owner, so that the
 * owners of a section sum to its size. With the linker's map each byte has its object too.
 */
import { type Elf, SECTION_FLAG, type Section, type SymbolTable, isAllocated } from '../elf/elf.ts';
import { hashOf } from './byte-strings.ts';
import { type CallerFinder, callerFinder } from './callers.ts';
import { type Cells, cellCollector } from './cells.ts';
import type { LinkMap } from './link-map.ts';
import { ownSection } from './own-section.ts';
import { ownerNameReader } from './owner-name-reader.ts';
import { inputsByOutput, regionsOf } from './regions.ts';
import { type SectionContents, sectionContents } from './section-contents.ts';
import { sourceFiles } from './source-files.ts';
import { type Extents, extentsOf } from './symbol-extents.ts';
import { type SymbolPlaces, symbolPlaces, symbolsBySection } from './symbol-places.ts';
import { tableNames } from './table-names.ts';

/** All bytes of one kernel by owner. */
export interface Accounting {
  /** Allocated sections in file order; bytes. Two of one name are one. */
  readonly sections: readonly { readonly name: string; readonly size: number }[];
  /** Objects such as `fs/dcache.o`; without a link map C files such as `dcache.c` for local symbols. The first is ''. */
  readonly objects: readonly string[];
  readonly cells: Cells;
  readonly hasMap: boolean;
  readonly table: SymbolTable;
  /** A hash of the contents of a row of the symbol table, to recognise it under another name. */
  readonly contentsOf: (row: number) => number;
  readonly callersOf: CallerFinder;
}

/** How a kernel is accounted for. */
interface AccountOptions {
  /** The linker's map of the same link. */
  readonly map: LinkMap | undefined;
  /** `kept`: the file may be closed or replaced afterwards. `on demand`: it stays open as long as the account is used. */
  readonly contents: 'kept' | 'on demand';
}

/** An allocated section and the stretches of it that symbols cover. */
interface CutSection extends Pick<SymbolPlaces, 'offsetOf'> {
  readonly section: Section;
  readonly contents: SectionContents;
  readonly extents: Extents;
}

/** Accounts for a kernel's bytes. */
export function accountFor(elf: Elf, table: SymbolTable, options: AccountOptions): Accounting {
  const rows = symbolsBySection(elf, table);
  const sections = elf.sections.filter(isAllocated).map((section) => {
    const { offsetOf, ...places } = symbolPlaces(elf, table, { section, rows: rows[section.index]! });
    const extents = extentsOf(rows[section.index]!, section.size, { offsetOf, ...places });
    return { section, contents: sectionContents(elf, section), extents, offsetOf };
  });
  if (options.contents === 'kept') for (const { contents } of sections) contents.all();
  return {
    ...ownAll(sections, table, options.map),
    hasMap: options.map !== undefined,
    table,
    contentsOf: contentsReader(table, sections),
    callersOf: callerFinder(elf, table, sections.filter(isCode)),
  };
}

function ownAll(
  sections: readonly CutSection[],
  table: SymbolTable,
  map: LinkMap | undefined,
): Pick<Accounting, 'sections' | 'objects' | 'cells'> {
  const cells = cellCollector(table.count);
  const inputs = inputsByOutput(map?.inputs ?? []);
  const common = {
    table,
    cells,
    fileOf: map ? undefined : sourceFiles(table),
    ownerName: ownerNameReader(table, cells.texts),
  };
  const isMapped = map !== undefined;
  const tableOf = tableNames();
  // The collector finds an owner again only while no section of another name has begun.
  const byName = groupByName(sections);
  for (const [number, ofOneName] of [...byName.values()].entries()) {
    cells.beginSection(number);
    for (const { section, contents, extents } of ofOneName) {
      const regions = regionsOf(inputs.get(section.name) ?? [], section.size);
      ownSection({ ...common, context: { contents, isMapped, tableOf }, regions, extents });
    }
  }
  const sizes = [...byName].map(([name, ofOneName]) => ({
    name,
    size: ofOneName.reduce((sum, { section }) => sum + section.size, 0),
  }));
  return { sections: sizes, ...cells.finish() };
}

function groupByName(sections: readonly CutSection[]): Map<string, CutSection[]> {
  const groups = new Map<string, CutSection[]>();
  for (const cut of sections) {
    const group = groups.get(cut.section.name);
    if (group === undefined) groups.set(cut.section.name, [cut]);
    else group.push(cut);
  }
  return groups;
}

/** Where a section has no contents, the place tells a renamed symbol. */
function contentsReader(table: SymbolTable, sections: readonly CutSection[]): (row: number) => number {
  const byIndex = new Map(sections.map((cut) => [cut.section.index, cut]));
  return (row) => {
    const cut = byIndex.get(table.sectionIndexes[row]!);
    if (cut === undefined) return 0;
    const start = cut.offsetOf(row);
    const end = Math.min(start + table.sizes[row]!, cut.section.size);
    const bytes = start < 0 || end <= start ? undefined : cut.contents.range(start, end);
    return bytes === undefined ? start : hashOf(bytes, 0, bytes.length);
  };
}

function isCode({ section }: CutSection): boolean {
  return (section.flags & SECTION_FLAG.execute) !== 0;
}
