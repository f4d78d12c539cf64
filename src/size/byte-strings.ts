/**
 * Gives each different byte string a number. A hash table over bytes: a Map of strings takes most of the time of
 * comparing two kernels of 200,000 symbols.
 */

/** Numbers count up from 0 in the order of first use. */
export interface ByteStrings {
  /** The number of the bytes from `start` up to `end`. */
  readonly idOf: (bytes: Uint8Array, start: number, end: number) => number;
  readonly bytesOf: (id: number) => Uint8Array;
  readonly count: () => number;
}

const FREE = -1;

/** Makes room for about `expected` different strings; more are taken too. */
export function byteStrings(expected: number): ByteStrings {
  let starts = new Uint32Array(expected + 1);
  let hashes = new Int32Array(expected);
  let slots = freeSlots(expected);
  let text: Uint8Array = new Uint8Array(32 * expected + 64);
  let count = 0;

  function grow(): void {
    starts = enlarged(starts, new Uint32Array(2 * hashes.length + 2));
    hashes = enlarged(hashes, new Int32Array(2 * hashes.length + 1));
    slots = freeSlots(hashes.length);
    for (let id = 0; id < count; id++) {
      let slot = hashes[id]! & (slots.length - 1);
      while (slots[slot] !== FREE) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id;
    }
  }

  function lengthOf(id: number): number {
    return starts[id + 1]! - starts[id]!;
  }

  function isSame(id: number, bytes: Uint8Array, start: number): boolean {
    const at = starts[id]!;
    for (let i = lengthOf(id) - 1; i >= 0; i--) {
      if (text[at + i] !== bytes[start + i]) return false;
    }
    return true;
  }

  return {
    idOf: (bytes, start, end) => {
      if (count === hashes.length) grow();
      const hash = hashOf(bytes, start, end);
      let slot = hash & (slots.length - 1);
      for (let id = slots[slot]!; id !== FREE; id = slots[slot]!) {
        if (hashes[id] === hash && lengthOf(id) === end - start && isSame(id, bytes, start)) return id;
        slot = (slot + 1) & (slots.length - 1);
      }
      const at = starts[count]!;
      if (at + end - start > text.length) text = enlarged(text, new Uint8Array(2 * (at + end - start)));
      for (let i = start; i < end; i++) text[at + i - start] = bytes[i]!;
      slots[slot] = count;
      hashes[count] = hash;
      starts[count + 1] = at + end - start;
      return count++;
    },
    bytesOf: (id) => text.subarray(starts[id], starts[id + 1]),
    count: () => count,
  };
}

/** FNV-1a, with the upper bits mixed into the lower ones that choose the slot. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

/** At most half full, so that a search ends soon. */
function freeSlots(capacity: number): Int32Array<ArrayBuffer> {
  return new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 1))).fill(FREE);
}

function enlarged<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
