/** Labels without a size that own bytes all the same, since something else proves how far they reach. */
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import { nameFinder } from '../../elf/symbols/name-finder.ts';
import type { Region } from '../accounting/input-regions.ts';
import { KALLSYMS_TABLES, kallsymsSizes } from './kallsyms-tables.ts';
import type { SectionLabels } from './section-labels.ts';

/** A section of which the labels are looked at. */
export interface LabelledSection {
  readonly contents: SectionContents;
  readonly labels: SectionLabels;
  readonly regions: readonly Region[];
}

const STACK = 'init_stack';

/** INIT_TASK_DATA of include/asm-generic/vmlinux.lds.h, from 6.11 on and before. */
const STACK_ENDS = ['__end_init_stack', '__end_init_task'];

/** Finds the labels and their sizes in bytes, by row of the symbol table; one of size 0 is left out. */
export function sizelessTables(
  elf: Elf,
  table: SymbolTable,
): (section: LabelledSection) => ReadonlyMap<number, number> {
  const find = nameFinder(table.names, [...KALLSYMS_TABLES, STACK, ...STACK_ENDS]);
  return ({ contents, labels, regions }) => {
    const first = new Map<string, { row: number; offset: number }>();
    for (let i = 0; i < labels.count; i++) {
      const name = find(labels.rows[i]!);
      if (name !== undefined && !first.has(name)) {
        first.set(name, { row: labels.rows[i]!, offset: labels.offsets[i]! });
      }
    }
    const sizes = new Map<number, number>();
    const tables = Array.from(first, ([name, label]) => ({ name, ...label })).filter(({ name }) =>
      KALLSYMS_TABLES.has(name),
    );
    const limited = tables.map(({ name, offset }) => ({
      name,
      offset,
      limit: endOfContribution(regions, offset),
    }));
    for (const [i, size] of kallsymsSizes(contents, limited, elf).entries()) sizes.set(tables[i]!.row, size);
    const stack = first.get(STACK);
    const end = STACK_ENDS.map((name) => first.get(name)).find((label) => label !== undefined);
    if (stack && end) sizes.set(stack.row, end.offset - stack.offset);
    return new Map([...sizes].filter(([, size]) => size > 0));
  };
}

function endOfContribution(regions: readonly Region[], offset: number): number | undefined {
  const region = regions.find(({ start, end }) => start <= offset && offset < end);
  return region?.input && region.end;
}
