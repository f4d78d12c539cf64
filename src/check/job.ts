/** What the steps of a check share: the job, its targets, and what becomes of their two sides. */
import type { LimitSource } from '../budget/limit-source.ts';
import type { Target } from '../budget/target.ts';
import type { CacheKey, CacheStore } from '../cache/store.ts';
import type { WorkspaceLock } from '../cache/workspace-lock.ts';
import type { Workspace } from '../cache/workspace.ts';
import type { SourceTree } from '../git/sources/source-tree.ts';
import type { Checkout, KernelBuild } from '../kernel/make/build-context.ts';
import type { MakeQueue } from '../kernel/make/make-queue.ts';
import type { KernelArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import type { Comparison, Failure, Remarks, ReportSubject, TargetStatus } from '../report/report.ts';
import type { ScriptRules } from '../size/bloat-o-meter/symbol-letters.ts';
import type { OptionExplanation } from '../size/delta/delta.ts';
import type { Measurement } from '../size/measurement.ts';

/** All that a check works on; the command line and the action each put one together. */
export interface CheckJob extends Pick<
  KernelBuild,
  'env' | 'ccache' | 'missingTools' | 'sandbox' | 'signal' | 'progress' | 'fragmentFallback'
> {
  /** Compilers to run at once, for all targets together. */
  readonly jobs: number;
  /** What the report is about. */
  readonly subject: ReportSubject;
  /** The kernel's commits: of another repository where it is a submodule. */
  readonly checkouts: { readonly base: string; readonly head: string };
  readonly targets: readonly PlannedTarget[];
  readonly openSource: () => Promise<SourceTree>;
  readonly workspace: Pick<Workspace, 'builds' | 'kernels' | 'logs'>;
  /** Held until the check has ended, and by each build as long as something of it runs. */
  readonly lock: Pick<WorkspaceLock, 'inherited'>;
  readonly cache: Cache;
  /** Whether a target that a change cannot reach is built all the same. */
  readonly unaffected: 'skip' | 'build';
  /** Whether a head that breaks a limit is built once more from nothing, where it was built on an earlier build. */
  readonly confirm: 'failures' | 'nothing';
  /** The budget file, relative to the repository's root: a change of it builds every target. */
  readonly budgetFile: string;
  readonly notes: readonly string[];
  /** Growth that was accepted until now, and remarks on what was not; asked for after the builds. */
  readonly readAcceptances: () => Promise<Remarks>;
}

/** What is kept between checks, and what of each side goes into it. */
export interface Cache {
  readonly store: CacheStore;
  /** What builds begin with: an empty folder, or what is in it, or else the nearest that the cache has. */
  readonly start: 'empty' | 'kept';
  readonly keep: Readonly<Record<'base' | 'head', readonly CacheKey['kind'][]>>;
}

/** A check that is going on. */
export interface RunningCheck extends CheckJob, Pick<KernelBuild, 'programs'> {
  readonly slots: MakeQueue;
  /** How base's scripts/bloat-o-meter counts. */
  readonly script: ScriptRules | undefined;
}

/** A target to check. */
export interface PlannedTarget {
  /** What base is built as; undefined where base's budget file does not have the target. */
  readonly baseTarget: Target | undefined;
  /** What head is built as, under the limits of base's budget file. */
  readonly target: Target;
  /** Where its limits are from. */
  readonly limits: LimitSource;
  readonly status: TargetStatus;
}

/** Why one side of a target cannot be measured. */
export type Failed = { readonly kind: 'failed' } & Failure;

/** A side that nothing is done for: a new target has no base, and a head whose base failed nothing to compare with. */
interface Absent {
  readonly kind: 'absent';
}

/** One side of a target: the kernel, and as what it is measured. */
export type SideOutcome =
  | { readonly kind: 'ready'; readonly kernel: KernelArtifacts; readonly target: Target }
  | Failed
  | Absent;

/** How measuring one side of a target ended. */
export type Outcome = { readonly kind: 'measured'; readonly measurement: Measurement } | Failed | Absent;

/** One commit, which is checked out when something of it has to be built. */
export interface SideSource extends Pick<KernelBuild, 'side' | 'subsystems'> {
  /** Throws where a target is not to be built. */
  readonly checkout: (target?: Target) => Promise<Checkout>;
  readonly tree: SourceTree;
  readonly hash: string;
}

/** One build of a target, and the digest of its inputs. */
export interface IdentifiedBuild {
  readonly build: KernelBuild;
  readonly inputs: string;
}

/** What is known of options that differ, before head with the options of base is measured. */
export interface BuiltExplanation extends Omit<OptionExplanation, 'likeBase'> {
  readonly likeBase: KernelArtifacts | undefined;
}

/** A target with the kernel of base. */
export interface BasedTarget extends PlannedTarget {
  readonly base: SideOutcome;
}

/** A target with what the change means for it. */
export interface ReachedTarget extends BasedTarget {
  /** What head is, without a build; undefined where it has to be built. */
  readonly known: SideOutcome | undefined;
  /** Why head was not built, or why it was although nothing is known to reach it, for the report. */
  readonly note: string | undefined;
}

/** A target with the kernels of both sides. */
export interface BuiltTarget extends BasedTarget {
  readonly head: SideOutcome;
  /** Where the options of the two differ. */
  readonly options?: BuiltExplanation;
}

/** A target with what the change does to its sizes. */
export interface MeasuredTarget extends BuiltTarget {
  readonly comparison: Comparison;
}
