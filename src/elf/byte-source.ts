/** Bytes that are read at positions: a vmlinux can exceed 1 GB and is never held whole. */
export interface ByteSource {
  /** What messages call it, usually the path. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Exactly `length` bytes from `offset`; the caller keeps the range within `size`. */
  read(offset: number, length: number): Uint8Array;
}

/** A source over bytes in memory. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
