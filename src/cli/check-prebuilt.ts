import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUDGET_FILE } from '../budget/file/budget-file.ts';
import { readBudgetFile } from '../check/plan/read-budget-file.ts';
import { checkPrebuilt } from '../check/prebuilt/check-prebuilt.ts';
import type { PrebuiltKernels } from '../check/prebuilt/files.ts';
import { choosePrebuiltTarget } from '../check/prebuilt/target.ts';
import { kernelTreeAt } from '../kernel/tree/kernel-version.ts';
import type { Report } from '../report/report.ts';

/** The options that a check of finished kernels heeds. */
export interface LocalPrebuiltOptions {
  readonly target: readonly string[];
  readonly config?: string;
  readonly kernel: string;
}

/** Checks two kernels that were built elsewhere, in any folder. The budget file as it lies there holds for both. */
export async function checkPrebuiltLocally(
  given: PrebuiltKernels,
  options: LocalPrebuiltOptions,
): Promise<Report> {
  const path = options.config ?? join(options.kernel, BUDGET_FILE);
  const hasFile = options.config !== undefined || existsSync(path);
  const file = hasFile ? { path, text: readBudgetFile(path) } : undefined;
  return checkPrebuilt({
    ...choosePrebuiltTarget({ base: file, head: file, path, names: options.target, given }),
    given,
    folder: '',
    // Whatever commit is checked out here, nothing says that the kernels are of it.
    commits: { base: undefined, head: undefined },
    tree: kernelTreeAt(options.kernel),
    readAcceptances: async () => ({ acceptances: [], notes: [] }),
  });
}
