/** Bytes of a section, an object or another part on both sides; 0 where a side does not have it. */
export interface PartDelta {
  readonly name: string;
  readonly base: number;
  readonly head: number;
}
