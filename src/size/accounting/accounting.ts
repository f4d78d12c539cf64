import { type Elf, type Section, type SymbolTable, isAllocated, isCodeSection } from '../../elf/elf.ts';
import { sectionContents } from '../../elf/section-contents.ts';
import { symbolsAtCode } from '../../elf/symbols/function-descriptors.ts';
/**
 * Gives each byte of each allocated section of a linked kernel, module or object exactly one owner, so that the
 * owners of a section sum to its size. With the linker's map each byte has its object too.
 */
import { groupBy } from '../../group-by.ts';
import { type StringInterner, hashOf } from '../columns/string-interner.ts';
import { sectionLabels } from '../labels/section-labels.ts';
import { type LabelledSection, sizelessTables } from '../labels/sizeless-tables.ts';
import type { LinkMap } from '../link-map/map-contents.ts';
import { type SectionPadding, paddingOf } from '../metrics/padding.ts';
import { ownerNames } from '../names/owner-names.ts';
import { attributeSection } from './attribute-section.ts';
import { type CallerFinder, callerFinder } from './callers.ts';
import { gapContexts } from './gap-contexts.ts';
import { inputsByOutput, inputRegions } from './input-regions.ts';
import { type Cells, cellCollector, ownerTexts } from './owner-cells.ts';
import { type SourceFiles, sourceFiles } from './source-files.ts';
import { type Extents, extentsOf } from './symbol-extents.ts';
import { type SymbolPlaces, offsetReader, symbolPlaces, symbolsBySection } from './symbol-places.ts';

/** All bytes of one kernel by owner. */
export interface Accounting {
  /** Allocated sections in file order. Two of one name are one. */
  readonly sections: readonly AccountedSection[];
  /** Objects such as `fs/dcache.o`; without a link map C files such as `dcache.c` for local symbols. The first is ''. */
  readonly objects: readonly string[];
  readonly cells: Cells;
  readonly hasMap: boolean;
  readonly table: SymbolTable;
  /** The number of the owner name of each row of the symbol table among `Cells.texts`, 2^32 - 1 where it owns no bytes. */
  readonly nameIds: Uint32Array;
  /** A hash of the contents of a row of the symbol table, to recognise it under another name. */
  readonly contentsOf: (row: number) => number;
  readonly callersOf: CallerFinder;
}

/** A section by name; bytes. */
export interface AccountedSection extends SectionPadding {
  readonly name: string;
  readonly size: number;
}

/** How a kernel is accounted for. */
interface AccountOptions {
  /** The linker's map of the same link. */
  readonly map: LinkMap | undefined;
  /** `kept`: the file may be closed or replaced afterwards. `on demand`: it stays open as long as the account is used. */
  readonly contents: 'kept' | 'on demand';
  /**
   * Numbers to go on with, such as those of base for head: most names are there already, in the same order, and need not
   * be looked for when both are paired.
   */
  readonly texts?: StringInterner | undefined;
}

/** A kernel's file and its symbols. */
interface Kernel {
  readonly elf: Elf;
  readonly table: SymbolTable;
}

/** An allocated section and the stretches of it that symbols cover. */
interface CutSection extends LabelledSection, Pick<SymbolPlaces, 'offsetOf'> {
  /** Rows of the symbol table that own bytes. */
  readonly rows: Uint32Array;
  readonly section: Section;
  readonly extents: Extents;
}

/** Accounts for a kernel's bytes. */
export function accountFor(elf: Elf, listed: SymbolTable, options: AccountOptions): Accounting {
  const table = symbolsAtCode(elf, listed);
  const sections = cutSections({ elf, table }, options.map);
  if (options.contents === 'kept') for (const { contents } of sections) contents.all();
  return {
    ...ownAll({ elf, table }, sections, options),
    hasMap: options.map !== undefined,
    table,
    contentsOf: contentsReader(table, sections),
    callersOf: callerFinder(
      elf,
      table,
      sections.filter(({ section }) => isCodeSection(section)),
    ),
  };
}

function cutSections({ elf, table }: Kernel, map: LinkMap | undefined): CutSection[] {
  const bySection = symbolsBySection(elf, table);
  const inputs = inputsByOutput(map?.inputs ?? []);
  const findSizeless = sizelessTables(elf, table);
  return elf.sections.filter(isAllocated).map((section) => {
    const own = bySection[section.index]!;
    const labels = sectionLabels(table, {
      rows: own.labels,
      size: section.size,
      offsetOf: offsetReader(elf, table, section),
    });
    const contents = sectionContents(elf, section);
    const regions = inputRegions(inputs.get(section.name) ?? [], section.size);
    const sizeless = findSizeless({ contents, labels, regions });
    const rows = sizeless.size === 0 ? own.sized : Uint32Array.from([...own.sized, ...sizeless.keys()]);
    const places = symbolPlaces(elf, table, { section, sizeless });
    const extents = extentsOf(rows, section.size, places);
    return { section, rows, contents, regions, labels, extents, offsetOf: places.offsetOf };
  });
}

function ownAll(
  { elf, table }: Kernel,
  sections: readonly CutSection[],
  { map, texts = ownerTexts(table.count) }: AccountOptions,
): Pick<Accounting, 'sections' | 'objects' | 'cells' | 'nameIds'> {
  const cells = cellCollector(table.count, texts);
  const isMapped = map !== undefined;
  const files = isMapped ? undefined : sourceFiles(table);
  const names = ownerNames({ elf, table, files, sections }, texts);
  const common = { cells, names, fileOf: files && fileReader(files, cells) };
  const contexts = gapContexts(elf, table, { sections, isMapped });
  const contextOf = new Map(sections.map((cut, i) => [cut, contexts[i]!]));
  // The collector finds an owner again only while no section of another name has begun.
  const byName = groupBy(sections, ({ section }) => section.name);
  const paddings = new Map<Section, SectionPadding>();
  for (const [number, ofOneName] of [...byName.values()].entries()) {
    cells.beginSection(number);
    for (const cut of ofOneName) {
      paddings.set(cut.section, paddingOf({ ...cut, isMapped }));
      attributeSection({
        ...common,
        context: contextOf.get(cut)!,
        regions: cut.regions,
        extents: cut.extents,
      });
    }
  }
  const sizes = [...byName].map(([name, ofOneName]) => accountedSection(name, ofOneName, paddings));
  return { sections: sizes, nameIds: names.ids, ...cells.finish() };
}

function accountedSection(
  name: string,
  ofOneName: readonly CutSection[],
  paddings: ReadonlyMap<Section, SectionPadding>,
): AccountedSection {
  const parts = ofOneName.map(({ section }) => ({ size: section.size, ...paddings.get(section)! }));
  const isMapped = parts.every(({ contributed }) => contributed !== undefined);
  return {
    name,
    size: parts.reduce((sum, { size }) => sum + size, 0),
    contributed: isMapped ? parts.reduce((sum, { contributed = 0 }) => sum + contributed, 0) : undefined,
    padding: parts.reduce((most, { padding }) => Math.max(most, padding), 0),
  };
}

/** Reads the number of a symbol's source file among the objects. */
function fileReader(
  { names, ofRow }: SourceFiles,
  { objectId }: Pick<ReturnType<typeof cellCollector>, 'objectId'>,
): (row: number) => number {
  const objects: (number | undefined)[] = [];
  return (row) => (objects[ofRow[row]!] ??= objectId(names[ofRow[row]!]!));
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
