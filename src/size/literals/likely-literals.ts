/**
 * Tells string literals from other bytes where no link map says which they are: by what text looks like, by where literals
 * can begin, and by what is around them. Literals come one after the other, so that a text of two letters is one among
 * others and none among numbers: of all ways to cut the bytes up, the likeliest is taken.
 */
import type { LiteralPart, Stretch } from './string-literals.ts';
import { LEAST, type TextRun, endOfText, lettersWeight, textWeight } from './text-runs.ts';

/** Bytes of data without a symbol. */
export interface BareData extends Stretch {
  readonly bytes: Uint8Array;
  readonly addresses: AddressReader;
  /** Whether compilers of this machine put constants of two bytes among the literals (`.rodata.cst2`). */
  readonly hasConstants: boolean;
}

/** Where addresses of the kernel stand: their bytes can look like text. */
export interface AddressReader {
  /** Bytes of an address. */
  readonly word: 4 | 8;
  /** Whether the word at an offset is an address of the kernel. */
  readonly isAddress: (offset: number) => boolean;
}

/** What looks like string literals, what pads them, and other bytes. */
export function likelyLiterals(data: BareData): LiteralPart[] {
  const likeliest = likeliestTexts(data);
  const texts = data.hasConstants ? withoutConstants(data.bytes, likeliest) : likeliest;
  const parts: LiteralPart[] = [];
  let cursor = data.start;
  const add = (kind: 'padding' | 'other', end: number): void => {
    if (end > cursor) parts.push({ kind, start: cursor, end });
    cursor = Math.max(cursor, end);
  };
  for (const [i, { start, end }] of texts.entries()) {
    if (i > 0) {
      add('padding', endOfPadding(data.bytes, cursor, start));
      add('other', startOfPadding(data.bytes, cursor, start));
      add('padding', start);
    } else add('other', start);
    cursor = end + 1;
    parts.push({ kind: 'literal', start, end: cursor, textEnd: end });
  }
  if (texts.length > 0) add('padding', endOfPadding(data.bytes, cursor, data.end));
  add('other', data.end);
  return parts;
}

/** The largest alignment that compilers give a literal (`.rodata.str1.8`). */
const LARGEST_ALIGN = 8;
/** What compilers align tables and most literals to, in bytes. */
const USUAL_ALIGN = 4;

/** Zeros after a literal pad the next one; what reaches beyond a multiple of its alignment is something else. */
function endOfPadding(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && at % LARGEST_ALIGN !== 0 && bytes[at] === 0) at++;
  return at;
}

/** Where the zeros begin that pad the literal at `end`; one of them ends what is between two literals and looks like none. */
function startOfPadding(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  while (at - 2 >= from && bytes[at - 1] === 0 && bytes[at - 2] === 0 && end - at < LARGEST_ALIGN) at--;
  return at;
}

/** Runs of text that end with a zero. */
function findRuns({ bytes, start, end }: BareData): TextRun[] {
  const runs: TextRun[] = [];
  for (let at = start; at < end; at++) {
    if (bytes[at] === 0) continue;
    const textEnd = endOfText(bytes, at, end);
    if (textEnd > at && textEnd < end && bytes[textEnd] === 0) runs.push({ start: at, end: textEnd });
    // What ends one run can begin another: the mark of a log level does.
    at = Math.max(at, bytes[textEnd] === 0 ? textEnd : textEnd - 1);
  }
  return runs;
}

/** How much likelier than literals other bytes are before anything is known of them, as a power of two. */
const BEGINNING = 8;
/** What speaks for a literal right after another one. */
const NEXT = 3;

/** The runs, or the ends of runs, that are literals in the likeliest way to read them all. */
function likeliestTexts(data: BareData): TextRun[] {
  const runs = findRuns(data);
  /** For each run its weight as the first literal, undefined where it is rather the next of some. */
  const firsts: (TextRun | undefined)[] = [];
  /** Whether, where it is the first or other bytes, the run before it is a literal. */
  const isAfterText: boolean[] = [];
  let [text, other] = [-Infinity, 0];
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1];
    const next = before === undefined ? -Infinity : text + nextWeight(data, before, run);
    const most = Math.max(text, other);
    const first = firstReading(data, run);
    const begun = most - BEGINNING + runWeight(data, first);
    firsts.push(next >= begun ? undefined : first);
    isAfterText.push(text > other);
    [text, other] = [Math.max(next, begun), most];
  }
  const texts: TextRun[] = [];
  let isText = text > other;
  for (let i = runs.length - 1; i >= 0; i--) {
    const first = firsts[i];
    if (isText) texts.push(first ?? runs[i]!);
    if (!isText || first !== undefined) isText = isAfterText[i]!;
  }
  return texts.toReversed();
}

