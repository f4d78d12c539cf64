/**
 * Gives each different name a row number, after taking the `.123` out of it that compilers number static variables
 * and clones with: `re.sub(r'\.[0-9]+', '', name)`, getsizes L48 of scripts/bloat-o-meter. A hash table over bytes:
 * a Map of strings takes most of the time of comparing two kernels of 200,000 symbols.
 */
import { decodeName } from '../elf/names.ts';

/** Row numbers count up from 0 in the order of first use. */
export interface FoldedNames {
  /** The row of the name that starts at `start` and ends before the next zero byte. */
  readonly rowOf: (bytes: Uint8Array, start: number) => number;
  readonly nameOf: (row: number) => string;
}

const DOT = 0x2e;
const FREE = -1;

/** For at most `capacity` different names. */
export function foldedNames(capacity: number): FoldedNames {
  const starts = new Uint32Array(capacity);
  const hashes = new Int32Array(capacity);
  // At most half full, so that a search ends soon.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 1))).fill(FREE);
  let text: Uint8Array = new Uint8Array(32 * capacity + 1);
  let used = 0;
  let rows = 0;

  return {
    rowOf: (bytes, start) => {
      text = withRoom(text, used + bytes.indexOf(0, start) - start + 1);
      const end = foldInto(text, used, { bytes, start });
      const hash = hashOf(text, used, end);
      let slot = hash & (slots.length - 1);
      for (let row = slots[slot]!; row !== FREE; row = slots[slot]!) {
        if (hashes[row] === hash && isSame(text, starts[row]!, used)) return row;
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = rows;
      hashes[rows] = hash;
      starts[rows] = used;
      used = end + 1;
      return rows++;
    },
    nameOf: (row) => decodeName(text, starts[row]!),
  };
}

interface NamePlace {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** Copies a name and its zero byte to `to`; returns where the zero byte is. */
function foldInto(text: Uint8Array, to: number, { bytes, start }: NamePlace): number {
  let end = to;
  let from = start;
  for (let byte = bytes[from]!; byte !== 0; byte = bytes[from]!) {
    from++;
    if (byte === DOT && isDigit(bytes[from]!)) {
      while (isDigit(bytes[from]!)) from++;
    } else {
      text[end++] = byte;
    }
  }
  text[end] = 0;
  return end;
}

/** FNV-1a, with the upper bits mixed into the lower ones that choose the slot. */
function hashOf(text: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Compares up to and with the zero bytes. */
function isSame(text: Uint8Array, a: number, b: number): boolean {
  let i = 0;
  while (text[a + i] === text[b + i]) {
    if (text[a + i] === 0) return true;
    i++;
  }
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function withRoom(text: Uint8Array, length: number): Uint8Array {
  if (length <= text.length) return text;
  const larger = new Uint8Array(2 * length);
  larger.set(text);
  return larger;
}
