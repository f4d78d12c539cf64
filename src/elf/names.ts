/** Names as they stand in a string table, UTF-8: name `i` runs from `starts[i]` of `bytes` to the next zero byte. */
export interface NameColumn {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Longer ones, which only a damaged file has, would be too many arguments for `String.fromCharCode`. */
const SHORT_NAME = 1000;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Name `i` of a column, fit to print: see `decodeName`. */
export function nameAt({ bytes, starts }: NameColumn, i: number): string {
  return decodeName(bytes, starts[i]!);
}

/**
 * The name from `start` to the next zero byte. Control characters are written as `\x1b`: a line break or an escape
 * sequence must not act on the terminal or the log that the name is printed to.
 */
export function decodeName(bytes: Uint8Array, start: number): string {
  const name = bytes.subarray(start, bytes.indexOf(0, start));
  if (name.length <= SHORT_NAME && name.every(isPrintable)) return String.fromCharCode(...name);
  return decoder
    .decode(name)
    .replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e;
}
