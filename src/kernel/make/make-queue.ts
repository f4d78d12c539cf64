/**
 * Several makes at once, which together run no more commands than one would. GNU make counts on it that whoever starts
 * it has taken a token for it: it runs one command without asking, and takes a token for each further one.
 */
import { FIRST_DESCRIPTOR } from '../../process/supervise.ts';
import { type Jobserver, openJobserver } from './jobserver.ts';

/** How a make is to be called so that it runs no more commands at once than it may. */
export interface MakeShare {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it must inherit, as with `runProcess`. */
  readonly descriptors: readonly number[];
}

/** Disposed of, it waits for the makes that were begun. */
export interface MakeQueue extends AsyncDisposable {
  /**
   * Queues one make and returns its result. Rejects as it does. Throws the signal's reason where that aborts before the
   * make began.
   */
  readonly run: <Result>(make: (share: MakeShare) => Promise<Result>, signal: AbortSignal) => Promise<Result>;
}

/**
 * Slots for `jobs` commands at once, in up to `makes` makes side by side. Throws a UserError where the pipe that makes
 * share cannot be made in `folder`; `env` says where programs are.
 */
export async function openMakeQueue(given: {
  readonly jobs: number;
  readonly makes: number;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Open files that each make inherits besides. */
  readonly inherited: readonly number[];
}): Promise<MakeQueue> {
  const { jobs, inherited } = given;
  const makes = Math.min(jobs, given.makes);
  if (makes <= 1) return oneMakeAtATime(jobs, inherited);
  const jobserver = await openJobserver(jobs, given);
  const { descriptors } = jobserver;
  const auth = descriptors.map((_, index) => FIRST_DESCRIPTOR + index).join(',');
  const env = { MAKEFLAGS: `-j${jobs} --jobserver-auth=${auth}` };
  const share = { args: [], env, descriptors: [...descriptors, ...inherited] };
  return slotsOver(jobserver, { makes, share });
}

/** Slots for makes that run one after the other. */
export function oneMakeAtATime(jobs: number, inherited: readonly number[] = []): MakeQueue {
  return slotsOver(UNCOUNTED, { makes: 1, share: { args: [`-j${jobs}`], env: {}, descriptors: inherited } });
}

type Tokens = Omit<Jobserver, 'descriptors'>;

/** A make that is alone counts by itself. */
const UNCOUNTED: Tokens = {
  take: () => true,
  give: () => undefined,
  restore: () => undefined,
  [Symbol.dispose]: () => undefined,
};

function slotsOver(
  tokens: Tokens,
  { makes, share }: { readonly makes: number; readonly share: MakeShare },
): MakeQueue {
  const begun = new Set<Promise<unknown>>();
  const runInTurn = createQueue(tokens, makes);
  return {
    run: (make, signal) => {
      const ended = runInTurn(() => make(share), signal);
      begun.add(ended);
      return ended.finally(() => begun.delete(ended));
    },
    [Symbol.asyncDispose]: async () => {
      // Before that, a make might still be given what is closed here.
      await Promise.allSettled(begun);
      tokens[Symbol.dispose]();
    },
  };
}

/** The other makes take tokens, too, and nothing tells that they have given one back. */
const LOOK_AGAIN_MS = 20;

/** Does work in the order in which it came, each with a token, and no more than so much at once. */
function createQueue(tokens: Tokens, most: number) {
  const waiting = new Set<() => void>();
  let running = 0;
  const startWaiting = (): void => {
    for (const start of waiting) {
      if (running === most || !tokens.take()) return;
      running++;
      start();
    }
  };
  const end = (): void => {
    running--;
    if (running === 0) tokens.restore();
    else tokens.give();
    startWaiting();
  };
  return async <Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> => {
    await waitForTurn({ waiting, startWaiting, signal });
    try {
      return await work();
    } finally {
      end();
    }
  };
}

function waitForTurn(queue: {
  readonly waiting: Set<() => void>;
  readonly startWaiting: () => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { waiting, startWaiting, signal } = queue;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const timer = setInterval(startWaiting, LOOK_AGAIN_MS);
    const leave = (): void => {
      clearInterval(timer);
      waiting.delete(start);
      signal.removeEventListener('abort', refuse);
    };
    const start = (): void => {
      leave();
      resolve();
    };
    const refuse = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', refuse);
    waiting.add(start);
    startWaiting();
  });
}
