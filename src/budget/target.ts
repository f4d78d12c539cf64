import type { Limits } from './limits.ts';

/** A named kernel to measure, fully resolved: presets merged, sizes in bytes. */
export interface Target {
  readonly name: string;
  /** `ARCH=` as kbuild takes it: `arm`, `x86`, `arm64`. */
  readonly arch: string;
  /** `CROSS_COMPILE=`; empty for the machine's own compiler. */
  readonly crossCompile: string;
  /** The value of `LLVM=` (`1`, `-19`, `/folder/`), or undefined for GCC. */
  readonly llvm: string | undefined;
  readonly base: ConfigBase;
  /** Merged over the base in this order. */
  readonly fragments: readonly Fragment[];
  /** Further variables for make's command line. */
  readonly make: Readonly<Record<string, string>>;
  /** The boot image's make target and file name: `xipImage`, `zImage`, `bzImage`, `Image`; `vmlinux` for none. */
  readonly image: string;
  /** File name of the device tree blob, or undefined. */
  readonly dtb: string | undefined;
  readonly memory: Memory;
  /** The most that a metric or part may be; of flash and RAM what `memory` has, unless something else is written. */
  readonly budgets: Limits;
  /** The most that one change may add to a metric or part. */
  readonly growth: Limits;
  /** Share of a budget from which the verdict is `near-limit`, 0 to 1. */
  readonly nearLimit: number;
}

/** What the fragments are merged over. */
export type ConfigBase =
  | { readonly kind: 'tinyconfig' }
  | { readonly kind: 'allnoconfig' }
  /** `name` as make takes it: `stm32_defconfig`. */
  | { readonly kind: 'defconfig'; readonly name: string }
  /** A whole `.config`, relative to the kernel tree. */
  | { readonly kind: 'file'; readonly path: string };

/** A Kconfig fragment, and the kernel versions that it is for (`6.10`, compared by number). */
export interface Fragment {
  /** Absolute for a preset's own fragment, else relative to the kernel tree. */
  readonly path: string;
  /** First version that it is for. */
  readonly since: string | undefined;
  /** First version that it is no longer for. */
  readonly before: string | undefined;
}

/** What the machine has, as far as sizes depend on it. */
interface Memory {
  readonly flash?: MemoryRegion | undefined;
  readonly ram?: MemoryRegion | undefined;
  /** Address of the device tree blob in flash; undefined for behind the image. */
  readonly dtb?: number | undefined;
}

/** Addresses and sizes in bytes. */
interface MemoryRegion {
  readonly base: number;
  readonly size: number;
}
