/** The targets of a check on a developer's machine. */
import { existsSync } from 'node:fs';
import { arch } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { BUDGET_FILE } from '../budget/file/budget-file.ts';
import { committedBudget, committedKernel } from '../check/plan/committed-budget.ts';
import { type BudgetText, type Plan, planPreset, planTargets } from '../check/plan/plan.ts';
import { readBudgetFile } from '../check/plan/read-budget-file.ts';
import { isBelow } from '../files/paths.ts';
import type { CommitPair } from '../git/commits/commits.ts';
import type { Git } from '../git/git.ts';
import { realPathOf } from '../git/repository/locate-repository.ts';
import { submoduleOf } from '../git/repository/submodule-of.ts';
import { fragmentPaths } from '../kernel/tree/fragment-paths.ts';
import { UserError } from '../user-error.ts';

/** The options of the command line that choose targets. */
export interface LocalPlanOptions {
  /** Relative to where the command is started; the usual one at the root of the repository when undefined. */
  readonly config?: string;
  readonly target: readonly string[];
}

/** A plan, and where its budget file is. */
export interface LocalPlan extends Plan {
  /** From the root of the repository. */
  readonly budgetFile: string;
}

/**
 * Plans as the action does: base's limits count, whatever is checked out or edited since. A file that base does not have
 * is taken from head; one that no commit of the two has, such as one outside of the repository, is read as it lies there.
 */
export async function planLocally(
  git: Git,
  commits: CommitPair,
  options: LocalPlanOptions,
): Promise<LocalPlan> {
  const { root } = await git.repository();
  const path = options.config === undefined ? join(root, BUDGET_FILE) : inRealFolder(options.config);
  const budgetFile = relative(root, path);
  const at = (hash: string): Promise<BudgetText | undefined> => budgetAt(git, hash, budgetFile);
  const isInside = isBelow(path, root);
  const base = isInside ? await at(commits.base.hash) : undefined;
  const head = isInside ? await at(commits.head.hash) : undefined;
  if (base === undefined && head === undefined) {
    const lying = options.config ?? (await withoutConfig(git, path));
    return { ...(await planByFile(git, commits.head.hash, { path: lying, options })), budgetFile };
  }
  const plan = planTargets({ base, head, names: options.target });
  return { ...(base === undefined ? withBase(plan, budgetFile) : plan), budgetFile };
}

/** The usual place, which is in the outer repository where the kernel is a submodule and has no file of its own. */
async function withoutConfig(git: Git, path: string): Promise<string> {
  if (existsSync(path)) return path;
  const found = await submoduleOf(git, git.env);
  const ofOuter = found && join(found.outer.folder, BUDGET_FILE);
  return ofOuter !== undefined && existsSync(ofOuter) ? ofOuter : path;
}

/** The file itself may be a link; git has paths without links on the way. */
function inRealFolder(config: string): string {
  const path = resolve(config);
  return join(realPathOf(dirname(path)), basename(path));
}

/** Fragments that are not committed yet are taken from the developer's folder. */
async function budgetAt(git: Git, hash: string, path: string): Promise<BudgetText | undefined> {
  const readBlob = (blob: string): Promise<string> => git.run('cat-file', 'blob', blob);
  const request = { path, readBlob };
  const found = await committedBudget({ kernel: git, outer: git }, { outer: hash, kernel: hash }, request);
  return found && { ...found, fileExists: orInFolder(git, found.fileExists) };
}

function orInFolder(git: Git, inCommit: BudgetText['fileExists']): BudgetText['fileExists'] {
  return (file, targetArch) =>
    inCommit(file, targetArch) ||
    fragmentPaths(file, targetArch).some((place) => existsSync(resolve(git.folder, place)));
}

/** The change adds the budget file: its limits are new, and base can be built by it all the same. */
function withBase(plan: Plan, path: string): Plan {
  const note = `base has no budget file ${path}: it is new, so both sides are built and judged as head's says`;
  const targets = plan.targets.map((planned) => ({ ...planned, baseTarget: planned.target }));
  return { ...plan, targets, notes: [note, ...plan.notes] };
}

/** The file as it lies there holds for both sides. */
async function planByFile(
  git: Git,
  head: string,
  { path, options }: { readonly path: string; readonly options: LocalPlanOptions },
): Promise<Plan> {
  if (options.config === undefined && !existsSync(path)) return planWithoutFile(path, options.target);
  const { fileExists, tree } = await committedKernel(git, head);
  const file = { path, text: readBudgetFile(path), fileExists: orInFolder(git, fileExists), tree };
  const plan = planTargets({ base: file, head: file, names: options.target });
  const note = `neither base nor head has the budget file ${file.path}: it was taken as it lies there`;
  return { ...plan, notes: [note, ...plan.notes] };
}

function planWithoutFile(path: string, names: readonly string[]): Plan {
  const preset = 'x86-tiny';
  if (arch() !== 'x64' && arch() !== 'ia32') {
    throw new UserError(`there is no budget file ${path}; write one with: npx kernel-size-budget init`);
  }
  const [name = preset, ...more] = names;
  if (more.length > 0)
    throw new UserError(`there is no budget file ${path}; only one preset can be checked without`);
  const note = `there is no budget file ${path}: the preset ${name} was checked; "npx kernel-size-budget init" writes one`;
  const targets = planPreset(name);
  return { targets, known: targets.map(({ target }) => target), notes: [note] };
}
