/** What a linked kernel says of the options that it was built with. */
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { nameFinder } from '../../elf/symbols/name-finder.ts';
import { type Banner, readBanner } from '../kernel-banner.ts';
import type { KernelConfig } from '../kernel-config.ts';
import { SYMBOLS_OF_OPTIONS, SYMBOL_OF_ANY_KERNEL } from './config-evidence.ts';

/** The file: its options, and the version that its title names. */
export interface ConfigFile {
  readonly options: KernelConfig;
  readonly version: string | undefined;
}

/** What rules compare with. */
export interface KernelFacts {
  readonly elf: Elf;
  readonly banner: Banner | undefined;
  /** Defined symbols that rules ask for. */
  readonly symbols: ReadonlyMap<string, KernelSymbol>;
}

interface KernelSymbol {
  readonly address: bigint;
  readonly size: number;
}

/** Symbols whose address or size follows from an option. */
export const VALUES = { text: '_text', xipText: '_xiprom', log: '__log_buf' } as const;

export function kernelFacts(elf: Elf, table: SymbolTable): KernelFacts {
  return { elf, banner: readBanner(elf, table), symbols: symbolsOf(table) };
}

function symbolsOf(table: SymbolTable): ReadonlyMap<string, KernelSymbol> {
  const names = SYMBOLS_OF_OPTIONS.flatMap((row) => row.symbols);
  const find = nameFinder(table.names, new Set([...names, ...Object.values(VALUES), SYMBOL_OF_ANY_KERNEL]));
  const symbols = new Map<string, KernelSymbol>();
  for (let row = 1; row < table.count; row++) {
    const name = table.sectionIndexes[row] === 0 ? undefined : find(row);
    if (name !== undefined) symbols.set(name, { address: table.addresses[row]!, size: table.sizes[row]! });
  }
  return symbols;
}

/** The value of an option that the file states; one that a whole `.config` leaves out is `n`. */
export function stated({ symbols }: KernelFacts, { options }: ConfigFile, name: string): string | undefined {
  return options.get(name) ?? (symbols.has(SYMBOL_OF_ANY_KERNEL) ? 'n' : undefined);
}
