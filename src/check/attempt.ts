import { throwIfInterrupted } from '../interruption.ts';
import { userErrorOf } from '../system-error.ts';
import type { Failed } from './job.ts';

/** What came of a step: its value, or the reason that a person is told. */
export type Attempt<Value> = { readonly kind: 'done'; readonly value: Value } | Failed;

/** Does what may fail for one target alone: others go on. Throws what ends a check: an interrupt, and errors of ours. */
export async function attempt<Value>(
  { signal }: { readonly signal: AbortSignal },
  step: () => Promise<Value>,
): Promise<Attempt<Value>> {
  try {
    return { kind: 'done', value: await step() };
  } catch (error) {
    const told = userErrorOf(error);
    if (told === undefined) throw error;
    // What an interrupt has ended failed for no reason of its own.
    await throwIfInterrupted(signal);
    return { kind: 'failed', reason: told.message, details: told.details };
  }
}