/** Bytes and alignment of the constants that lie among literals, such as the shortest texts, which are copied by value. */
const CONSTANT = 2;

/** The texts that cannot be such constants; what follows constants among literals can begin with one more. */
function withoutConstants(bytes: Uint8Array, texts: readonly TextRun[]): TextRun[] {
  let constantsEnd = NaN;
  return texts.filter((run, i) => {
    const isDoubtful = run.start === constantsEnd || canBeConstants(bytes, run);
    const gap = run.start - (texts[i - 1]?.end ?? NaN) - 1;
    const isAmongTexts = isDoubtful && isAligned(run) && gap < CONSTANT;
    const count = Math.ceil((run.end - run.start) / CONSTANT);
    constantsEnd = isAmongTexts ? run.start + CONSTANT * count : NaN;
    return !isDoubtful;
  });
}

const isAligned = ({ start }: TextRun): boolean => start % CONSTANT === 0;

/** One letter and a zero, two letters that zeros pad, or two constants that read like no text. */
function canBeConstants(bytes: Uint8Array, run: TextRun): boolean {
  const { start, end } = run;
  const isPaddedFurther = bytes[start - 1] === 0 && bytes[start - 2] === 0 && bytes[start - 3] === 0;
  if (!isAligned(run) || isPaddedFurther) return false;
  if (end - start === 2) return bytes[end + 1] === 0;
  return end - start === 1 || (end - start === 3 && textWeight(bytes, run) < 0);
}

/** What speaks against a literal that is the one before it once more: linkers keep one of equal literals. */
const AGAIN = -8;

/** The weight of a run as the literal after `before`: nothing but padding, or an empty literal, lies between them. */
function nextWeight(data: BareData, before: TextRun, run: TextRun): number {
  const { bytes, end } = data;
  const from = before.end + 1;
  const isPadded = run.start % USUAL_ALIGN === 0 && endOfPadding(bytes, from, end) >= run.start;
  // ld.lld keeps empty ones.
  const isNext = isPadded || run.start === from || (run.start === from + 1 && bytes[from] === 0);
  if (!isNext) return -Infinity;
  if (isAgain(bytes, before, run)) return AGAIN;
  return runWeight(data, run) + NEXT;
}

function isAgain(bytes: Uint8Array, before: TextRun, run: TextRun): boolean {
  const distance = run.start - before.start;
  if (run.end - before.end !== distance) return false;
  for (let at = run.start; at < run.end; at++) if (bytes[at] !== bytes[at - distance]) return false;
  return true;
}

/** The least weight of letters that are of the text though they stand before a place where it could begin. */
const LEAST_HEAD = 5;

/**
 * A run as the first of some literals, which begins at a border or where the table before it ends: what stands before a
 * multiple of the tables' alignment can be the low bytes of a number.
 */
function firstReading({ bytes, start }: BareData, run: TextRun): TextRun {
  const late = Math.ceil(run.start / USUAL_ALIGN) * USUAL_ALIGN;
  if (late === run.start || run.start === start || late >= run.end) return run;
  const isWithinCharacter = (bytes[late]! & 0xc0) === 0x80;
  const isHead = lettersWeight(bytes, { start: run.start, end: late }) >= LEAST_HEAD;
  return isWithinCharacter || isHead ? run : { start: late, end: run.end };
}

/** A number below 256 looks like a text of one letter, one below 65,536 like one of two, and so does an entry of a table. */
const NUMBERS: Readonly<Record<number, number>> = { 1: -6, 2: -2 };
/** Of what is an address: a few of them among literals are literals, a table of them is not. */
const ADDRESS = -5;

function runWeight({ bytes, addresses }: BareData, run: TextRun): number {
  if (isAddress(run, addresses)) return ADDRESS;
  const weight = textWeight(bytes, run);
  const length = run.end - run.start;
  const isNumber = length < 3 && run.start % (2 * length) === 0;
  return isNumber ? Math.max(LEAST, weight + NUMBERS[length]!) : weight;
}

/** Bytes of an address look like text where zeros follow: `te` is of 0xffffffff81006574, `%s:` of 0x253a73. */
function isAddress({ start, end }: TextRun, { word, isAddress: isWord }: AddressReader): boolean {
  const first = start - (start % word);
  return end <= first + word && isWord(first);
}
