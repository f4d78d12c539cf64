import type { NameColumn } from '../elf/symbols/names.ts';
import type { Accounting } from './accounting/accounting.ts';
import type { ScriptRules } from './bloat-o-meter/symbol-letters.ts';
import type { DeviceTreeBlob } from './device-tree/blob.ts';
import type { KernelConfig } from './kernel-config.ts';
import type { Span } from './metrics/address-spans.ts';
import type { SectionSize } from './metrics/section-kind.ts';

/** The numbers that a budget can be put on; defined in docs/numbers.md. */
export const METRIC_NAMES = [
  'flash',
  'ram',
  'ram-after-init',
  'image',
  'dtb',
  'text',
  'rodata',
  'data',
  'bss',
  'init',
] as const;

export type MetricName = (typeof METRIC_NAMES)[number];

/** Bytes for each metric that this kernel has. */
export type Metrics = Readonly<Partial<Record<MetricName, number>>>;

/** Where a measurement comes from; two measurements are comparable only when the tools agree. */
export interface Provenance {
  /** Full commit hash; undefined for a kernel that was built elsewhere, of which nobody said. */
  readonly commit: string | undefined;
  /** As the tree's Makefile says: `6.12.117`; of a kernel that was built elsewhere, as it says itself. */
  readonly kernelVersion: string;
  /** First line of `$CC --version`, or what the kernel says of it. */
  readonly compiler: string;
  /** First line of `$LD --version`, or what the kernel says of it. */
  readonly linker: string;
  /** SHA-256 of the resolved `.config`; undefined where that is not at hand. */
  readonly configDigest: string | undefined;
}

/** What stands in a provenance where nothing says what it is. */
export const UNKNOWN = {
  kernelVersion: 'unknown version',
  compiler: 'unknown compiler',
  linker: 'unknown linker',
} as const;

/** All that one kernel says about its size, at one commit for one target. */
export interface Measurement {
  readonly metrics: Metrics;
  readonly sections: readonly SectionSize[];
  /** One row for each symbol that `nm --size-sort` would list. */
  readonly symbols: SymbolSizes;
  /** Every byte of the allocated sections by owner. */
  readonly accounting: Accounting;
  /** The subsystem of MAINTAINERS that each object belongs to, by the object's name. */
  readonly subsystems: ReadonlyMap<string, string>;
  readonly spans: readonly Span[];
  /** Whether the boot image's size is that of a compressor's output. */
  readonly isCompressed: boolean;
  /** `image`, `flash` and `ram` as if it was not. */
  readonly uncompressed: Metrics;
  /** The resolved `.config`; undefined where it is not at hand. */
  readonly config: KernelConfig | undefined;
  readonly deviceTree: DeviceTreeBlob | undefined;
  readonly provenance: Provenance;
  /** How the kernel's own scripts/bloat-o-meter counts; undefined where only its version tells. */
  readonly script?: ScriptRules | undefined;
  /** What was not proven of its files, one sentence. */
  readonly doubt?: string;
}

/** Sized symbols as columns, in symbol table order. */
export interface SymbolSizes {
  /** Bytes, not strings: two kernels of 200,000 symbols are compared without decoding the names that are equal. */
  readonly names: NameColumn;
  /** In bytes. */
  readonly sizes: Float64Array;
  /** nm's letter, as a character code. */
  readonly letters: Uint8Array;
}
