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

/** The name from `start` to the next zero byte, fit to print. */
export function decodeName(bytes: Uint8Array, start: number): string {
  return printableText(bytes.subarray(start, bytes.indexOf(0, start)));
}

/**
 * UTF-8 with control characters written as `\x1b`: a line break or an escape sequence must not act on the terminal
 * or the log that the text is printed to.
 */
export function printableText(text: Uint8Array): string {
  if (text.length <= SHORT_NAME && isPlain(text)) return String.fromCharCode(...text);
  return decoder
    .decode(text)
    .replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function isPlain(text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text[i]! < 0x20 || text[i]! > 0x7e) return false;
  }
  return true;
}
