import { parseBudgetFile } from '../../budget/file/budget-file.ts';
import type { JudgedTarget } from '../../budget/judge.ts';
import { baseSource } from '../../budget/limit-source.ts';
import { withIdleNotes } from '../../check/acceptances.ts';
import type { Repository } from '../../github/api/repository.ts';
import { readRepositoryFile } from '../../github/commits/repository-file.ts';
import { readPresets } from '../../presets.ts';
import { failedReport } from '../../report/assemble-report.ts';
import { type JudgingRules, judgeAgain } from '../../report/judge-again.ts';
import type { Remarks, Report } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';

/** By what a finished report is judged. */
export interface LiveRules {
  readonly repository: Repository;
  /** Path of the budget file from the repository's root, and the branch or commit that has it. */
  readonly config: string;
  readonly ref: string;
  /** Targets that must be in the report; those of the budget file when empty. */
  readonly names: readonly string[];
  readonly remarks: Remarks;
}

/** Judges a report by the budget file that a branch or commit has on GitHub; the report's own limits do not count. */
export async function judgeLive(report: Report, rules: LiveRules): Promise<Report> {
  // What went wrong first is what is to be mended.
  if (report.failure !== undefined) return failedReport(report, report.failure);
  try {
    const { acceptances } = rules.remarks;
    const known = await targetsAt(rules);
    const limits = baseSource(rules.config, rules.ref);
    const judged = judgeAgain(report, { acceptances, limits, ...wantedTargets(rules, known) });
    if (judged.targets.length === 0) throw nothingMeasured(rules);
    const added = judged.targets.map(({ target, growth }) => ({ name: target, growth }));
    const { notes } = withIdleNotes(rules.remarks, [...added, ...known]);
    const commits = rules.remarks.commits?.length ? rules.remarks.commits : judged.commits;
    return { ...judged, ...(commits && { commits }), notes: [...new Set([...judged.notes, ...notes])] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return failedReport(report, { reason: error.message, details: error.details });
  }
}

/** Limits are base's; a name that base does not have is a new target. */
function wantedTargets(
  { names }: LiveRules,
  known: readonly JudgedTarget[],
): Pick<JudgingRules, 'targets' | 'names'> {
  const chosen = new Set(names);
  return { targets: chosen.size === 0 ? known : known.filter(({ name }) => chosen.has(name)), names };
}

async function targetsAt({ repository, config, ref }: LiveRules): Promise<readonly JudgedTarget[]> {
  if (isOutside(config)) throw outsideRepository(config);
  const text = await readRepositoryFile(repository, { path: config, ref });
  if (text === undefined) return [];
  return parseBudgetFile({ text, path: config, presets: readPresets(), fileExists: () => true });
}

/** `..budget.yml` is a file like any other. */
function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../');
}

function nothingMeasured({ config, ref }: LiveRules): UserError {
  return new UserError(
    `the report has no targets, and ${config} of ${ref} names none; expected one at least: see the log of the run`,
  );
}

function outsideRepository(config: string): UserError {
  return new UserError(
    `the budget file ${config} lies outside the repository, where a finished report cannot be judged by it; ` +
      'expected a path in the repository, or the mode "check"',
  );
}
