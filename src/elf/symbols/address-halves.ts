/** A column of addresses as 32-bit words: a bigint for each of 200,000 symbols costs time. */
export interface AddressHalves {
  /** Two for each address. */
  readonly words: Uint32Array;
  /** Where the lower half of an address is, 0 or 1; the upper one is at 1 - low. */
  readonly low: number;
}

/** Views a column; what is written to the words is written to it. */
export function addressHalves(addresses: BigUint64Array): AddressHalves {
  const low = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
  return { words: new Uint32Array(addresses.buffer, addresses.byteOffset, 2 * addresses.length), low };
}
