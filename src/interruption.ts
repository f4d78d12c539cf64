import { setMaxListeners } from 'node:events';
import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C, a terminal that was closed, or a runner that cancels: not an error of anybody's. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  /** As a shell has it: 130 after SIGINT. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super(`interrupted by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** One interrupt may come twice: timeout(1) signals its child and then its own group, which the child is in. */
const SAME_MS = 1000;

/**
 * Aborts with an Interruption on SIGINT, SIGTERM and SIGHUP, so that compilers end and folders are put back. `onAgain` is
 * called when somebody does not want to wait for that.
 */
export function interruption(
  target: Pick<NodeJS.Process, 'on'>,
  onAgain: (first: Interruption) => void = () => undefined,
): AbortSignal {
  const controller = new AbortController();
  // Each command that runs listens, and all that wait for their turn.
  setMaxListeners(0, controller.signal);
  let first: { readonly reason: Interruption; readonly at: number } | undefined;
  for (const signal of SIGNALS) {
    target.on(signal, () => {
      if (first === undefined) {
        first = { reason: new Interruption(signal), at: performance.now() };
        controller.abort(first.reason);
      } else if (performance.now() - first.at > SAME_MS) onAgain(first.reason);
    });
  }
  return controller.signal;
}

/** Throws the reason of an abort; of a signal, too, that came while something was computed, or that has just ended a child. */
export async function throwIfInterrupted(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
