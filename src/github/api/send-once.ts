import { TRIES } from './limits.ts';
import { requestFailureOf } from './request-failure.ts';

/** A request that must not be carried out twice, such as writing a comment. */
export interface OnceRequest<T> {
  /** Sends the request, without trying again by itself. */
  readonly send: () => Promise<T>;
  /** Looks for what an earlier `send` made. */
  readonly find: () => Promise<T | undefined>;
}

/**
 * Sends a request up to three times. After a failure of the server or the network it may have been carried out all
 * the same, so this looks before it tries again. Throws the request's last error.
 */
export async function sendOnce<T>({ send, find }: OnceRequest<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      const isAnswerLost = (requestFailureOf(error)?.status ?? 0) >= 500;
      if (!isAnswerLost) throw error;
      const found = await find();
      if (found !== undefined) return found;
      if (attempt === TRIES) throw error;
    }
  }
}
