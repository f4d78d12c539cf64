import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseBudgetFile } from './budget/budget-file.ts';
import { type Preset, parsePreset } from './budget/preset.ts';
import type { FileExists } from './budget/target-problems.ts';
import type { Target } from './budget/target.ts';
import type { TargetStatus } from './report/report.ts';
import { UserError } from './user-error.ts';

/** A target to check, and on which side its definition was found. */
export interface PlannedTarget {
  readonly target: Target;
  readonly status: TargetStatus;
}

/** The targets of a check, and remarks on how they were chosen. */
export interface Plan {
  readonly targets: readonly PlannedTarget[];
  readonly notes: readonly string[];
}

/** A budget file of one side. */
export interface BudgetText {
  /** What messages call it. */
  readonly path: string;
  readonly text: string;
  /** Whether this side's kernel tree has a fragment. */
  readonly fileExists: FileExists;
}

/** The budget file of each side, undefined where a side has none; `names` of the targets wanted, all when empty. */
export interface PlanRequest {
  readonly base: BudgetText | undefined;
  readonly head: BudgetText | undefined;
  readonly names: readonly string[];
}

/**
 * The targets to check. A change cannot raise its own limits, nor drop a target unseen: what base defines is judged by
 * base's definition, what only head defines is new. Throws a UserError that lists all mistakes of head's budget file;
 * mistakes that base has already are not the change's.
 */
export function planTargets({ base, head, names }: PlanRequest): Plan {
  const isSame = base?.text === head?.text;
  const after = head === undefined ? [] : targetsOf(head);
  const before = isSame ? { targets: after, notes: [] } : baseTargets(base);
  const kept = before.targets.map((target): PlannedTarget => {
    const isKept = after.some(({ name }) => name === target.name);
    return { target, status: isKept ? 'kept' : 'removed' };
  });
  const added = after.filter(({ name }) => !kept.some(({ target }) => target.name === name));
  const all = [...kept, ...added.map((target): PlannedTarget => ({ target, status: 'new' }))];
  const notes =
    isSame || kept.length === 0 ? [] : ["this change edits the budget file; base's limits were applied"];
  return { targets: choose(all, names), notes: [...before.notes, ...notes] };
}

/** One preset as a plan of its own, for a tree without a budget file. */
export function planPreset(name: string): readonly PlannedTarget[] {
  const text = `targets:\n  ${name}:\n    extends: ${name}\n`;
  const file = { path: `preset ${name}`, text, fileExists: () => true };
  return planTargets({ base: file, head: file, names: [] }).targets;
}

function targetsOf(file: BudgetText): readonly Target[] {
  return parseBudgetFile({ ...file, presets: readPresets() });
}

function baseTargets(file: BudgetText | undefined): { targets: readonly Target[]; notes: readonly string[] } {
  if (file === undefined) return { targets: [], notes: [] };
  try {
    return { targets: targetsOf(file), notes: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      targets: [],
      notes: [`the budget file at base is not usable, head's was used: ${error.message}`],
    };
  }
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

/** The presets that are shipped beside the program, src/ and dist/ being neighbours of presets/. */
export function readPresets(): ReadonlyMap<string, Preset> {
  const folder = fileURLToPath(new URL('../presets/', import.meta.url));
  const names = readdirSync(folder).toSorted();
  return new Map(names.map((name) => [name, readPreset(join(folder, name), name)]));
}

function readPreset(folder: string, name: string): Preset {
  return parsePreset({ name, folder, text: readFileSync(join(folder, 'target.yml'), 'utf8') });
}
