/** How the numbers of one ELF file are stored. */
export interface Encoding {
  readonly class: 32 | 64;
  readonly littleEndian: boolean;
}

/** Reads fields at byte offsets of one block of bytes. */
export interface FieldReader {
  readonly half: (offset: number) => number;
  readonly word: (offset: number) => number;
  /** A size or file offset, 4 or 8 bytes by class. Rounded when it is 2^53 or more: callers check the range. */
  readonly size: (offset: number) => number;
  /** An address, 4 or 8 bytes by class. */
  readonly address: (offset: number) => bigint;
  /** An address again, its lower and upper 32 bits: a bigint for each of 200,000 symbols costs time. */
  readonly addressParts: readonly [low: (offset: number) => number, high: (offset: number) => number];
}

export function fieldReader(bytes: Uint8Array, encoding: Encoding): FieldReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = encoding.littleEndian;
  const half = (offset: number) => view.getUint16(offset, little);
  const word = (offset: number) => view.getUint32(offset, little);
  if (encoding.class === 32) {
    return {
      half,
      word,
      size: word,
      address: (offset) => BigInt(word(offset)),
      addressParts: [word, () => 0],
    };
  }
  const low = (offset: number) => view.getUint32(little ? offset : offset + 4, little);
  const high = (offset: number) => view.getUint32(little ? offset + 4 : offset, little);
  return {
    half,
    word,
    size: (offset) => high(offset) * 2 ** 32 + low(offset),
    address: (offset) => view.getBigUint64(offset, little),
    addressParts: [low, high],
  };
}
