/**
 * Compares the input sections that a link map lists with the local symbols of the linked file: each of those lies in one
 * input section, and that one is of the object which the symbol table names before the symbol (STT_FILE): `dcache.c` for
 * `fs/dcache.o`, and by GNU ld `entry.o` for assembler code (elf_link_input_bfd of bfd/elflink.c).
 */
import { hex } from '../elf/byte-range.ts';
import { type Elf, type Section, type SymbolTable, isAllocated } from '../elf/elf.ts';
import type { InputSection, WholeLinkMap } from './link-map.ts';
import { inputsByOutput, regionsOf } from './regions.ts';
import { sortByOffset } from './sort-by-offset.ts';
import { sourceFiles } from './source-files.ts';
import { symbolPlaces, symbolsBySection } from './symbol-places.ts';

/** A sentence about the first difference; undefined where there is none, or where the names prove nothing. */
export function mapObjectDifference(elf: Elf, table: SymbolTable, map: WholeLinkMap): string | undefined {
  const { names, ofRow } = sourceFiles(table);
  const filesOf = new Map<string, Map<string, number>>();
  for (const { row, input, end } of placedLocals(elf, table, map.inputs)) {
    if (input === undefined || end > input.offset + input.size) return straddling(table, row, input);
    const files = filesOf.get(input.object) ?? new Map<string, number>();
    filesOf.set(input.object, files.set(names[ofRow[row]!]!, row));
  }
  // Objects that are linked from several, such as vmlinux.o with LTO, name files that have no object of their own.
  const single = [...filesOf].filter(([, files]) => files.size === 1);
  for (const [object, files] of single) {
    const [[file, row] = ['', 0]] = files;
    if (isNamedAfter(object, file)) continue;
    // By ld.lld, symbols of assembler code come after the file of another object.
    if (map.linker === 'ld.lld' && map.mentions(stemOf(file))) continue;
    return `the map lists ${table.name(row)} in ${object}, vmlinux has it from ${file}`;
  }
  // ld.lld does not list what it discards.
  if (map.linker === 'ld.lld' || single.length < filesOf.size) return undefined;
  const lacking = names.find((name) => name.endsWith('.c') && !map.mentions(stemOf(name)));
  return lacking && `the map lists no object of ${lacking}, from which vmlinux is made`;
}

/** A local symbol with a size, and the input section that it begins in; offsets in bytes from the output section's start. */
interface PlacedLocal {
  readonly row: number;
  readonly end: number;
  readonly input: InputSection | undefined;
}

const STB_LOCAL = 0;

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
    const regions = regionsOf(byOutput.get(section.name) ?? [], section.size);
    const locals = localsOf(elf, table, { section, rows: bySection[section.index]! });
    let at = 0;
    for (let i = 0; i < locals.rows.length; i++) {
      const [row, start] = [locals.rows[i]!, locals.offsets[i]!];
      while (at < regions.length - 1 && regions[at]!.end <= start) at++;
      const input = regions[at]?.input;
      if (!MERGED.test(input?.name ?? '')) yield { row, end: start + table.sizes[row]!, input };
    }
  }
}

function localsOf(
  elf: Elf,
  table: SymbolTable,
  { section, rows }: { readonly section: Section; readonly rows: Uint32Array },
) {
  const locals = rows.filter((row) => table.bindings[row] === STB_LOCAL && table.sizes[row]! > 0);
  const { offsetOf } = symbolPlaces(elf, table, { section, rows: locals });
  return sortByOffset({ rows: locals, offsets: Float64Array.from(locals, offsetOf) });
}

function straddling(table: SymbolTable, row: number, input: InputSection | undefined): string {
  const place = `${table.name(row)}, ${table.sizes[row]} bytes at ${hex(table.addresses[row]!)} in vmlinux`;
  return input === undefined
    ? `the map lists no object at the start of ${place}`
    : `the map lists ${hex(input.size)} bytes of ${input.object} in ${input.name}, which end within ${place}`;
}

/** `lib-string.stub.o` is made from `string.c`'s copy `lib-string.c`; of Rust's files the name goes on behind the crate's. */
function isNamedAfter(object: string, file: string): boolean {
  const [made, source] = [stemOf(object), stemOf(file)];
  return source === '' || made === source || made.startsWith(`${source}.`) || source.startsWith(`${made}.`);
}

/** The name of a file without folder and ending. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
