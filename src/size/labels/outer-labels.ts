/**
 * The labels that a linker script puts outside of all sections, such as arm64's `init_pg_dir`: what lies between them is
 * taken, though no section says so.
 */
import { STT_NOTYPE } from '../../elf/constants.ts';
import {
  type Elf,
  FIRST_RESERVED_INDEX,
  SECTION_FLAG,
  type SymbolTable,
  isAllocated,
} from '../../elf/elf.ts';
import { type LabelKind, labelKind, labelStem } from './label-kind.ts';

/** A label and the section that the linker counts it to, one beside it. */
export interface OuterLabel {
  readonly name: string;
  readonly address: bigint;
  readonly sectionIndex: number;
  /** What it marks. `__stop_notes` is the end of a section and what is around it, and so of nothing outside. */
  readonly kind: LabelKind | 'end of sections';
}

const DOLLAR = 0x24;
const DOT = 0x2e;

/** Labels that lie in no part of their section; where one ends counts as outside. */
export function outerLabels(elf: Elf, table: SymbolTable): OuterLabel[] {
  const labels = scriptLabels(elf, table);
  const starts = elf.sections.filter(isAllocated).map(({ address }) => address);
  const begun = new Map(
    labels.filter(({ kind }) => kind !== 'end').map(({ name, address }) => [labelStem(name), address]),
  );
  const endsSections = ({ name, address: end, kind }: ScriptLabel): boolean => {
    const begin = kind === 'end' ? begun.get(labelStem(name)) : undefined;
    return begin !== undefined && starts.some((start) => start >= begin && start < end);
  };
  const outer = labels.filter(({ isInside }) => !isInside);
  return outer.map((label) => {
    const { name, address, sectionIndex, kind } = label;
    return { name, address, sectionIndex, kind: endsSections(label) ? 'end of sections' : kind };
  });
}

interface ScriptLabel extends Omit<OuterLabel, 'kind'> {
  readonly kind: LabelKind;
  readonly isInside: boolean;
}

/** Symbols without type and size. Mapping symbols (`$x`) and local labels of assemblers, which are most of them, mark no more than code. */
function scriptLabels({ sections }: Elf, table: SymbolTable): ScriptLabel[] {
  const labels: ScriptLabel[] = [];
  const { bytes, starts } = table.names;
  for (let row = 1; row < table.count; row++) {
    const sectionIndex = table.sectionIndexes[row]!;
    if (table.sizes[row] !== 0 || table.types[row] !== STT_NOTYPE) continue;
    const first = bytes[starts[row]!];
    if (sectionIndex === 0 || sectionIndex >= FIRST_RESERVED_INDEX || first === DOLLAR || first === DOT)
      continue;
    const section = sections[sectionIndex];
    if (section === undefined || (section.flags & SECTION_FLAG.alloc) === 0) continue;
    const address = table.addresses[row]!;
    const isInside = address >= section.address && address < section.address + BigInt(section.size);
    const name = table.name(row);
    const kind = labelKind(name);
    if (kind !== 'none') labels.push({ name, address, sectionIndex, kind, isInside });
  }
  return labels;
}
