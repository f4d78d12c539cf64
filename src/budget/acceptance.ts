/**
 * Growth that somebody accepts knowingly: `TARGET METRIC +BYTES REASON`. It lifts a growth limit up to the bytes it
 * names, and never a budget.
 */
import { limitNameMistake } from './limit-name.ts';
import type { LimitName } from './limits.ts';
import { parseSize } from './units.ts';

/** The trailer of a commit message, and the lines of a pull request's body, that accept growth. */
export const ACCEPTANCE_KEY = 'Size-Growth';

/** What is accepted, as it is written. */
export interface WrittenAcceptance {
  readonly target: string;
  readonly metric: LimitName;
  /** The most that the metric may grow by. */
  readonly bytes: number;
  readonly reason: string;
}

/** Where an acceptance is from. */
export interface AcceptanceSource {
  /** Login or name of who accepts. */
  readonly by: string;
  readonly via: 'trailer' | 'label' | 'command';
  /** The commit's hash, the label, or the address of the comment. */
  readonly where: string;
  /** The head that the pull request had when it was accepted; undefined for a trailer, or where that is not known. */
  readonly head?: string | undefined;
}

export interface Acceptance extends WrittenAcceptance, AcceptanceSource {}

export type ParsedAcceptance =
  | { readonly kind: 'acceptance'; readonly acceptance: WrittenAcceptance }
  | { readonly kind: 'mistake'; readonly message: string };

const EXAMPLE = 'stm32f469 ram +4096 new driver for the touch screen';

/** In characters: commits are anybody's. */
const LONGEST_ACCEPTANCE = 2000;

/** Reads `stm32f469 ram +4096 a reason`; sizes as in the budget file. A subsystem's name may have spaces. */
export function parseAcceptance(written: string): ParsedAcceptance {
  const text = written.slice(0, LONGEST_ACCEPTANCE).trim();
  const parts = partsOf(text);
  if (parts === undefined) {
    return mistake(`"${text}" is not TARGET METRIC +BYTES REASON; write it as in "${EXAMPLE}"`);
  }
  const { target, metric, size, reason } = parts;
  const wrongMetric = limitNameMistake(metric);
  if (wrongMetric !== undefined) return mistake(wrongMetric);
  const bytes = parseSize(size);
  if (bytes.kind === 'mistake') return mistake(bytes.message);
  if (reason === '') return mistake(`"${text}" has no reason; say why, as in "${EXAMPLE}"`);
  const acceptance = { target, metric: metric as LimitName, bytes: bytes.bytes, reason };
  return { kind: 'acceptance', acceptance };
}

/** The first word that begins with a plus ends the metric, which may have spaces. */
function partsOf(text: string) {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }));
  const place = words.findIndex(({ word }, index) => index >= 2 && /^\+./s.test(word));
  if (place === -1) return undefined;
  const { word: size, index: end } = words[place]!;
  return {
    target: words[0]!.word,
    metric: text.slice(words[1]!.index, end).trimEnd(),
    size: size.slice(1),
    reason: text.slice(end + size.length).trimStart(),
  };
}

function mistake(message: string): ParsedAcceptance {
  return { kind: 'mistake', message };
}

/** The values of the trailers in a commit's message: git-interpret-trailers(1), of the last paragraph alone. */
export function acceptanceTrailers(message: string): string[] {
  return acceptanceLines(paragraphsOf(message).last);
}

/** Lines of a commit's message that are meant for such trailers, and are none where or as they stand. */
export function strayTrailers(message: string): string[] {
  const { others, last } = paragraphsOf(message);
  return [...others.split('\n').filter((line) => INTENDED.test(line)), ...strayLines(last)];
}

/** The first paragraph is the subject, also where there is no other. */
function paragraphsOf(message: string): { readonly others: string; readonly last: string } {
  const text = message.replaceAll('\r\n', '\n').trimEnd();
  const paragraphs = text.split(/\n[ \t]*\n/);
  if (paragraphs.length === 1) return { others: text, last: '' };
  return { others: paragraphs.slice(0, -1).join('\n'), last: paragraphs.at(-1)! };
}

/** The values of all lines `Size-Growth: …`; a line that begins with a blank continues the one before it. */
export function acceptanceLines(text: string): string[] {
  const unfolded = text.replaceAll('\r\n', '\n').replaceAll(/\n[ \t]+(?=\S)/g, ' ');
  return unfolded.split('\n').flatMap((line) => KEY.exec(line)?.[1]?.trim() ?? []);
}

/** As git has it: in any case, and with blanks before the colon. */
const KEY = /^size-growth[ \t]*:(.*)$/i;

/** Lines that are meant for `Size-Growth: …`, and are none as they are written. */
export function strayLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => INTENDED.test(line) && !KEY.test(line));
}

const INTENDED = /^[ \t>*-]*size[-_ ]?growth[ \t]*[:=]/i;

/** The acceptance that allows most of one target's metric. */
export function largestAcceptance(
  acceptances: readonly Acceptance[],
  wanted: Pick<WrittenAcceptance, 'target' | 'metric'>,
): Acceptance | undefined {
  return acceptances
    .filter(({ target, metric }) => target === wanted.target && metric === wanted.metric)
    .toSorted((a, b) => b.bytes - a.bytes)[0];
}
