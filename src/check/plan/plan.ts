import { parseBudgetFile } from '../../budget/file/budget-file.ts';
import type { FileExists } from '../../budget/file/target-problems.ts';
import type { KernelTree } from '../../budget/file/tree-problems.ts';
import type { LimitSource } from '../../budget/limit-source.ts';
import { suggestion } from '../../budget/nearest.ts';
import type { Target } from '../../budget/target.ts';
import { readPresets } from '../../presets.ts';
import { UserError } from '../../user-error.ts';
import type { PlannedTarget } from '../job.ts';
import { editNotes, rebuiltNotes } from './notes.ts';

/** The targets of a check, and remarks on how they were chosen. */
export interface Plan {
  readonly targets: readonly PlannedTarget[];
  /** Those of both budget files, chosen or not. */
  readonly known: readonly Target[];
  readonly notes: readonly string[];
}

/** A budget file of one side. */
export interface BudgetText {
  /** What messages call it. */
  readonly path: string;
  readonly text: string;
  /** The full hash of the commit that it is from; undefined where it was read as it lies there. */
  readonly commit?: string | undefined;
  /** Whether this side's kernel tree has a fragment. */
  readonly fileExists: FileExists;
  /** This side's kernel tree, as far as it is at hand. */
  readonly tree?: KernelTree | undefined;
}

/** The budget file of each side, undefined where a side has none; `names` of the targets wanted, all when empty. */
export interface PlanRequest {
  readonly base: BudgetText | undefined;
  readonly head: BudgetText | undefined;
  readonly names: readonly string[];
}

/**
 * The targets to check. A change cannot raise its own limits, nor drop a target unseen: each side is built as its own
 * budget file says, both are judged by base's limits, and what head drops is judged once more. What only head has is
 * new. Throws a UserError that lists all mistakes of head's budget file; mistakes that base has already are not the
 * change's.
 */
export function planTargets({ base, head, names }: PlanRequest): Plan {
  const after = head === undefined ? [] : targetsOf(head);
  const before = baseTargets({ base, head, after });
  const known = before.targets.map((target) => ({ ...planKnown(target, after), limits: before.limits! }));
  const added = after
    .filter(({ name }) => !before.targets.some((target) => target.name === name))
    .map((target): PlannedTarget => {
      return { baseTarget: undefined, target, limits: sourceOf(head!, 'head'), status: 'new' };
    });
  const all = [...known, ...added];
  const targets = choose(all, names);
  return {
    targets,
    known: all.map(({ target }) => target),
    notes: [...before.notes, ...editNotes(before.targets, after), ...rebuiltNotes(targets)],
  };
}

/** A target that base has, with head's own way to build it where head has one. */
function planKnown(baseTarget: Target, after: readonly Target[]): Omit<PlannedTarget, 'limits'> {
  const own = after.find(({ name }) => name === baseTarget.name);
  if (own === undefined) return { baseTarget, target: baseTarget, status: 'removed' };
  const { budgets, growth, nearLimit } = baseTarget;
  return { baseTarget, target: { ...own, budgets, growth, nearLimit }, status: 'kept' };
}

/** One preset as a plan of its own, for a tree without a budget file. Throws a UserError for any other name. */
export function planPreset(name: string): readonly PlannedTarget[] {
  const known = [...readPresets().keys()];
  if (!known.includes(name)) throw new UserError(`there is no preset "${name}"; ${suggestion(name, known)}`);
  const text = `targets:\n  ${name}:\n    extends: ${name}\n`;
  const file = { path: `preset ${name}`, text, fileExists: () => true };
  return planTargets({ base: file, head: file, names: [] }).targets;
}

function targetsOf(file: BudgetText): readonly Target[] {
  return parseBudgetFile({ ...file, presets: readPresets() });
}

/** The targets whose limits base has, and the file that they are from. */
interface BaseTargets {
  readonly targets: readonly Target[];
  /** Undefined where there is no target. */
  readonly limits: LimitSource | undefined;
  readonly notes: readonly string[];
}

/** Those of base's budget file; where it cannot be used, head's, so that growth is judged all the same. */
function baseTargets({
  base,
  head,
  after,
}: Pick<PlanRequest, 'base' | 'head'> & { readonly after: readonly Target[] }): BaseTargets {
  if (base === undefined) return { targets: [], limits: undefined, notes: [] };
  const limits = sourceOf(base, 'base');
  if (base.text === head?.text) return { targets: after, limits, notes: [] };
  try {
    // What its tree has lost since is no reason to forget its limits.
    return { targets: targetsOf({ ...base, tree: undefined }), limits, notes: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      targets: after,
      limits: head && sourceOf(head, 'head'),
      notes: [`the budget file at base is not usable, head's was used: ${error.message}`],
    };
  }
}

/** A file that was read as it lies there is of neither side. */
function sourceOf({ path, commit }: BudgetText, side: 'base' | 'head'): LimitSource {
  return commit === undefined ? { path } : { path, commit, side };
}

function choose(planned: readonly PlannedTarget[], names: readonly string[]): readonly PlannedTarget[] {
  if (names.length === 0) return planned;
  const known = planned.map(({ target }) => target.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      `no target ${unknown.join(', ')}; the budget file has: ${known.join(', ') || 'none'}`,
    );
  }
  return planned.filter(({ target }) => names.includes(target.name));
}
