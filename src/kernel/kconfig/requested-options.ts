import { type KernelConfig, optionValue, parseKernelConfig } from '../../size/kernel-config.ts';
import { UserError } from '../../user-error.ts';
import { readOptionDefinitions } from './parse-kconfig.ts';

/** Where and for which target options were requested; for messages. */
export interface RequestContext {
  readonly target: string;
  readonly side: 'base' | 'head';
  readonly source: string;
  readonly srcArch: string;
}

/** Throws a UserError that names each option asked for in a text that the tree does not have at all. */
export function requireKnownOptions(text: string, context: RequestContext): void {
  const definitions = readOptionDefinitions(context.source, context.srcArch);
  const requested = parseKernelConfig(text);
  // All that a tree has may take, as far as it is known without Kconfig.
  const known = new Map([...requested].filter(([name]) => definitions.has(name)));
  requireRequestedOptions(requested, known, context);
}

/**
 * Throws a UserError that names each requested option that the resolved `.config` does not have as requested, with
 * what it depends on. Kconfig itself is silent about unmet dependencies (scripts/kconfig/confdata.c).
 */
export function requireRequestedOptions(
  requested: KernelConfig,
  resolved: KernelConfig,
  context: RequestContext,
): void {
  const lost = [...requested].filter(([name, value]) => optionValue(resolved, name) !== value);
  if (lost.length === 0) return;
  const definitions = readOptionDefinitions(context.source, context.srcArch);
  const details = lost.map(([name, value]) => {
    const found = definitions.get(name);
    if (found === undefined) return `CONFIG_${name}=${value}: this kernel has no such option`;
    const places = found.map(({ where, dependsOn }) =>
      dependsOn.length === 0 ? where : `${where}: depends on ${dependsOn.join(' && ')}`,
    );
    return `CONFIG_${name}=${value}: is ${optionValue(resolved, name)} (${places.join('; ')})`;
  });
  throw new UserError(
    `${context.target}: ${lost.length} requested option${lost.length === 1 ? '' : 's'} did not take at ${context.side}: ` +
      `${lost.map(([name]) => `CONFIG_${name}`).join(', ')}; request what they depend on too, or remove them from the fragments`,
    { details },
  );
}
