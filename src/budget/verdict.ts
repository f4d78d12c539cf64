import type { ContentDelta } from '../size/metrics/contents.ts';
import type { Acceptance } from './acceptance.ts';
import type { LimitName } from './limits.ts';

/** What follows for one target, worst first. */
export const VERDICT_KINDS = [
  'no-comparison',
  'over-budget',
  'over-growth',
  'accepted',
  'inherited',
  'near-limit',
  'shrunk',
  'pass',
] as const;

export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** One limit that says something; values in bytes. */
export interface Finding {
  readonly kind: 'over-budget' | 'over-growth' | 'accepted' | 'inherited' | 'near-limit';
  readonly metric: LimitName;
  /** Undefined where the target is new and has no base. */
  readonly base: number | undefined;
  readonly head: number;
  /** The budget, or for `over-growth` and `accepted` the growth limit. */
  readonly limit: number;
  /** For those two, what the growth was judged by where it is not the metric. */
  readonly content?: ContentDelta | undefined;
  /** For those two, who accepted how much growth, whether that is enough or not. */
  readonly acceptance?: Acceptance | undefined;
}

/** `kind` is the worst of the findings; `reason` says why nothing was compared. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly findings: readonly Finding[];
  readonly reason: string | undefined;
}
