import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BUDGET_FILE, parseBudgetFile } from '../src/budget/file/budget-file.ts';
import { starterCommentWorkflow, starterWorkflow } from '../src/cli/starter-files.ts';
import { readPresets } from '../src/presets.ts';
import { type Document, readDocuments, yamlBlocks } from './support/report/documents.ts';
import { readWorkflows } from './support/runner/workflows.ts';

const root = join(import.meta.dirname, '..');
const documents = readDocuments();
const page = (path: string): Document => documents.find((document) => document.path === path)!;
const inputs = page('docs/inputs.md').text;

test('the workflows to paste are those that init writes', () => {
  expect(yamlBlocks(page('README.md')).slice(0, 2)).toEqual([starterWorkflow(), starterCommentWorkflow()]);
});

test.each([
  ['README.md', ['stm32f469']],
  ['docs/budget-file.md', ['stm32f469', 'mine']],
])('the budget file that %s shows has no mistake', (path, targets) => {
  const text = yamlBlocks(page(path)).find((block) => /^targets:/m.test(block))!;
  const input = { text, path: BUDGET_FILE, presets: readPresets(), fileExists: () => true };
  expect(parseBudgetFile(input).map(({ name }) => name)).toEqual(targets);
});

test('every input and output of the action is described, and no other', () => {
  const action: Record<'inputs' | 'outputs', object> = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const [table = ''] = /^\| input .*?\n\n/ms.exec(inputs) ?? [];
  const described = table
    .split('\n')
    .slice(2)
    .flatMap((row) => (row.split('|')[1] ?? '').match(/[a-z-]+/g) ?? []);
  expect(described).toEqual(Object.keys(action.inputs));
  expect(namesIn('Outputs: ')).toEqual(expect.arrayContaining(Object.keys(action.outputs)));
});

test.each(['kernel-size.yml', 'kernel-size-comment.yml'])('every input of %s is named', (name) => {
  const { workflow } = readWorkflows().find((file) => file.name === name)!;
  const names = Object.keys(workflow.on.workflow_call!.inputs);
  expect(namesIn(`The called \`${name}\` takes`)).toEqual(expect.arrayContaining(names));
});

/** What is set as code in the sentences from some words on, up to the end of the paragraph. */
function namesIn(beginning: string): string[] {
  const [paragraph = ''] =
    inputs
      .replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
      .split(beginning)[1]
      ?.split('\n') ?? [];
  return Array.from(paragraph.matchAll(/`([a-z-]+)`/g), ([, word]) => word!);
}

test('all presets are in the table of what was measured', () => {
  const rows = page('docs/budget-file.md').text.matchAll(/^\| `([a-z0-9-]+)` \| 6\.1/gm);
  expect(new Set(Array.from(rows, ([, name]) => name))).toEqual(new Set(readPresets().keys()));
});

describe.each(documents)('each link of $path', ({ path, text }) => {
  const links = Array.from(text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g), ([, file, anchor]) => {
    return { file: file === '' ? path : join(dirname(path), file!), anchor };
  });

  test('leads to a file', () => {
    expect(links.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('leads to a heading, where it names one', () => {
    const broken = links.filter(({ file, anchor }) => anchor !== undefined && !anchorsOf(file).has(anchor));
    expect(broken).toEqual([]);
  });
});

/** As GitHub makes them of headings: lower case, a dash for each blank, no punctuation. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = page(path).text.matchAll(/^#+ (.*)$/gm);
  return new Set(
    Array.from(headings, ([, heading]) =>
      heading!
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}
