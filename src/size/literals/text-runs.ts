/**
 * Finds the runs of bytes that could be string literals, and says how much each looks like one rather than like a part
 * of a table. Text is UTF-8 (RFC 3629) that ends with a zero.
 */

/** A run of text; the byte at `end` is the zero that ends it. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
}

const SOH = 0x01;
const NEWLINE = 0x0a;

/** Where the text that begins at `start` ends: at the first byte that is no text, the zero of a literal or not. */
export function endOfText(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte >= 0x20 && byte < 0x7f) at++;
    else {
      const length = byte >= 0xc2 ? sequenceLength(bytes, at, end) : controlLength(bytes, at, start);
      if (length === 0) break;
      at += length;
    }
  }
  return at;
}

/** Bytes of a control character that texts have (ELFMAG is "\\177ELF"), in a text that began at `start`; 0 for others. */
function controlLength(bytes: Uint8Array, at: number, start: number): number {
  const byte = bytes[at]!;
  if (byte === SOH) return (at === start || bytes[at - 1] === NEWLINE) && isLogLevel(bytes[at + 1]) ? 2 : 0;
  return (byte >= 0x07 && byte <= 0x0d) || byte === 0x1b || byte === 0x7f ? 1 : 0;
}

/** KERN_EMERG to KERN_CONT follow KERN_SOH, include/linux/kern_levels.h. */
function isLogLevel(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x37) || byte === 0x63 || byte === 0x64);
}

/** Bytes of the well-formed sequence of several bytes at `at`; 0 where it is none, or a control character of U+0080 to U+009F. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > end) return 0;
  for (let i = at + 1; i < at + length; i++) if ((bytes[i]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  const [least, most] = SECOND_BYTES.get(first) ?? [0x80, 0xbf];
  return second >= least && second <= most ? length : 0;
}

/** First bytes that not every second byte may follow: control characters, overlong forms, surrogates, beyond U+10FFFF. */
const SECOND_BYTES: ReadonlyMap<number, readonly [least: number, most: number]> = new Map([
  [0xc2, [0xa0, 0xbf]],
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

/**
 * How much more often a byte is met in string literals than in binary data, as a power of two. Counted in the literals
 * of Linux 6.12 for x86-64: the classes are coarse on purpose.
 */
const WEIGHTS: readonly (readonly [characters: RegExp, weight: number])[] = [
  // The mark of a log level: it is text in its place only.
  [/\x01/, 5],
  [/[a-z ]/, 3],
  [/[%_:\n]/, 2],
  [/[A-Z]/, 1],
  [/[0-9.=,-]/, 0],
  [/[()/[\]'<>*#\t]/, -1],
];
const OTHER_WEIGHT = -3;
/** Tables repeat entries, or count up or down; texts have a letter twice in a row, or the alphabet, and hardly ever more of it. */
const SERIES = -4;
/** What texts are indented and underlined with. */
const RULERS = ' -=_*#|';
/** A zero is common in tables: small numbers are full of them. */
const END_WEIGHT = -3;
/** A well-formed character of several bytes is rare among bytes above 0x7f. */
const MULTIBYTE_WEIGHT = 1;

const WEIGHT_OF = Int8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (byte >= 0x80) return MULTIBYTE_WEIGHT;
  return WEIGHTS.find(([characters]) => characters.test(character))?.[1] ?? OTHER_WEIGHT;
});

const WEIGHT_IN_SERIES = Int8Array.from({ length: 256 }, (_, byte) =>
  RULERS.includes(String.fromCharCode(byte)) ? 0 : SERIES,
);

/** One odd literal among others, such as a line of dashes, must not cut them in two. */
export const LEAST = -4;
/** What a text of ten letters has: a longer one says no more of its neighbours. */
const MOST = 30;

/** The powers of two by which a run is rather a literal than a part of a table, between `LEAST` and `MOST`. */
export function textWeight(bytes: Uint8Array, { start, end }: TextRun): number {
  return Math.max(LEAST, Math.min(MOST, lettersWeight(bytes, { start, end }) + END_WEIGHT));
}

/** The same of characters without the zero that ends a run, and without a lower bound. */
export function lettersWeight(bytes: Uint8Array, { start, end }: TextRun): number {
  let weight = 0;
  for (let at = start; at < end && weight < MOST - END_WEIGHT; at++) {
    const byte = bytes[at]!;
    const step = at - 2 < start ? NaN : byte - bytes[at - 1]!;
    const isSeries = step === bytes[at - 1]! - bytes[at - 2]!;
    if (!isSeries) weight += WEIGHT_OF[byte]!;
    else if (step !== 1) weight += WEIGHT_IN_SERIES[byte]!;
  }
  return weight;
}
