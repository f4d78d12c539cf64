/**
 * Symbols of functions whose address is that of a descriptor: with the first ABI of 64-bit PowerPC `foo` lies in .opd,
 * where three words say where its code is, and its size is that of the code.
 * 64-bit PowerPC ELF ABI Supplement 1.9, 3.2.1: https://refspecs.linuxfoundation.org/ELF/ppc64/PPC-elf64abi.html
 */
import { readRange } from '../byte-range.ts';
import { EM_PPC64, STT_FUNC } from '../constants.ts';
import type { Elf, Section, SymbolTable } from '../elf.ts';
import { fieldReader } from '../field-reader.ts';

const RELOCATABLE = 1;
const ADDRESS_SIZE = 8;

/**
 * The table with each such symbol where its code is; the same table for all other files. With -mcall-aixdesc, as kernels are
 * compiled, the code of `foo` has a symbol of its own, `.foo`.
 */
export function symbolsAtCode(elf: Elf, table: SymbolTable): SymbolTable {
  const section = elf.sections.find(({ name }) => name === '.opd');
  // The descriptors of an object are relocations.
  if (elf.machine !== EM_PPC64 || section === undefined || elf.type === RELOCATABLE) return table;
  const fields = fieldReader(readRange(elf.source, { ...section, what: 'the function descriptors' }), elf);
  const addresses = table.addresses.slice();
  const sectionIndexes = table.sectionIndexes.slice();
  const ofCode = codeNames(table);
  for (let row = 1; row < table.count; row++) {
    if (table.types[row] !== STT_FUNC || table.sectionIndexes[row] !== section.index) continue;
    if (ofCode.size > 0 && ofCode.has(`.${table.name(row)}`)) continue;
    const offset = Number(addresses[row]! - section.address);
    if (offset < 0 || offset + ADDRESS_SIZE > section.size) continue;
    const code = fields.address(offset);
    const place = sectionAt(elf, code);
    if (place === undefined) continue;
    addresses[row] = code;
    sectionIndexes[row] = place.index;
  }
  return { ...table, addresses, sectionIndexes };
}

const DOT = 0x2e;

function codeNames(table: SymbolTable): ReadonlySet<string> {
  const { bytes, starts } = table.names;
  const names = new Set<string>();
  for (let row = 1; row < table.count; row++) {
    if (bytes[starts[row]!] === DOT && table.types[row] === STT_FUNC) names.add(table.name(row));
  }
  return names;
}

function sectionAt(elf: Elf, address: bigint): Section | undefined {
  return elf.sections.find(
    (section) =>
      address >= section.address && address < section.address + BigInt(section.size) && section.address > 0n,
  );
}
