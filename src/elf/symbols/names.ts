/** Names as they stand in a string table, UTF-8: name `i` runs from `starts[i]` of `bytes` to the next zero byte. */
export interface NameColumn {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** What a symbol without a name is called where one has to be printed; assemblers make such of `.type ,@function`. */
export const UNNAMED = '[unnamed symbol]';

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
  const codes = text.length <= SHORT_NAME ? plainCodes(text) : undefined;
  if (codes !== undefined) return String.fromCharCode(...codes);
  return decoder
    .decode(text)
    .replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** An array of its own: spreading a typed array takes three times as long. Undefined for other text than plain ASCII. */
function plainCodes(text: Uint8Array): number[] | undefined {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text[i]!;
    if (code < 0x20 || code > 0x7e) return undefined;
    codes.push(code);
  }
  return codes;
}
