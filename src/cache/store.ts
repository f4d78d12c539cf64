/** What is kept between runs, and where: an entry is a folder of files under a key. */

/** What an entry is of. */
export interface CacheKey {
  /** `kernel`: the files that one kernel's sizes are read from. `tree`: a whole `O=` that make goes on in. */
  readonly kind: 'kernel' | 'tree';
  /** The target's name, for people who look at a list of keys. */
  readonly target: string;
  /** Hex digest of what a tree must have in common to be of use: tools, architecture, source path, `O=`. */
  readonly place: string;
  /** Hex digest of what else decides on the kernel, but for the sources: the target's definition and fragments. */
  readonly inputs: string;
  /** Hash of all files that a build may read: git's of their tree, or of the commit where a kernel says that. */
  readonly sources: string;
}

/** Which entry may serve where there is none under the key itself. */
export type Substitute =
  | { readonly kind: 'none' }
  /** One of the same target and place: first of sources in `ancestors` (nearest first), else the newest. */
  | { readonly kind: 'nearest'; readonly ancestors: readonly string[] };

/**
 * Keeps entries between runs. A store never stops a check: what cannot be read is a miss and what cannot be written is
 * not kept, each with a notice.
 */
export interface CacheStore {
  /**
   * Puts an entry's files into `into`, which is made anew, with the times they had, and returns whose they are; undefined
   * for a miss, which leaves `into` as it was. At no moment is `into` there in part.
   */
  readonly restore: (
    key: CacheKey,
    options: { readonly into: string; readonly substitute: Substitute },
  ) => Promise<CacheKey | undefined>;
  /** Keeps a folder as it is now. */
  readonly save: (key: CacheKey, folder: string) => Promise<void>;
}

/** Told in one sentence what was passed over, such as a damaged entry. */
export type Notice = (text: string) => void;

/** For a check that keeps nothing. */
export const noStore: CacheStore = { restore: async () => undefined, save: async () => undefined };

/** Bytes that a folder of entries may take where nobody says otherwise: hundreds of tiny kernels, a few large ones. */
export const DEFAULT_CACHE_SIZE = 4 * 1024 ** 3;
