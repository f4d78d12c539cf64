import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** As the runner hands them on; expressions in them are the caller's to fill in. */
export function defaultInputs(): Record<string, string> {
  const text = readFileSync(join(import.meta.dirname, '../../../action.yml'), 'utf8');
  const { inputs } = parse(text) as { inputs: Record<string, { default: string }> };
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));
}
