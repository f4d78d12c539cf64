import { z } from 'zod';
import { suggestion } from '../nearest.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml-node.ts';
import type { YamlText } from './yaml-text.ts';

type Issue = z.core.$ZodIssue;

/** The schema's findings as problems of the file: with positions, and with what the file has in each place. */
export function schemaProblems(schema: z.ZodType, error: z.ZodError, yaml: YamlText): Problem[] {
  return error.issues.flatMap((issue) => issueProblems(issue, { schema, yaml, above: [] }));
}

interface Place {
  readonly schema: z.ZodType;
  readonly yaml: YamlText;
  /** Where the union is that the issue was found in. */
  readonly above: Path;
}

function issueProblems(issue: Issue, place: Place): Problem[] {
  const { schema, yaml } = place;
  const path = [...place.above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) =>
      yaml.problemAtKey([...path, key], `unknown key "${key}"; ${suggestion(key, known)}`),
    );
  }
  if (issue.code === 'invalid_key') {
    const message = issue.issues[0]?.message ?? issue.message;
    return [yaml.problemAtKey(path, filled(message, path, yaml))];
  }
  const inside = issue.code === 'invalid_union' ? branchOf(issue.errors) : undefined;
  if (inside) return inside.flatMap((inner) => issueProblems(inner, { ...place, above: path }));
  return [yaml.problemAt(path, filled(missing(issue, path, yaml) ?? issue.message, path, yaml))];
}

/** A union's branch that was meant, told by its getting past the type: `{ fil: x }` is the object, not the path. */
function branchOf(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) =>
    issues.some(({ code, path }) => code === 'unrecognized_keys' || path.length > 0),
  );
}

function missing(issue: Issue, path: Path, yaml: YamlText): string | undefined {
  const name = path.at(-1);
  const absent = name !== undefined && yaml.source(path) === '' && yaml.found(path) === 'nothing';
  if (!absent || (issue.code !== 'invalid_type' && issue.code !== 'invalid_union')) return undefined;
  return `"${String(name)}" is missing or empty`;
}

/** Replaces `{found}`, `{source}` and `{key}` in a schema's message. */
function filled(message: string, path: Path, yaml: YamlText): string {
  const parts: Readonly<Record<string, () => string>> = {
    found: () => yaml.found(path),
    source: () => yaml.source(path),
    key: () => String(path.at(-1)),
  };
  return message.replaceAll(/\{(found|source|key)\}/g, (_, name: string) => parts[name]!());
}

/** The keys that a schema knows where a path leads to. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => keysAt(option, path));
  }
  const [name, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
    if (name === undefined) return Object.keys(shape);
    const key = String(name);
    return Object.hasOwn(shape, key) ? keysAt(shape[key]!, rest) : [];
  }
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  return [];
}
