import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { BUDGET_FILE, parseBudgetFile } from '../src/budget/budget-file.ts';
import { starterWorkflow } from '../src/starter-files.ts';
import { readPresets } from '../src/plan.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [workflow = '', budgetFile = ''] = Array.from(
  readme.matchAll(/^```yaml\n(.*?)^```$/gms),
  ([, text]) => text,
);

test('the workflow to paste is the one that init writes', () => {
  expect(workflow).toBe(starterWorkflow());
});

test('the budget file that is shown has no mistake', () => {
  const input = { text: budgetFile, path: BUDGET_FILE, presets: readPresets(), fileExists: () => true };
  expect(parseBudgetFile(input).map(({ name }) => name)).toEqual(['stm32f469', 'mine']);
});

test('every input and output of the action is described, and no other', () => {
  const action: Record<'inputs' | 'outputs', object> = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const [table = ''] = /^\| input .*?\n\n/ms.exec(readme) ?? [];
  const described = table
    .split('\n')
    .slice(2)
    .flatMap((row) => (row.split('|')[1] ?? '').match(/[a-z-]+/g) ?? []);
  expect(described).toEqual(Object.keys(action.inputs));
  for (const output of Object.keys(action.outputs))
    expect(readme).toMatch(new RegExp(`^Outputs: .*\`${output}\``, 'm'));
});

test('all presets are in the table of what was measured', () => {
  const measured = Array.from(readme.matchAll(/^\| `([a-z0-9-]+)` \| 6\.1/gm), ([, name]) => name);
  expect(new Set(measured)).toEqual(new Set(readPresets().keys()));
});
