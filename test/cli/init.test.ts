import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BUDGET_FILE, parseBudgetFile } from '../../src/budget/file/budget-file.ts';
import { initFiles, runInit } from '../../src/cli/init.ts';
import {
  COMMENT_WORKFLOW_FILE,
  WORKFLOW_FILE,
  starterBudgetFile,
  starterCommentWorkflow,
  starterWorkflow,
} from '../../src/cli/starter-files.ts';
import { readPresets } from '../../src/presets.ts';
import { createRepository } from '../support/git/repository.ts';
import { createToyKernel } from '../support/kernel/toy-kernel.ts';

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

describe('init', () => {
  it('writes the budget file and both workflows', async () => {
    await using tree = await createFixture({});
    expect(await initFiles({ folder: tree.path, presets: names, chosen: ['x86-tiny'] })).toEqual({
      written: [BUDGET_FILE, WORKFLOW_FILE, COMMENT_WORKFLOW_FILE],
      kept: [],
    });
    expect(await tree.readFile(WORKFLOW_FILE, 'utf8')).toBe(starterWorkflow());
    expect(await tree.readFile(COMMENT_WORKFLOW_FILE, 'utf8')).toBe(starterCommentWorkflow());
  });

  it('leaves a file alone that is there, and says so', async () => {
    await using kernel = await createToyKernel({ [BUDGET_FILE]: 'mine' });
    const [workflow, comment, budgets] = [WORKFLOW_FILE, COMMENT_WORKFLOW_FILE, BUDGET_FILE].map((path) =>
      join(kernel.folder, path),
    );
    const said = await runInit({ folder: kernel.folder, env: process.env });
    expect(said.split('\n').slice(0, 3)).toEqual([
      `${workflow}: written`,
      `${comment}: written`,
      `${budgets}: is there already, left as it is`,
    ]);
    expect(await readFile(budgets!, 'utf8')).toBe('mine');
  });

  it.each(['master', 'rpi-6.12.y', '6.12'])(
    'takes %s for what is pushed to, as the server does',
    async (branch) => {
      await using kernel = await createToyKernel({});
      await kernel.git('symbolic-ref', 'refs/remotes/origin/HEAD', `refs/remotes/origin/${branch}`);
      await runInit({ folder: kernel.folder, env: process.env });
      const { on } = parse(await readFile(join(kernel.folder, WORKFLOW_FILE), 'utf8'));
      expect(on.push).toEqual({ branches: [branch] });
    },
  );

  it.each([
    ['a folder of the tree', '.', 'drivers'],
    ['a kernel in a folder of the repository', 'sources/linux', 'sources/linux'],
  ])('writes at the root of the repository for %s', async (_what, at, folder) => {
    await using kernel = await createToyKernel({}, { at });
    await runInit({ folder: join(kernel.folder, folder), env: process.env });
    expect(await kernel.git('status', '--porcelain', '--untracked-files=all')).toBe(
      `?? ${BUDGET_FILE}\n?? ${COMMENT_WORKFLOW_FILE}\n?? ${WORKFLOW_FILE}`,
    );
  });

  it('writes nothing outside of git', async () => {
    await using tree = await createFixture({ Makefile: 'VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\n' });
    const failure = runInit({ folder: tree.path, env: process.env });
    await expect(failure).rejects.toThrow(/is not in a git work tree/);
    expect(await tree.readdir('.')).toEqual(['Makefile']);
  });

  it('writes nothing in a repository that is no kernel', async () => {
    await using repository = await createRepository({ Makefile: 'all:\n' });
    const failure = runInit({ folder: repository.folder, env: process.env });
    await expect(failure).rejects.toThrow(/is not a Linux kernel tree/);
    expect(await repository.git('status', '--porcelain')).toBe('');
  });

  it('makes no folder for a tree that is not there', async () => {
    await using tree = await createFixture({});
    const failure = runInit({ folder: tree.getPath('gone'), env: process.env });
    await expect(failure).rejects.toThrow(/gone is not a folder/);
    expect(await tree.exists('gone')).toBe(false);
  });

  it('names the file that it cannot write', async () => {
    await using kernel = await createToyKernel({ '.github': 'a file' });
    const failure = runInit({ folder: kernel.folder, env: process.env });
    await expect(failure).rejects.toThrow(/kernel-size-budget\.yml cannot be written/);
  });
});
