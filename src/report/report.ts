import type { Acceptance } from '../budget/acceptance.ts';
import type { LimitSource } from '../budget/limit-source.ts';
import type { Limits } from '../budget/limits.ts';
import type { Target } from '../budget/target.ts';
import type { Verdict, VerdictKind } from '../budget/verdict.ts';
import type { Delta } from '../size/delta/delta.ts';
import type { Provenance } from '../size/measurement.ts';
import type { CommitSubject } from './words/commit-subjects.ts';

/**
 * Everything that a renderer needs and nothing that is text yet. Its JSON is the tool's interface to other programs
 * (docs/json.md): fields are added within a version, removed or changed only with a new one.
 */
export interface Report {
  readonly version: 1;
  /** Undefined where the commits could not be told. */
  readonly base: ReportCommit | undefined;
  readonly head: ReportCommit | undefined;
  /** The pull request that it was made for, as the run that made it says. */
  readonly pullRequest?: number | undefined;
  /** Name of the branch that it is to be merged into, as the run that made the report says. */
  readonly baseRef?: string | undefined;
  /** The kernel's folder in the repository, '' for its root; undefined where it is in no part of it. */
  readonly folder?: string | undefined;
  /** What head has and base does not, oldest first, the last ones of many; undefined where none are known. */
  readonly commits?: readonly CommitSubject[] | undefined;
  /** The linked kernels that were compared, where they were built elsewhere. */
  readonly files?: ComparedFiles | undefined;
  /** Why nothing could be compared at all, for any target. */
  readonly failure: Failure | undefined;
  /** The worst of the targets' verdicts; `no-comparison` where there is no target. */
  readonly verdict: VerdictKind;
  readonly targets: readonly TargetReport[];
  /** Remarks on the whole comparison, one sentence each. */
  readonly notes: readonly string[];
}

/** What stopped a comparison: one sentence, and lines that help to mend it. */
export interface Failure {
  readonly reason: string;
  readonly details: readonly string[];
}

/** A commit and why it was chosen. */
interface ReportCommit {
  readonly hash: string;
  readonly origin: string;
}

/** Paths as they were given. */
interface ComparedFiles {
  readonly base: string;
  readonly head: string;
}

/** One target's sizes and what follows from them. */
export interface TargetReport {
  readonly target: string;
  readonly status: TargetStatus;
  readonly verdict: Verdict;
  /** Where its limits are from; undefined where nobody says, and in reports of earlier versions. */
  readonly limits?: LimitSource | undefined;
  /** Limits in bytes. */
  readonly budgets: Limits;
  readonly growth: Limits;
  /** Undefined where a side could not be measured. */
  readonly delta: Delta | undefined;
  /** What helps to mend a `no-comparison`: the end of a build log, the options that did not take. */
  readonly details: readonly string[];
  /** Of head; the comparison is refused where base's tools differ. */
  readonly provenance: Provenance | undefined;
  /** Of base; undefined where there is none, and in reports of earlier versions. */
  readonly baseProvenance?: Provenance | undefined;
}

/** `new`: only in head's budget file, so there is no base; `removed`: only in base's, judged a last time. */
export type TargetStatus = 'kept' | 'new' | 'removed';

/** What came of comparing the two sides of a target. */
export type Comparison = (
  | {
      readonly kind: 'compared';
      readonly delta: Delta;
      /** One sentence for each reason why limited parts have no size. */
      readonly unmeasuredParts: readonly string[];
    }
  | ({ readonly kind: 'failed' } & Failure)
) & {
  /** Of head, where it was measured. */
  readonly provenance?: Provenance | undefined;
  /** Of base; undefined where there is none. */
  readonly baseProvenance?: Provenance | undefined;
};

/** A target that has not been judged yet. */
export interface ComparedTarget {
  readonly target: Target;
  readonly status: TargetStatus;
  readonly limits?: LimitSource | undefined;
  readonly comparison: Comparison;
}

/** What a report is about: two commits, where the kernel lies, and the kernels where those were built elsewhere. */
export type ReportSubject = Pick<Report, 'base' | 'head' | 'folder' | 'files'>;

/** What a report says beside its targets, and growth that was accepted. */
export interface Remarks {
  readonly notes: readonly string[];
  readonly acceptances: readonly Acceptance[];
  /** Those whose messages were read, oldest first. */
  readonly commits?: readonly CommitSubject[];
}
