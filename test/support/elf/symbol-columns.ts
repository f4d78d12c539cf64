import type { SymbolSizes } from '../../../src/size/measurement.ts';

/** One symbol as nm lists it: size in bytes, letter, name. */
export type SymbolEntry = readonly [size: number, letter: string, name: string];

/** The columns that reading a file with these symbols gives. */
export function symbolColumns(entries: readonly SymbolEntry[]): SymbolSizes {
  const names = entries.map(([, , name]) => new TextEncoder().encode(`${name}\0`));
  const starts = new Uint32Array(entries.length);
  let end = 0;
  for (const [i, name] of names.entries()) {
    starts[i] = end;
    end += name.length;
  }
  return {
    names: { bytes: Uint8Array.from(names.flatMap((name) => Array.from(name))), starts },
    sizes: Float64Array.from(entries, ([size]) => size),
    letters: Uint8Array.from(entries, ([, letter]) => letter.charCodeAt(0)),
  };
}
