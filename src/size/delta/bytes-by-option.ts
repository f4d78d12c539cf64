import type { PartDelta } from './part-delta.ts';

/** What no option is known to cause by itself: code between `#ifdef`, and objects of options that did not change. */
export const NO_OPTION = '[no single option]';

/** Options that changed, and by which an object is built, innermost first. */
export interface OptionSource {
  readonly changed: ReadonlySet<string>;
  readonly optionsOf: (object: string) => readonly string[];
}

/**
 * Sums what options cause by the option that causes it, largest change first. An object is its innermost option's that
 * changed; where one option alone changed, all is its.
 */
export function bytesByOption(
  objects: readonly PartDelta[],
  { changed, optionsOf }: OptionSource,
): PartDelta[] {
  const [only] = changed.size === 1 ? changed : [];
  const sums = new Map<string, PartDelta>();
  for (const { name: object, base, head } of objects) {
    if (base === head) continue;
    const name = only ?? optionsOf(object).find((option) => changed.has(option)) ?? NO_OPTION;
    const sum = sums.get(name) ?? { name, base: 0, head: 0 };
    sums.set(name, { name, base: sum.base + base, head: sum.head + head });
  }
  return [...sums.values()].toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
}
