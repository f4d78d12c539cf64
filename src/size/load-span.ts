import type { Elf } from '../elf/elf.ts';

const PT_LOAD = 1;

/**
 * Bytes from the lowest to the highest physical address that PT_LOAD segments fill: with `fileSize` the size of
 * `objcopy -O binary`, with `memorySize` also what is only cleared.
 */
export function loadSpan(elf: Elf, extent: 'fileSize' | 'memorySize'): number {
  const loaded = elf.segments.filter((segment) => segment.type === PT_LOAD && segment[extent] > 0);
  if (loaded.length === 0) return 0;
  let start = loaded[0]!.physicalAddress;
  let end = start;
  for (const segment of loaded) {
    const last = segment.physicalAddress + BigInt(segment[extent]);
    if (segment.physicalAddress < start) start = segment.physicalAddress;
    if (last > end) end = last;
  }
  return Number(end - start);
}
