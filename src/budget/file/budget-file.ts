import { UserError } from '../../user-error.ts';
import type { Target } from '../target.ts';
import { budgetFileSchema } from './budget-schema.ts';
import { type Problem, problemsError } from './problem.ts';
import { isRecord } from './record.ts';
import { mergeTargets, resolveTarget } from './resolve-target.ts';
import { schemaProblems } from './schema-problems.ts';
import { type Surroundings, targetProblems } from './target-problems.ts';
import { type YamlText, readYaml } from './yaml-text.ts';

/** Where the budget file lies unless a user says otherwise, relative to the repository. */
export const BUDGET_FILE = '.github/kernel-size-budget.yml';

/** A budget file's text and what it may refer to. */
export interface BudgetFileInput extends Surroundings {
  readonly text: string;
  /** What messages call the file. */
  readonly path: string;
}

/**
 * Reads a budget file: its targets in the file's order, presets merged, sizes in bytes. Throws one UserError with
 * every mistake as `file:line:column: message`.
 */
export function parseBudgetFile(input: BudgetFileInput): Target[] {
  if (input.text.length > LONGEST_FILE) throw tooLong(input);
  const yaml = readYaml(input.text);
  if (yaml.problems.length > 0) throw problemsError(input.path, yaml.problems);
  const emptiness = emptyProblem(yaml);
  if (emptiness) throw problemsError(input.path, [emptiness]);
  const parsed = budgetFileSchema.safeParse(yaml.value);
  const found = [
    ...(parsed.success ? [] : schemaProblems(budgetFileSchema, parsed.error, yaml)),
    ...targetProblems(writtenTargets(yaml), yaml, input),
  ];
  // A number where none belongs is one mistake, however it is written.
  const places = new Set(found.map(placeOf));
  const problems = [...found, ...yaml.numberProblems().filter((problem) => !places.has(placeOf(problem)))];
  if (problems.length > 0 || !parsed.success) throw problemsError(input.path, problems);
  const { targets, nearLimit } = parsed.data;
  return Object.entries(targets).map(([name, own]) => {
    const preset = own.extends === undefined ? undefined : input.presets.get(own.extends);
    return resolveTarget(name, preset ? mergeTargets(preset.target, own) : own, nearLimit);
  });
}

function placeOf({ line, column }: Problem): string {
  return `${line}:${column}`;
}

/** In characters; a thousand targets take less. What reads YAML takes time in the square of the keys of a map. */
const LONGEST_FILE = 256 * 1024;

function tooLong({ path, text }: BudgetFileInput): UserError {
  return new UserError(
    `${path} has ${text.length} characters; expected a budget file of at most ${LONGEST_FILE}: is it another file?`,
  );
}

const EXAMPLE = 'begin with "targets:" and a target below it, such as "x86-tiny: { extends: x86-tiny }"';

function emptyProblem(yaml: YamlText): Problem | undefined {
  if (yaml.value === null || yaml.value === undefined) {
    return yaml.problemAt([], `the file is empty; ${EXAMPLE}`);
  }
  if (!isRecord(yaml.value)) return undefined;
  const { targets } = yaml.value;
  const isEmpty =
    targets === undefined || targets === null || (isRecord(targets) && Object.keys(targets).length === 0);
  // With other keys in place, `targets` may be there under a misspelt name: the schema says which.
  if (!isEmpty || (targets === undefined && Object.keys(yaml.value).length > 0)) return undefined;
  return yaml.problemAtKey(['targets'], `there are no targets; ${EXAMPLE}`);
}

function writtenTargets(yaml: YamlText): Readonly<Record<string, unknown>> {
  const targets = isRecord(yaml.value) ? yaml.value['targets'] : undefined;
  return isRecord(targets) ? targets : {};
}
