import type { NameColumn } from './names.ts';

/** Tells which of a few names a row of a column has, undefined for any other one: all others are never decoded. */
export type NameFinder = (row: number) => string | undefined;

/** Looks for names without zero bytes. */
export function nameFinder({ bytes, starts }: NameColumn, names: Iterable<string>): NameFinder {
  const encoder = new TextEncoder();
  const wanted = Array.from(names, (name) => ({ name, text: encoder.encode(`${name}\0`) }));
  /** By the first byte of each. */
  const candidates = Array.from({ length: 256 }, (_, first) =>
    wanted.filter(({ text }) => text[0] === first),
  );
  return (row) => {
    const start = starts[row]!;
    const some = candidates[bytes[start]!]!;
    for (let i = 0; i < some.length; i++) {
      if (startsWith(bytes, start, some[i]!.text)) return some[i]!.name;
    }
    return undefined;
  };
}

/** Whether the bytes from `start` are those of a text. */
export function startsWith(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[start + i] !== text[i]) return false;
  }
  return true;
}
