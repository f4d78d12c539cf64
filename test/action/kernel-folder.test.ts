import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import type { ToyKernel } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';

const toy = useToyAction();
const INPUTS = { kernel: 'linux', config: 'budget.yml' };

/** Puts a link to a copy of the kernel in its place, which lies beside the checkout with a key in it. */
async function linkKernel(kernel: ToyKernel): Promise<void> {
  const [folder, copy] = [join(kernel.folder, 'linux'), kernel.beside('elsewhere')];
  await cp(folder, copy, { recursive: true });
  await writeFile(join(copy, 'local.mk'), `$(shell touch '${kernel.beside('built')}')\n`);
  await cp(join(folder, BUDGET_FILE), join(kernel.folder, 'budget.yml'));
  await rm(folder, { recursive: true });
  await symlink(copy, folder);
}

async function stateOf({ git }: ToyPull): Promise<string> {
  return `${await git('rev-parse', 'HEAD')} ${await git('status', '--porcelain')}`.trim();
}

/** A commit after the merge that has the link, in the checkout too. */
async function createLink() {
  const pull = await toy.pullRequest({ at: 'linux' });
  await linkKernel(pull.kernel);
  const hostile = await pull.kernel.commit({});
  await pull.git('fetch', '-q', '--depth=2', pull.kernel.folder, 'main');
  return { pull, hostile, inputs: { ...INPUTS, base: pull.merge, head: hostile } };
}

test('a link out of the checkout in the place of the kernel is refused before anything is built', async () => {
  const { pull, hostile, inputs } = await createLink();
  await pull.git('checkout', '-q', '--detach', hostile);
  const { exitCode, errors } = await pull.run({ inputs });
  expect(exitCode).toBe(2);
  expect(errors).toEqual([expect.stringContaining("the kernel's folder linux is a link that leads to")]);
  expect(await stateOf(pull)).toBe(hostile);
});

test('one that only head has, and not what is checked out, is refused at head', async () => {
  const { pull, hostile, inputs } = await createLink();
  const { exitCode, errors } = await pull.run({ inputs: { ...inputs, config: `linux/${BUDGET_FILE}` } });
  expect(exitCode).toBe(2);
  expect(errors).toEqual([expect.stringContaining(`is a link at ${hostile} and leads to`)]);
  expect(existsSync(pull.kernel.beside('built'))).toBe(false);
  expect(await stateOf(pull)).toBe(pull.merge);
});

test('configuration of a job that a pull request decides on is refused', async () => {
  const pull = await toy.pullRequest({
    change: { 'tools/gitconfig': '[core]\n\tsshCommand = tools/ssh\n' },
  });
  await pull.git('config', 'include.path', '../tools/gitconfig');
  const { exitCode, errors } = await pull.run();
  expect(exitCode).toBe(2);
  expect(errors).toEqual([expect.stringContaining('tools/gitconfig configures git, and is among the files')]);
});

test('a repository in the place of the kernel, whose files the commit has, is refused', async () => {
  const pull = await toy.pullRequest({ at: 'linux' });
  await mkdir(join(pull.checkout, 'linux/.git'));
  for (const name of ['HEAD', 'config', 'objects', 'refs']) {
    await cp(join(pull.checkout, '.git', name), join(pull.checkout, 'linux/.git', name), { recursive: true });
  }
  const { exitCode, errors } = await pull.run({ inputs: { ...INPUTS, config: `linux/${BUDGET_FILE}` } });
  expect(exitCode).toBe(2);
  expect(errors).toEqual([expect.stringContaining('linux is a repository of its own, and')]);
  expect(await readFile(join(pull.checkout, 'linux/.git/HEAD'), 'utf8')).not.toBe('');
});
