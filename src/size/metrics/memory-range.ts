import { EM_ARM } from '../../elf/constants.ts';
import type { KernelImage } from './kernel-image.ts';
import { firstAddress, isX86, pageOffsetOf } from './layout.ts';
import { type AddressRange, loadAddress } from './load-range.ts';
import type { Place } from './occupied.ts';

/** Addresses from the first to behind the last byte that the running kernel keeps, and how its sections are placed there. */
interface MemoryRange extends AddressRange {
  readonly place: Place;
}

/**
 * The range behind `ram` (on x86, without the room for inflating); undefined where the kernel has no such symbols, or a
 * file that tells it is not at hand.
 */
export function memoryRange(kernel: KernelImage): MemoryRange | undefined {
  const isXip = kernel.boundaries.has('_xiprom');
  if (kernel.elf.machine === EM_ARM && !isXip && kernel.config === undefined) return undefined;
  const end = kernel.boundaries.get('_end');
  const start = pageOffsetOf(kernel) ?? startOf(kernel);
  if (start === undefined || end === undefined || end < start) return undefined;
  if (isXip) return { start, end, place: 'running' };
  // Per-CPU data and ARM's vectors run elsewhere than they are loaded to.
  const shift = start - loadAddress({ address: start, size: 0 }, kernel.elf.segments);
  return { start: start - shift, end: end - shift, place: 'loaded' };
}

/** Where the symbols say that the memory begins, by the kind of kernel. */
function startOf(kernel: KernelImage): bigint | undefined {
  const { boundaries, elf } = kernel;
  if (boundaries.has('_xiprom')) return boundaries.get('_sdata');
  if (elf.machine === EM_ARM) return boundaries.get('_stext');
  return isX86(elf) ? boundaries.get('_text') : firstAddress(kernel);
}
