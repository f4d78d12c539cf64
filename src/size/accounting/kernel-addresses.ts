/** Tells which words of a kernel's data are addresses of its own, by the range that it is linked to. */
import { type Elf, isAllocated } from '../../elf/elf.ts';
import { fieldReader } from '../../elf/field-reader.ts';
import type { SectionContents } from '../../elf/section-contents.ts';
import type { AddressReader } from '../literals/likely-literals.ts';

/** Readers for the sections of a kernel. Those at address 0 hold each CPU's data, and an object's all. */
export function addressReaders(elf: Elf): (contents: SectionContents) => AddressReader {
  const placed = elf.sections.filter((section) => isAllocated(section) && section.address !== 0n);
  const first = placed.reduce((least, { address }) => (address < least ? address : least), 2n ** 64n);
  const end = placed.reduce(
    (most, { address, size }) => (address + BigInt(size) > most ? address + BigInt(size) : most),
    0n,
  );
  const word = elf.class === 32 ? 4 : 8;
  return ({ section, range }) => ({
    word,
    isAddress: (offset) => {
      const bytes = offset < 0 || offset + word > section.size ? undefined : range(offset, offset + word);
      const address = bytes && fieldReader(bytes, elf).address(0);
      return address !== undefined && address >= first && address < end;
    },
  });
}
