/** Bytes of a section, an object or another part on both sides; 0 where a side does not have it. */
export interface PartDelta {
  readonly name: string;
  readonly base: number;
  readonly head: number;
}

/** Pairs the parts of both sides: in head's order, then those that only base has. */
export function pairParts(base: ReadonlyMap<string, number>, head: ReadonlyMap<string, number>): PartDelta[] {
  const names = new Set([...head.keys(), ...base.keys()]);
  return Array.from(names, (name) => ({ name, base: base.get(name) ?? 0, head: head.get(name) ?? 0 }));
}

/** Bytes by name; parts may share one. */
export function bytesByName(
  parts: readonly { readonly name: string; readonly size: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, size } of parts) sums.set(name, (sums.get(name) ?? 0) + size);
  return sums;
}
