/** The budget file whose limits a target is judged by. */
export interface LimitSource {
  /** From the repository's root; of a file outside of it, as it was named. */
  readonly path: string;
  /** Full hash; undefined where the file was read as it lies there, or as a branch has it. */
  readonly commit?: string | undefined;
  /** The branch whose newest commit had it, where no commit is named. */
  readonly branch?: string | undefined;
  /** Whose file it is: head's limits count where base has none. Undefined for a file that is of neither. */
  readonly side?: 'base' | 'head' | undefined;
}

const FULL_HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** A file of base, which a commit or a branch has. */
export function baseSource(path: string, ref: string): LimitSource {
  return FULL_HASH.test(ref) ? { path, commit: ref, side: 'base' } : { path, branch: ref, side: 'base' };
}
