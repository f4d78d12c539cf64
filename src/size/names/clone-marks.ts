/** Finds the marks of clones and the counters that end a name: `foo.isra.0`. */
import { STT_COMMON, STT_OBJECT, STT_TLS } from '../../elf/constants.ts';
import type { SymbolTable } from '../../elf/elf.ts';
import { startsWith } from '../../elf/symbols/name-finder.ts';
import { CLONE_MARKS, type CloneMark } from './generated-names.ts';

/** What a symbol is: functions have clones and parts, variables do not. */
export type Named = 'function' | 'variable';

/** LLVM gives the parts of a function no type. */
export function namedAs({ types }: SymbolTable, row: number): Named {
  const type = types[row];
  return type === STT_OBJECT || type === STT_COMMON || type === STT_TLS ? 'variable' : 'function';
}

/** A name among others, from `start` up to `end`. */
export interface NameBytes {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const DOT = 0x2e;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

interface MarkBytes {
  readonly mark: CloneMark;
  readonly text: Uint8Array;
}

/** By the first byte of a mark. */
const MARKS: readonly (readonly MarkBytes[])[] = Array.from({ length: 256 }, (_, byte) =>
  CLONE_MARKS.filter(({ text }) => text.charCodeAt(0) === byte).map((mark) => ({
    mark,
    text: encoder.encode(mark.text),
  })),
);

/** Where marks of clones and counters begin that end a name; its end where there are none. */
export function marksStart({ bytes, start, end }: NameBytes, of: Named): number {
  let at = end;
  /** Whether a counter or a hash follows. */
  let isNumbered = false;
  for (let dot = dotBefore(bytes, start, at); dot > start; dot = dotBefore(bytes, start, at)) {
    const mark = markAt(bytes, dot + 1, at);
    if (mark !== undefined && isGiven(mark, of, isNumbered)) {
      isNumbered = false;
    } else if (isNumber(bytes, dot + 1, at) || isHexAfterMark(bytes, start, dot, at)) {
      isNumbered = true;
    } else {
      return at;
    }
    at = dot;
  }
  return at;
}

/** The mark that these bytes are. */
function markAt(bytes: Uint8Array, start: number, end: number): CloneMark | undefined {
  const marks = start < end ? MARKS[bytes[start]!]! : [];
  for (let i = 0; i < marks.length; i++) {
    const { mark, text } = marks[i]!;
    if (text.length === end - start && startsWith(bytes, start, text)) return mark;
  }
  return undefined;
}

/** Whether a tool gives such a mark. */
function isGiven({ of: marked, followedBy }: CloneMark, of: Named, isNumbered: boolean): boolean {
  const isOf = of === 'function' || marked === 'functions and variables';
  return isOf && (isNumbered || followedBy === 'maybe a counter');
}

/** The last dot from `start` on, or `start`. */
export function dotBefore(bytes: Uint8Array, start: number, end: number): number {
  let at = end - 1;
  while (at > start && bytes[at] !== DOT) at--;
  return at;
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!isDigit(bytes[at]!)) return false;
  }
  return start < end;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Old versions of LLVM write the hash of a module in base 16. */
function isHexAfterMark(bytes: Uint8Array, start: number, dot: number, end: number): boolean {
  for (let at = dot + 1; at < end; at++) {
    const byte = bytes[at]! | 0x20;
    if (!isDigit(bytes[at]!) && (byte < 0x61 || byte > 0x66)) return false;
  }
  return dot + 1 < end && markAt(bytes, dotBefore(bytes, start, dot) + 1, dot)?.text === 'llvm';
}

/** Whether a name is that of less than a function, such as `foo.cold`. */
export function isPartOfFunction(name: string, of: Named): boolean {
  return marksIn(name, of)
    .split('.')
    .some((piece) => CLONE_MARKS.some(({ text, isPart }) => isPart && text === piece));
}

/** Whether a name ends with a mark, and not with counters alone. */
export function hasMark(name: NameBytes, of: Named): boolean {
  for (let at = marksStart(name, of); at < name.end; at++) {
    if (name.bytes[at] !== DOT && !isDigit(name.bytes[at]!)) return true;
  }
  return false;
}

/** The marks alone, `.constprop.isra`; empty for a name without any. */
export function marksIn(name: string, of: Named): string {
  const bytes = encoder.encode(name);
  const start = marksStart({ bytes, start: 0, end: bytes.length }, of);
  const pieces = decoder.decode(bytes.subarray(start)).split('.');
  return pieces
    .filter((piece) => CLONE_MARKS.some(({ text }) => text === piece))
    .map((mark) => `.${mark}`)
    .join('');
}
