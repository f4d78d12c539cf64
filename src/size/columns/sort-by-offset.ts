import { ascendingOrder } from './radix-sort.ts';

/** Rows of the symbol table and the offset of each. */
export interface PlacedRows {
  readonly rows: Uint32Array;
  readonly offsets: Float64Array;
}

/** By offset; rows of one offset stay in their order. */
export function sortByOffset({ rows, offsets }: PlacedRows): PlacedRows {
  const order = orderOf(offsets);
  const sorted = { rows: new Uint32Array(order.length), offsets: new Float64Array(order.length) };
  for (let i = 0; i < order.length; i++) {
    sorted.rows[i] = rows[order[i]!]!;
    sorted.offsets[i] = offsets[order[i]!]!;
  }
  return sorted;
}

/** Only a damaged file has symbols outside of the first 4 GiB of their section. */
function orderOf(offsets: Float64Array): Uint32Array {
  const keys = new Uint32Array(offsets);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== offsets[i]) return orderByComparing(offsets);
  }
  return ascendingOrder(keys);
}

function orderByComparing(offsets: Float64Array): Uint32Array {
  return Uint32Array.from(offsets.keys()).toSorted((a, b) => offsets[a]! - offsets[b]! || a - b);
}
