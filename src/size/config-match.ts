/** Compares a `.config` with the kernel that is said to be built with it. */
import type { Elf, SymbolTable } from '../elf/elf.ts';
import { type ConfigFile, kernelFacts } from './config-facts.ts';
import { CONFIG_RULES } from './config-rules.ts';

/** A sentence about the first difference; undefined where nothing speaks against the file. */
export function configDifference(elf: Elf, table: SymbolTable, config: ConfigFile): string | undefined {
  const facts = kernelFacts(elf, table);
  for (const rule of CONFIG_RULES) {
    const difference = rule(facts, config);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
