/** What a map of a link says, whichever linker wrote it. */

/** One input section where the linker put it. */
export interface InputSection {
  /** Output section, `.rodata`. */
  readonly output: string;
  /** Input section as written, `.rodata.str1.1`; `COMMON` for common symbols. */
  readonly name: string;
  /** Bytes from the start of the output section. */
  readonly offset: number;
  /** Bytes as linked, after relaxing and merging; never 0. */
  readonly size: number;
  /** `fs/dcache.o`, also of a member of an archive; `[linker]` for what the linker made itself. */
  readonly object: string;
}

export interface LinkMap {
  /** In file order. */
  readonly inputs: readonly InputSection[];
}

/** An output section as a map places it; one without an address of its own, such as `.comment`, is at 0. */
export interface OutputPlace {
  readonly name: string;
  readonly address: bigint;
  readonly size: number;
}

/** A symbol where a map has it. */
export interface MapSymbol {
  readonly name: string;
  readonly address: bigint;
  /** The object or the linker script that defines it. */
  readonly by: 'object' | 'script';
}

/** What the two kinds of maps are read into. */
export type MapContents = Omit<WholeLinkMap, 'mentions'>;

/** A link map with what proves which file it is of. */
export interface WholeLinkMap extends LinkMap {
  readonly linker: 'GNU ld' | 'ld.lld';
  readonly outputs: readonly OutputPlace[];
  /** GNU ld lists the global ones alone. */
  readonly symbols: readonly MapSymbol[];
  /** Whether the map names an object of a file, which is given without folder and ending, among what is discarded too. */
  readonly mentions: (stem: string) => boolean;
}
