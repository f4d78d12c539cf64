import { bytesOf } from './cut-text.ts';
import { requestFailureOf } from './request-failure.ts';

/** One text from the fullest to the shortest, and where it goes. */
export interface BodyLadder<T> {
  readonly bodies: readonly string[];
  /** The longest body that is tried, in UTF-8 bytes. */
  readonly most: number;
  /** Undefined, or an error 422 that says so, when the body is too long all the same. */
  readonly write: (body: string) => Promise<T | undefined>;
}

/**
 * Writes the fullest body that GitHub takes; undefined when it takes none. GitHub's limits are not the documented
 * ones everywhere, so its answer decides.
 */
export async function writeFullest<T>({ bodies, most, write }: BodyLadder<T>): Promise<T | undefined> {
  for (const body of bodies.filter((candidate) => bytesOf(candidate) <= most)) {
    try {
      const written = await write(body);
      if (written !== undefined) return written;
    } catch (error) {
      if (!isTooLong(error)) throw error;
    }
  }
  return undefined;
}

function isTooLong(error: unknown): boolean {
  const failure = requestFailureOf(error);
  return failure?.status === 422 && /too long/i.test(failure.message);
}
