import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { type Accounting, accountFor } from '../../../src/size/accounting/accounting.ts';
import { OWNER_KINDS, type OwnerKind } from '../../../src/size/accounting/owner-cells.ts';
import { type AccountedDelta, accountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import type { OwnerRow } from '../../../src/size/delta/owner-rows.ts';
import type { InputSection } from '../../../src/size/link-map/map-contents.ts';
import { type BuiltElf, type BuiltSection, buildElf, builtSection } from './elf-builder.ts';

/** A kernel as tests describe it; `inputs` is its link map, none if left out. */
export interface BuiltKernel extends Partial<BuiltElf> {
  readonly inputs?: readonly InputSection[];
}

/** All of the first 16 bytes of `.text`, from `a.o`, unless overridden. */
export function inputSection(overrides: Partial<InputSection> = {}): InputSection {
  return { output: '.text', name: '.text', offset: 0, size: 16, object: 'a.o', ...overrides };
}

export function account({ inputs, ...built }: BuiltKernel): Accounting {
  const elf = openElf(bytesSource('vmlinux', buildElf({ type: 2, ...built })));
  return accountFor(elf, readSymbols(elf), { map: inputs && { inputs }, contents: 'kept' });
}

export function compareKernels(base: BuiltKernel, head: BuiltKernel): AccountedDelta {
  return accountedDelta(account(base), account(head));
}

export function changedRows(base: BuiltKernel, head: BuiltKernel): readonly OwnerRow[] {
  return compareKernels(base, head).rows;
}

/** One cell of an account, fit to read. */
interface ListedCell {
  readonly kind: OwnerKind;
  readonly name: string;
  readonly object: string;
  readonly section: string;
  readonly bytes: number;
}

export function listCells({ cells, objects, sections }: Accounting): ListedCell[] {
  return Array.from({ length: cells.count }, (_, cell) => ({
    kind: OWNER_KINDS[cells.kinds[cell]!]!,
    name: new TextDecoder().decode(cells.texts.bytesOf(cells.names[cell]!)),
    object: objects[cells.objects[cell]!]!,
    section: sections[cells.sections[cell]!]!.name,
    bytes: cells.bytes[cell]!,
  }));
}

/** The cells of one kernel as `kind name object bytes`. */
export function cellLines(built: BuiltKernel): string[] {
  return listCells(account(built)).map(({ kind, name, object, bytes }) =>
    [kind, name, object, bytes].filter((word) => word !== '').join(' '),
  );
}

/** Adds up bytes by a key. */
export function sumBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  bytesOf: (item: T) => number,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const item of items) {
    const bytes = bytesOf(item);
    if (bytes !== 0) sums[keyOf(item)] = (sums[keyOf(item)] ?? 0) + bytes;
  }
  return sums;
}

/** Bytes of a text, for the contents of sections; `\0` ends a string. */
export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** One section `.rodata` without symbols, unless overridden. */
export function readOnlyData(
  text: string,
  overrides: Partial<BuiltSection> = {},
): BuiltKernel & { sections: [BuiltSection] } {
  const section = builtSection({ name: '.rodata', flags: 2, contents: bytesOfText(text), ...overrides });
  return { sections: [section], symbols: [] };
}

/** All of it from input sections of these names and sizes, one behind the other. */
export function mappedParts(
  built: ReturnType<typeof readOnlyData>,
  ...parts: readonly { readonly name: string; readonly size?: number; readonly object?: string }[]
): BuiltKernel {
  let offset = 0;
  const inputs = parts.map(({ size = built.sections[0].contents.length, ...part }) => {
    const input = inputSection({ output: built.sections[0].name, offset, size, ...part });
    offset += size;
    return input;
  });
  return { ...built, inputs };
}
