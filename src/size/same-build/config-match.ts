/** Compares a `.config` with the kernel that is said to be built with it. */
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { type ConfigFile, kernelFacts } from './config-facts.ts';
import { CERTAIN_RULES, USUAL_RULES } from './config-rules.ts';
import type { Evidence } from './evidence.ts';

/** A sentence about the first difference; undefined where nothing speaks against the file. */
export function configDifference(
  elf: Elf,
  table: SymbolTable,
  config: ConfigFile & { readonly evidence: Evidence },
): string | undefined {
  const facts = kernelFacts(elf, table);
  const rules = config.evidence === 'all' ? [...CERTAIN_RULES, ...USUAL_RULES] : CERTAIN_RULES;
  for (const rule of rules) {
    const difference = rule(facts, config);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
