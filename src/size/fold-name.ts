/** Folds names as `ownerName` does (owner-name.ts), but byte by byte: to decode one and to encode it takes 20 times as long. */

const DOT = 0x2e;
const UNDERSCORE = 0x5f;

/** gcc's and clang's marks of clones, which end before a dot or with the name. */
const MARKS = ['isra', 'constprop', 'part', 'cold', 'llvm', 'lto_priv'].map((mark) =>
  Uint8Array.from(mark, (char) => char.charCodeAt(0)),
);

/** What `foldName` leaves to `ownerName`. */
export const NOT_FOLDED = -1;

/**
 * Writes the owner name of the bytes from `start`, behind a prefix, up to the next zero byte `into` an array that has
 * room for them all. Returns its length, or `NOT_FOLDED` for other than printable ASCII and for names that a macro made.
 */
export function foldName(bytes: Uint8Array, start: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; bytes[at] !== 0;) {
    const behind = bytes[at] === DOT ? endOfSuffix(bytes, at, start) : at;
    if (behind > at) {
      at = behind;
      continue;
    }
    if (bytes[at]! < 0x21 || bytes[at]! > 0x7e) return NOT_FOLDED;
    into[length++] = bytes[at++]!;
  }
  // __initcall and __UNIQUE_ID
  const isMade = into[0] === UNDERSCORE && into[1] === UNDERSCORE && (into[2] === 0x69 || into[2] === 0x55);
  return isMade && length > 2 ? NOT_FOLDED : length;
}

/** Behind the mark of a clone or the digits of a counter, of which the dot stands at `at`; else `at`. */
function endOfSuffix(bytes: Uint8Array, at: number, start: number): number {
  const mark = at === start ? undefined : MARKS.find((candidate) => isMark(candidate, bytes, at + 1));
  if (mark !== undefined) return at + 1 + mark.length;
  let behind = at + 1;
  while (isDigit(bytes[behind]!)) behind++;
  return behind === at + 1 ? at : behind;
}

function isMark(mark: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < mark.length; i++) {
    if (bytes[start + i] !== mark[i]) return false;
  }
  const next = bytes[start + mark.length];
  return next === DOT || next === 0;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
