import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { BUDGET_FILE, parseBudgetFile } from '../src/budget/file/budget-file.ts';
import { readPresets } from '../src/presets.ts';
import { starterCommentWorkflow, starterWorkflow } from '../src/cli/starter-files.ts';
import { readWorkflows } from './support/workflows.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = Array.from(readme.matchAll(/^```yaml\n(.*?)^```$/gms), ([, text]) => text!);
const budgetFile = blocks.find((text) => /^targets:/m.test(text)) ?? '';

test('the workflows to paste are those that init writes', () => {
  expect(blocks.slice(0, 2)).toEqual([starterWorkflow(), starterCommentWorkflow()]);
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
  expect(namesIn('Outputs: ')).toEqual(expect.arrayContaining(Object.keys(action.outputs)));
});

test.each(['kernel-size.yml', 'kernel-size-comment.yml'])('every input of %s is named', (name) => {
  const { workflow } = readWorkflows().find((file) => file.name === name)!;
  const inputs = Object.keys(workflow.on.workflow_call!.inputs);
  expect(namesIn(`The called \`${name}\` takes`)).toEqual(expect.arrayContaining(inputs));
});

/** What is set as code in the sentences from some words on, up to the end of the paragraph. */
function namesIn(beginning: string): string[] {
  const [paragraph = ''] =
    readme
      .replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
      .split(beginning)[1]
      ?.split('\n') ?? [];
  return Array.from(paragraph.matchAll(/`([a-z-]+)`/g), ([, word]) => word!);
}

test('all presets are in the table of what was measured', () => {
  const measured = Array.from(readme.matchAll(/^\| `([a-z0-9-]+)` \| 6\.1/gm), ([, name]) => name);
  expect(new Set(measured)).toEqual(new Set(readPresets().keys()));
});
