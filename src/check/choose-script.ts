/** How the kernel's own scripts/bloat-o-meter counts: its table in the report is the one that people get from it. */
import { join } from 'node:path';
import type { SourceTree } from '../git/sources/source-tree.ts';
import { parseScript } from '../size/bloat-o-meter/parse-script.ts';
import type { ScriptRules } from '../size/bloat-o-meter/symbol-letters.ts';

const SCRIPT = 'scripts/bloat-o-meter';

/** The rules of one commit's script, undefined where they are not known, and a remark on that. */
export interface ChosenScript {
  readonly rules: ScriptRules | undefined;
  readonly notes: readonly string[];
}

/** Reads base's: what head makes of the script is head's to say. */
export async function chooseScript(
  { git, prefix }: Pick<SourceTree, 'git' | 'prefix'>,
  base: string,
): Promise<ChosenScript> {
  const text = await git.ask('cat-file', 'blob', `${base}:${join(prefix, SCRIPT)}`);
  const rules = text === undefined ? undefined : parseScript(text);
  if (text === undefined || rules !== undefined) return { rules, notes: [] };
  return {
    rules: undefined,
    notes: [
      `${SCRIPT} of base is of a form that is not known here: the table is by the script of Linux of its version`,
    ],
  };
}
