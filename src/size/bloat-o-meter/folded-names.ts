/**
 * Gives each different name a row number, after taking the `.123` out of it that compilers number static variables
 * and clones with: `re.sub(r'\.[0-9]+', '', name)`, getsizes L48 of scripts/bloat-o-meter.
 */
import { printableText } from '../../elf/symbols/names.ts';
import { stringInterner } from '../columns/string-interner.ts';

/** Row numbers count up from 0 in the order of first use. */
export interface FoldedNames {
  /** The row of the name that starts at `start` and ends before the next zero byte. */
  readonly rowOf: (bytes: Uint8Array, start: number) => number;
  readonly nameOf: (row: number) => string;
}

const DOT = 0x2e;

/** For about `expected` different names. */
export function foldedNames(expected: number): FoldedNames {
  const rows = stringInterner(expected);
  let folded = new Uint8Array(1024);
  return {
    rowOf: (bytes, start) => {
      const end = bytes.indexOf(0, start);
      if (!hasDot(bytes, start, end)) return rows.idOf(bytes, start, end);
      if (end - start > folded.length) folded = new Uint8Array(2 * (end - start));
      return rows.idOf(folded, 0, foldInto(folded, { bytes, start }));
    },
    nameOf: (row) => printableText(rows.bytesOf(row)),
  };
}

function hasDot(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (bytes[i] === DOT) return true;
  }
  return false;
}

interface NamePlace {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** Copies a name without its numbers; returns its length. */
function foldInto(text: Uint8Array, { bytes, start }: NamePlace): number {
  let end = 0;
  let from = start;
  for (let byte = bytes[from]!; byte !== 0; byte = bytes[from]!) {
    from++;
    if (byte === DOT && isDigit(bytes[from]!)) {
      while (isDigit(bytes[from]!)) from++;
    } else {
      text[end++] = byte;
    }
  }
  return end;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
