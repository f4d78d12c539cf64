/**
 * Gives each different byte string a number. A hash table over bytes: a Map of strings takes most of the time of
 * comparing two kernels of 200,000 symbols.
 */

/** Numbers count up from 0 in the order of first use. */
export interface StringInterner {
  /** The number of the bytes from `start` up to `end`. */
  readonly idOf: (bytes: Uint8Array, start: number, end: number) => number;
  /** For each number of `others` the one of the same bytes here, `NO_ID` where they have none. */
  readonly findAll: (others: StringInterner) => Int32Array;
  readonly bytesOf: (id: number) => Uint8Array;
  readonly count: () => number;
  readonly columns: () => ByteColumns;
}

/** What has no number. */
export const NO_ID = -1;

/** All strings one behind another: string `i` runs from `starts[i]` of `text` up to `starts[i + 1]`. */
interface ByteColumns {
  readonly text: Uint8Array;
  readonly starts: Uint32Array;
  readonly hashes: Int32Array;
}

/** A string in some bytes. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Makes room for about `expected` different strings; more are taken too. */
export function stringInterner(expected: number): StringInterner {
  let starts = new Uint32Array(expected + 1);
  let hashes = new Int32Array(expected);
  let slots = freeSlots(expected);
  let text: Uint8Array = new Uint8Array(32 * expected + 64);
  let count = 0;

  function grow(): void {
    starts = enlarged(starts, new Uint32Array(2 * hashes.length + 2));
    hashes = enlarged(hashes, new Int32Array(2 * hashes.length + 1));
    slots = freeSlots(hashes.length);
    for (let id = 0; id < count; id++) fill(freeSlot(hashes[id]!), hashes[id]!, id);
  }

  function freeSlot(hash: number): number {
    let slot = firstSlot(slots, hash);
    while (slots[slot] !== NO_ID) slot = nextSlot(slots, slot);
    return slot;
  }

  function fill(slot: number, hash: number, id: number): void {
    slots[slot] = id;
    slots[slot + 1] = hash;
  }

  function isText(id: number, { bytes, start, end }: Piece): boolean {
    const at = starts[id]!;
    if (starts[id + 1]! - at !== end - start) return false;
    for (let i = end - start - 1; i >= 0; i--) {
      if (text[at + i] !== bytes[start + i]) return false;
    }
    return true;
  }

  /** Where a string is, or would be. */
  function slotOf(hash: number, piece: Piece): number {
    let slot = firstSlot(slots, hash);
    for (let id = slots[slot]!; id !== NO_ID; id = slots[slot]!) {
      if (slots[slot + 1] === hash && isText(id, piece)) return slot;
      slot = nextSlot(slots, slot);
    }
    return slot;
  }

  function append(hash: number, { bytes, start, end }: Piece): number {
    const at = starts[count]!;
    if (at + end - start > text.length) text = enlarged(text, new Uint8Array(2 * (at + end - start)));
    for (let i = start; i < end; i++) text[at + i - start] = bytes[i]!;
    hashes[count] = hash;
    starts[count + 1] = at + end - start;
    return count++;
  }

  /** Two kernels have most strings in the same order: what is asked for next is mostly behind what was found last. */
  let next = 0;

  function isNext(piece: Piece): boolean {
    if (next >= count || !isText(next, piece)) return false;
    next++;
    return true;
  }

  function search(hash: number, piece: Piece): number {
    const found = slots[slotOf(hash, piece)]!;
    if (found !== NO_ID) next = found + 1;
    return found;
  }

  return {
    idOf: (bytes, start, end) => {
      const piece = { bytes, start, end };
      if (isNext(piece)) return next - 1;
      if (count === hashes.length) grow();
      const hash = hashOf(bytes, start, end);
      const slot = slotOf(hash, piece);
      if (slots[slot] === NO_ID) fill(slot, hash, append(hash, piece));
      next = slots[slot]! + 1;
      return next - 1;
    },
    findAll: (others) => {
      const theirs = others.columns();
      const ids = new Int32Array(others.count());
      for (let id = 0; id < ids.length; id++) {
        const piece = { bytes: theirs.text, start: theirs.starts[id]!, end: theirs.starts[id + 1]! };
        ids[id] = isNext(piece) ? next - 1 : search(theirs.hashes[id]!, piece);
      }
      return ids;
    },
    bytesOf: (id) => text.subarray(starts[id], starts[id + 1]),
    count: () => count,
    columns: () => ({ text, starts, hashes }),
  };
}

/** Four bytes a step, each mixed as MurmurHash3 does; the bits of all of them choose the slot. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = mix(hash ^ word);
  }
  let rest = 0;
  for (; at < end; at++) rest = (rest << 8) | bytes[at]!;
  return mix(hash ^ rest);
}

function mix(hash: number): number {
  const product = Math.imul(hash, 0x85eb_ca6b);
  return product ^ (product >>> 15);
}

/** Each is a number and its hash, side by side since both are looked at. At most two thirds are taken, so that a search ends soon. */
function freeSlots(capacity: number): Int32Array<ArrayBuffer> {
  return new Int32Array(2 * 2 ** Math.ceil(Math.log2(1.5 * capacity + 1))).fill(NO_ID);
}

function firstSlot(slots: Int32Array, hash: number): number {
  return (hash << 1) & (slots.length - 1);
}

function nextSlot(slots: Int32Array, slot: number): number {
  return (slot + 2) & (slots.length - 1);
}

function enlarged<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
