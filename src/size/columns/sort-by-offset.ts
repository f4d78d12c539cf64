/** Rows of the symbol table and the offset of each. */
export interface PlacedRows {
  readonly rows: Uint32Array;
  readonly offsets: Float64Array;
}

/** Sorts by offset; rows of one offset stay in their order. */
export function sortByOffset({ rows, offsets }: PlacedRows): PlacedRows {
  const order = Uint32Array.from(offsets.keys()).toSorted((a, b) => offsets[a]! - offsets[b]!);
  return { rows: order.map((at) => rows[at]!), offsets: Float64Array.from(order, (at) => offsets[at]!) };
}
