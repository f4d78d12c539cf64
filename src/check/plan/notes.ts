/** Remarks on what a change does to the budget file itself. */
import { limitNames } from '../../budget/limits.ts';
import type { Target } from '../../budget/target.ts';
import { formatLimit } from '../../budget/units.ts';
import type { PlannedTarget } from '../job.ts';

/** Says what is edited in the budget file, limit by limit. */
export function editNotes(before: readonly Target[], after: readonly Target[]): string[] {
  const isEdited = before.length > 0 && JSON.stringify(before) !== JSON.stringify(after);
  if (!isEdited) return [];
  const edits = before.flatMap((target) => {
    const own = after.find(({ name }) => name === target.name);
    return own === undefined
      ? []
      : [...limitEdits(target, own, 'budgets'), ...limitEdits(target, own, 'growth')];
  });
  return ["this change edits the budget file; base's limits were applied", ...edits];
}

/** `this change sets the budget of toy for ram to 400 KiB (324 KiB at base)`. */
function limitEdits(base: Target, head: Target, kind: 'budgets' | 'growth'): string[] {
  const [before, after] = [base[kind], head[kind]];
  const names = [...new Set([...limitNames(base), ...limitNames(head)])];
  const what = kind === 'budgets' ? 'budget' : 'growth limit';
  const words = (limit: number | undefined): string => (limit === undefined ? 'none' : formatLimit(limit));
  return names
    .filter((name) => before[name] !== after[name])
    .map(
      (name) =>
        `this change sets the ${what} of ${base.name} for ${name} to ${words(after[name])} (base: ${words(before[name])})`,
    );
}

/** Names targets that are built in another way: what that does to sizes is the change's too. */
export function rebuiltNotes(targets: readonly PlannedTarget[]): string[] {
  return targets
    .filter(({ baseTarget, target }) => baseTarget && JSON.stringify(baseTarget) !== JSON.stringify(target))
    .map(({ target }) => `this change edits how ${target.name} is built; head was measured the new way`);
}
