import type { Answer } from './fake-github-answer.ts';
import type { Operation } from './fake-github-routes.ts';
import type { FakeState } from './resources/fake-github-state.ts';

/** What goes wrong on one route of the fake GitHub, and how often. */
export interface Fault {
  readonly on: Operation;
  readonly effect: FaultEffect;
  /** How many requests are let through first; none by default. */
  readonly after?: number;
  /** How many requests it befalls; all by default. */
  readonly times?: number;
}

export type FaultEffect =
  /** The request is not carried out; this is the answer. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The connection breaks before the request is carried out. */
  | { readonly kind: 'drop' }
  /** The request is carried out, then the connection breaks. */
  | { readonly kind: 'drop-answer' }
  /** The request is carried out, and the answer is changed on its way. */
  | { readonly kind: 'garble'; readonly garble: (answer: Answer) => Answer }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Somebody else changes something just before the request is carried out. */
  | { readonly kind: 'interfere'; readonly act: (state: FakeState) => void };

/** Chooses the fault for each request in turn, counting how many each has seen. */
export function createFaultPicker(
  faults: readonly Fault[],
): (operation: Operation) => FaultEffect | undefined {
  const seen = new Map<Fault, number>();
  return (operation) => {
    for (const fault of faults.filter(({ on }) => on === operation)) {
      const count = (seen.get(fault) ?? 0) + 1;
      seen.set(fault, count);
      const first = (fault.after ?? 0) + 1;
      if (count >= first && count < first + (fault.times ?? Infinity)) return fault.effect;
    }
    return undefined;
  };
}

/** What a token without the permission gets, as on a pull request from a fork. */
export function withoutPermission(): FaultEffect {
  return refusal(403, 'Resource not accessible by integration', {
    'x-accepted-github-permissions': 'issues=write; pull_requests=write',
  });
}

/** What commenting on a locked pull request gets. */
export function locked(): FaultEffect {
  return refusal(403, 'Unable to create comment because issue is locked.');
}

/** What commenting gets on a pull request that has as many comments as it may have. */
export function fullOfComments(): FaultEffect {
  return refusal(403, 'Commenting is disabled on issues with more than 2500 comments');
}

/** The secondary rate limit; the wait is in seconds, as in the header. */
export function secondaryLimit(status: 403 | 429, retryAfter: number): FaultEffect {
  return refusal(status, 'You have exceeded a secondary rate limit. Please wait a few minutes.', {
    'retry-after': String(retryAfter),
  });
}

/** Any other refusal or failure, worded as GitHub words it. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): FaultEffect {
  return { kind: 'answer', answer: { status, headers, body: { message } } };
}
