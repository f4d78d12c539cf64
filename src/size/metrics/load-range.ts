import { PT_LOAD } from '../../elf/constants.ts';
import type { Elf, Section, Segment } from '../../elf/elf.ts';

/** Addresses from `start` up to `end`. */
export interface AddressRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** From the lowest to the highest physical address that PT_LOAD segments fill: what `objcopy -O binary` writes. */
export function loadRange(elf: Elf): AddressRange {
  const loaded = elf.segments.filter((segment) => segment.type === PT_LOAD && segment.fileSize > 0);
  let start = loaded[0]?.physicalAddress ?? 0n;
  let end = start;
  for (const segment of loaded) {
    const last = segment.physicalAddress + BigInt(segment.fileSize);
    if (segment.physicalAddress < start) start = segment.physicalAddress;
    if (last > end) end = last;
  }
  return { start, end };
}

/** Where a stretch of virtual addresses is loaded to; outside of all segments it keeps its address. */
export function loadAddress(
  { address, size }: Pick<Section, 'address' | 'size'>,
  segments: readonly Segment[],
): bigint {
  const segment = segments.find(
    ({ type, virtualAddress, memorySize }) =>
      type === PT_LOAD &&
      address >= virtualAddress &&
      address + BigInt(size) <= virtualAddress + BigInt(memorySize),
  );
  return segment ? address - segment.virtualAddress + segment.physicalAddress : address;
}
