/**
 * Proves that a link map is of the link that made a vmlinux: sections, symbols and object files are what the file has. A
 * map of another link would give its objects to bytes that are not theirs.
 */
import { hex } from '../../elf/byte-range.ts';
import { type Elf, SECTION_FLAG, type SymbolTable } from '../../elf/elf.ts';
import { symbolsAtCode } from '../../elf/symbols/function-descriptors.ts';
import { UserError } from '../../user-error.ts';
import type { OutputPlace, WholeLinkMap } from '../link-map/map-contents.ts';
import type { Evidence } from './evidence.ts';
import { mapObjectDifference } from './map-object-match.ts';
import { mapSymbolDifference } from './map-symbol-match.ts';

/** Throws a UserError that names the first difference between a map and the linked file; `name` is what messages call the map. */
export function requireOwnMap(
  elf: Elf,
  table: SymbolTable,
  map: WholeLinkMap & { readonly name: string; readonly evidence: Evidence },
): void {
  const difference =
    mapSectionDifference(elf, map.outputs) ??
    mapSymbolDifference(elf, table, map.symbols) ??
    (map.evidence === 'all' ? mapObjectDifference(elf, symbolsAtCode(elf, table), map) : undefined);
  if (difference === undefined) return;
  throw new UserError(
    `${map.name} is of another link than ${elf.name}: ${difference}; give the map that this link wrote`,
  );
}

/**
 * Sections that objcopy takes out of a vmlinux after it was linked: relocations (arch/riscv/Makefile.postlink,
 * scripts/Makefile.vmlinux), and .modinfo since 6.18 (scripts/Makefile.vmlinux, remove-section-y).
 */
const TAKEN_OUT = /^\.rela?(\.|$)|^\.modinfo$/;

function mapSectionDifference(elf: Elf, outputs: readonly OutputPlace[]): string | undefined {
  const mask = elf.class === 32 ? 0xffff_ffffn : 0xffff_ffff_ffff_ffffn;
  const listed = new Map<string, OutputPlace[]>();
  for (const output of outputs) {
    if (output.size > 0) listed.set(output.name, [...(listed.get(output.name) ?? []), output]);
  }
  const known = new Set(elf.sections.map(({ name }) => name));
  for (const { name, address, size, flags } of elf.sections) {
    if ((flags & SECTION_FLAG.alloc) === 0 || size === 0) continue;
    const place = listed.get(name)?.shift();
    const own = placeText({ address, size });
    if (place === undefined) return `the map lists no ${name}, vmlinux has ${own}`;
    if ((place.address & mask) !== address || place.size !== size) {
      return `the map lists ${name} as ${placeText({ ...place, address: place.address & mask })}, vmlinux has ${own}`;
    }
  }
  const surplus = outputs.find(
    ({ name, address, size }) => size > 0 && address !== 0n && !known.has(name) && !TAKEN_OUT.test(name),
  );
  return surplus && `the map lists ${surplus.name} as ${placeText(surplus)}, vmlinux has no such section`;
}

function placeText({ address, size }: Pick<OutputPlace, 'address' | 'size'>): string {
  return `${hex(size)} bytes at ${hex(address)}`;
}
