/** Finds string literals in bytes that no symbol covers. */

/** A stretch of bytes: one literal with its terminating zero, or something else. */
export interface LiteralPart {
  readonly start: number;
  readonly end: number;
  /** Where its characters end; undefined where these bytes are no literal. */
  readonly textEnd: number | undefined;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * All strings of a section that holds nothing else. Each begins at a multiple of `align`, counted from the bytes'
 * start; the zeros up to there are a part of their own, since those behind the last one belong to no string either.
 */
export function pooledLiterals(bytes: Uint8Array, { start, end }: Stretch, align: number): LiteralPart[] {
  const parts: LiteralPart[] = [];
  for (let at = start; at < end;) {
    const zero = bytes.indexOf(0, at);
    const isCut = zero === -1 || zero >= end;
    const textEnd = isCut ? undefined : zero;
    const behind = isCut ? end : zero + 1;
    parts.push({ start: at, end: behind, textEnd });
    at = behind;
    while (at < end && at % align !== 0 && bytes[at] === 0) at++;
    if (at > behind) parts.push({ start: behind, end: at, textEnd: undefined });
  }
  return parts;
}

/** Shorter runs of printable bytes are taken for a string only right behind another. */
const SHORTEST = 4;

/** What looks like strings among other bytes, where no link map says which they are. */
export function likelyLiterals(bytes: Uint8Array, { start, end }: Stretch): LiteralPart[] {
  const parts: LiteralPart[] = [];
  let other = start;
  let last = -1;
  for (let at = start; at < end;) {
    const textEnd = endOfText(bytes, at, end);
    const isString = textEnd < end && bytes[textEnd] === 0 && textEnd - at >= (at === last ? 1 : SHORTEST);
    if (!isString) {
      at = Math.max(textEnd, at + 1);
      continue;
    }
    if (at > other) parts.push({ start: other, end: at, textEnd: undefined });
    parts.push({ start: at, end: textEnd + 1, textEnd });
    at = other = last = textEnd + 1;
  }
  if (other < end) parts.push({ start: other, end, textEnd: undefined });
  return parts;
}

function endOfText(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && isText(bytes[at]!)) at++;
  return at;
}

/** Printable ASCII, white space, UTF-8, and the byte that begins a log level (KERN_SOH, include/linux/kern_levels.h). */
function isText(byte: number): boolean {
  return (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d) || byte === 0x01;
}
