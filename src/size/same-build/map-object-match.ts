/**
 * Compares the input sections that a link map lists with the local symbols of the linked file: each of those lies in one
 * input section, and that one is of the object which the symbol table names before the symbol (STT_FILE): `dcache.c` for
 * `fs/dcache.o`, and by GNU ld `entry.o` for assembler code (elf_link_input_bfd of bfd/elflink.c).
 */
import { hex } from '../../elf/byte-range.ts';
import { STB_LOCAL } from '../../elf/constants.ts';
import { type Elf, type Section, type SymbolTable, isAllocated } from '../../elf/elf.ts';
import { inputsByOutput, inputRegions } from '../accounting/input-regions.ts';
import { sourceFiles } from '../accounting/source-files.ts';
import { offsetReader, symbolsBySection } from '../accounting/symbol-places.ts';
import { sortByOffset } from '../columns/sort-by-offset.ts';
import { LINKER } from '../link-map/link-map.ts';
import type { InputSection, WholeLinkMap } from '../link-map/map-contents.ts';

/** A sentence about the first difference; undefined where there is none, or where the names prove nothing. */
export function mapObjectDifference(elf: Elf, table: SymbolTable, map: WholeLinkMap): string | undefined {
  const { names, ofRow } = sourceFiles(table);
  const objects = new Map<string, Map<string, number>>();
  for (const { row, input, end } of placedLocals(elf, table, map.inputs)) {
    if (end > input.offset + input.size) return straddling(table, row, input);
    const files = objects.get(input.object) ?? new Map<string, number>();
    objects.set(input.object, files.set(names[ofRow[row]!]!, row));
  }
  // Objects that are linked from several, such as vmlinux.o with LTO, name files of their own.
  const single = [...objects].flatMap(([object, files]) =>
    files.size > 1 || object === LINKER ? [] : [...files].map(([file, row]) => ({ object, file, row })),
  );
  const strange = firstStrange(single, ({ object, file }) => isFrom(object, file, map));
  if (strange)
    return `the map lists ${table.name(strange.row)} in ${strange.object}, vmlinux has it from ${strange.file}`;
  // ld.lld does not list what it discards.
  const mixed = [...objects].filter(([object, files]) => files.size > 1 && object !== LINKER);
  if (map.linker === 'ld.lld' || mixed.length > 0) return undefined;
  const sources = names.filter((name) => name.endsWith('.c'));
  const lacking = firstStrange(
    sources,
    (name) => map.mentions(stemOf(name)) || map.mentions(stemOf(name).replace(PREFIX, '')),
  );
  return lacking && `the map lists no object of ${lacking}, from which vmlinux is made`;
}

/** What objcopy puts before the name of each symbol of an object, the file's included. */
const PREFIX = /^__(?:efistub|kvm_nvhe|pi)_/;

/** Rules of kbuild may give an object any name, but few do. */
const LARGEST_STRANGE_SHARE = 1 / 20;

/** The first that is not as usual, where they are too many to be exceptions. */
function firstStrange<Item>(items: readonly Item[], isUsual: (item: Item) => boolean): Item | undefined {
  const strange = items.filter((item) => !isUsual(item));
  return strange.length > items.length * LARGEST_STRANGE_SHARE ? strange[0] : undefined;
}

/** A local symbol with a size, and the input section that it begins in; offsets in bytes from the output section's start. */
interface PlacedLocal {
  readonly row: number;
  readonly end: number;
  readonly input: InputSection;
}

/** Linkers fold what several objects have in these, so that they are of no object. */
const MERGED = /\.(str|cst)\d/;

function* placedLocals(
  elf: Elf,
  table: SymbolTable,
  inputs: readonly InputSection[],
): Generator<PlacedLocal> {
  const byOutput = inputsByOutput(inputs);
  const bySection = symbolsBySection(elf, table);
  for (const section of elf.sections.filter(isAllocated)) {
    const regions = inputRegions(byOutput.get(section.name) ?? [], section.size);
    const locals = localsOf(elf, table, { section, rows: bySection[section.index]!.sized });
    let at = 0;
    for (let i = 0; i < locals.rows.length; i++) {
      const [row, start] = [locals.rows[i]!, locals.offsets[i]!];
      while (at < regions.length - 1 && regions[at]!.end <= start) at++;
      const input = regions[at]?.input;
      if (input && !MERGED.test(input.name)) yield { row, end: start + table.sizes[row]!, input };
    }
  }
}

function localsOf(
  elf: Elf,
  table: SymbolTable,
  { section, rows }: { readonly section: Section; readonly rows: Uint32Array },
) {
  const locals = rows.filter((row) => table.bindings[row] === STB_LOCAL);
  const offsetOf = offsetReader(elf, table, section);
  return sortByOffset({ rows: locals, offsets: Float64Array.from(locals, offsetOf) });
}

function straddling(table: SymbolTable, row: number, { size, object, name }: InputSection): string {
  const place = `${table.name(row)}, ${table.sizes[row]} bytes at ${hex(table.addresses[row]!)} in vmlinux`;
  return `the map lists ${hex(size)} bytes of ${object} in ${name}, which end within ${place}`;
}

/**
 * `lib-string.stub.o` is made from `lib/string.c`, and Rust's `kernel.o` from `kernel.1a2b-cgu.0`. objcopy's
 * --prefix-symbols renames the file's symbol too: that of `map_kernel.pi.o` is `__pi_map_kernel.c`.
 */
function isFrom(object: string, file: string, map: WholeLinkMap): boolean {
  const [made = '', source = ''] = [object, file].map((path) => stemOf(path).split('.', 1)[0]);
  if ([made, made.replace(/^lib-/, '')].some((name) => source === name || source.endsWith(`_${name}`)))
    return true;
  // By ld.lld, symbols of assembler code come after the file of another object.
  return source === '' || (map.linker === 'ld.lld' && map.mentions(stemOf(file)));
}

/** The name of a file without folder and ending. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
