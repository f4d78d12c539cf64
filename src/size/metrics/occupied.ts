/** What takes a stretch of memory: sections, and what the linker script reserves outside of them. */
import { PT_LOAD } from '../../elf/constants.ts';
import { type Elf, type Section, isAllocated } from '../../elf/elf.ts';
import type { KernelImage } from './kernel-image.ts';
import { type AddressRange, loadAddress } from './load-range.ts';
import { type PlacedLabel, type Reserved, reservedIn } from './reserved.ts';

/** `loaded`: where the loader puts them. `running`: their own addresses. */
export type Place = 'loaded' | 'running';

/** A stretch that something takes. */
export interface Occupied extends Omit<Reserved, 'kind'> {
  readonly kind: 'section' | 'reserved';
}

/** All that is taken within a range, in the order of addresses. Sections may overlap, and reach over its borders. */
export function occupiedIn(kernel: KernelImage, range: AddressRange, place: Place): Occupied[] {
  const sections = placedSections(kernel.elf, place);
  const taken = inOrder([...sections, ...segmentEnds(kernel.elf, place)]).filter(
    ({ start, end }) => end > range.start && start < range.end,
  );
  const labels = placedLabels(kernel, place);
  return inOrder([...taken, ...gapsAfter(taken, range.end).flatMap((gap) => reservedIn(gap, labels))]);
}

function inOrder(stretches: readonly Occupied[]): Occupied[] {
  return stretches.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** Also those that are only cleared: what the linker puts after them is stored, and they with it. */
function placedSections(elf: Elf, place: Place): Occupied[] {
  return elf.sections.filter(isAllocated).map((section) => {
    const start = addressOf(section, elf, place);
    return { name: section.name, kind: 'section', start, end: start + BigInt(section.size) };
  });
}

function addressOf(section: Section, elf: Elf, place: Place): bigint {
  return place === 'running' ? section.address : loadAddress(section, elf.segments);
}

/** What a segment takes after the last of its sections. */
function segmentEnds(elf: Elf, place: Place): Occupied[] {
  return elf.segments.flatMap((segment): Occupied[] => {
    const { type, virtualAddress, physicalAddress, memorySize } = segment;
    const end = virtualAddress + BigInt(memorySize);
    const ends = elf.sections
      .filter((section) => isAllocated(section) && section.address >= virtualAddress)
      .map(({ address, size }) => address + BigInt(size))
      .filter((one) => one <= end);
    const last = ends.reduce((most, one) => (one > most ? one : most), virtualAddress);
    if (type !== PT_LOAD || ends.length === 0 || last === end) return [];
    const shift = place === 'running' ? 0n : physicalAddress - virtualAddress;
    return [{ name: '[end of a segment]', kind: 'reserved', start: last + shift, end: end + shift }];
  });
}

/** A label further away than that is no place after a section: ARM links its vectors to the end of the address space. */
const FARTHEST = 0x40_0000n;

function placedLabels({ elf, labels }: KernelImage, place: Place): PlacedLabel[] {
  return labels.flatMap(({ name, address, sectionIndex, kind }) => {
    const section = elf.sections[sectionIndex]!;
    const offset = address - section.address;
    if (offset < -FARTHEST || offset > BigInt(section.size) + FARTHEST) return [];
    return [{ name, kind, address: addressOf(section, elf, place) + offset }];
  });
}

function gapsAfter(taken: readonly Occupied[], rangeEnd: bigint): AddressRange[] {
  const gaps: AddressRange[] = [];
  let cursor = taken[0]?.start ?? rangeEnd;
  for (const { start, end } of taken) {
    if (start >= cursor) gaps.push({ start: cursor, end: start });
    if (end > cursor) cursor = end;
  }
  if (rangeEnd >= cursor) gaps.push({ start: cursor, end: rangeEnd });
  return gaps;
}
