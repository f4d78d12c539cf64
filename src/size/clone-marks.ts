/** Finds the marks of clones and the counters that end a name: `foo.isra.0`. */
import type { SymbolTable } from '../elf/elf.ts';
import { startsWith } from '../elf/name-finder.ts';
import { CLONE_MARKS } from './generated-names.ts';

/** What a symbol is: functions have clones and parts, variables do not. */
export type Named = 'function' | 'variable';

/** STT_OBJECT, STT_COMMON and STT_TLS; LLVM gives the parts of a function no type. */
const VARIABLE_TYPES: ReadonlySet<number> = new Set([1, 5, 6]);

export function namedAs({ types }: SymbolTable, row: number): Named {
  return VARIABLE_TYPES.has(types[row]!) ? 'variable' : 'function';
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

const MARKS = CLONE_MARKS.map((mark) => ({ mark, text: encoder.encode(mark.text) }));

/** Where marks of clones and counters begin that end the name; its end where there are none. */
export function marksStart({ bytes, start, end }: NameBytes, of: Named): number {
  let at = end;
  /** Whether a counter or a hash follows. */
  let isNumbered = false;
  for (let dot = dotBefore(bytes, start, at); dot > start; dot = dotBefore(bytes, start, at)) {
    if (isNumber(bytes, dot + 1, at)) {
      isNumbered = true;
    } else if (isMark({ bytes, start: dot + 1, end: at }, of, isNumbered)) {
      isNumbered = false;
    } else if (!isHexAfterMark(bytes, start, dot, at)) {
      return at;
    } else {
      isNumbered = true;
    }
    at = dot;
  }
  return at;
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

function isMark(piece: NameBytes, of: Named, isNumbered: boolean): boolean {
  return MARKS.some(
    ({ mark, text }) =>
      isText(piece, text) &&
      (isNumbered || mark.followedBy === 'maybe a counter') &&
      (of === 'function' || mark.of === 'functions and variables'),
  );
}

function isText({ bytes, start, end }: NameBytes, text: Uint8Array): boolean {
  return end - start === text.length && startsWith(bytes, start, text);
}

const LLVM = encoder.encode('llvm');

/** Old versions of LLVM write the hash of a module in base 16. */
function isHexAfterMark(bytes: Uint8Array, start: number, dot: number, end: number): boolean {
  for (let at = dot + 1; at < end; at++) {
    const byte = bytes[at]! | 0x20;
    if (!isDigit(bytes[at]!) && (byte < 0x61 || byte > 0x66)) return false;
  }
  return dot + 1 < end && isText({ bytes, start: dotBefore(bytes, start, dot) + 1, end: dot }, LLVM);
}

/** Whether a name is that of less than a function, such as `foo.cold`. */
export function isPartOfFunction(name: string, of: Named): boolean {
  return marksIn(name, of)
    .split('.')
    .some((piece) => CLONE_MARKS.some(({ text, isPart }) => isPart && text === piece));
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
