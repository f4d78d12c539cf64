import { type WrittenTarget, targetSchema } from './budget-schema.ts';
import { problemsError } from './problem.ts';
import { schemaProblems } from './schema-problems.ts';
import type { WrittenFragment } from './written-fragment.ts';
import { readYaml } from './yaml-text.ts';

/** A target shipped with the tool, for others to extend. */
export interface Preset {
  readonly name: string;
  /** Its fragments' paths are absolute. */
  readonly target: WrittenTarget;
}

/**
 * Reads a preset's target.yml; `folder` is where it and its fragments lie. Throws a UserError with all mistakes,
 * as for a budget file.
 */
export function parsePreset(file: {
  readonly name: string;
  readonly text: string;
  readonly folder: string;
}): Preset {
  const path = `${file.folder}/target.yml`;
  const yaml = readYaml(file.text);
  if (yaml.problems.length > 0) throw problemsError(path, yaml.problems);
  const parsed = targetSchema.safeParse(yaml.value);
  if (!parsed.success) throw problemsError(path, schemaProblems(targetSchema, parsed.error, yaml));
  const fragments = (parsed.data.fragments ?? []).map((fragment) => inFolder(file.folder, fragment));
  return { name: file.name, target: { ...parsed.data, fragments } };
}

function inFolder(folder: string, fragment: WrittenFragment): WrittenFragment {
  return typeof fragment === 'string'
    ? `${folder}/${fragment}`
    : { ...fragment, file: `${folder}/${fragment.file}` };
}
