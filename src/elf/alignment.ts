/** The largest alignment of a linker script: x86-64 begins its data on 2 MiB (arch/x86/kernel/vmlinux.lds.S). */
export const LARGEST_ALIGNMENT = 0x20_0000;

/** The largest power of two, up to `LARGEST_ALIGNMENT`, that divides `address + offset`. */
export function alignmentOf(address: bigint, offset: number): number {
  return alignmentOfOffset(Number(address % BigInt(LARGEST_ALIGNMENT)) + offset);
}

/** The same of an offset from a place that is a multiple of `LARGEST_ALIGNMENT`. */
export function alignmentOfOffset(offset: number): number {
  const low = offset % LARGEST_ALIGNMENT;
  return low === 0 ? LARGEST_ALIGNMENT : low & -low;
}
