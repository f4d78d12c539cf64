import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kernelFolder, repositoriesAt } from '../../../src/action/runner/plan-in-runner.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';

const folderOf = (repository: Repository, kernel: string, workspace = repository.folder): string => {
  const inputs = { kernel, config: '', targets: [], base: undefined, head: undefined, token: '' };
  const env = { GITHUB_WORKSPACE: workspace };
  return kernelFolder({
    inputs,
    env,
    trigger: { kind: 'other', eventName: '' },
    mergeBase: async () => undefined,
  });
};

test.each([
  ['out of the checkout', '..'],
  ['to the repository', '.git'],
  ['into the repository', '.git/refs'],
  ['to the root of the machine', '/'],
])('a link that leads %s is no kernel’s folder', async (_where, target) => {
  await using repository = await createRepository({ file: '1' });
  await symlink(target, join(repository.folder, 'linux'));
  expect(() => folderOf(repository, 'linux')).toThrow(
    /^the kernel's folder linux is a link that leads to \//,
  );
  expect(() => folderOf(repository, 'linux/.')).toThrow("the kernel's folder linux/. is a link");
});

test('a link that leads to a folder of the checkout is that folder', async () => {
  await using repository = await createRepository({ 'sources/linux/file': '1' });
  await symlink('sources/linux', join(repository.folder, 'linux'));
  expect(folderOf(repository, 'linux')).toBe(join(repository.folder, 'sources/linux'));
});

test('a workspace that is given by a link is no link of a commit', async () => {
  await using repository = await createRepository({ 'linux/file': '1' });
  await symlink(repository.folder, repository.beside('workspace'));
  const folder = folderOf(repository, 'linux', repository.beside('workspace'));
  expect(folder).toBe(join(repository.folder, 'linux'));
});

test('a folder beside the workspace, which the workflow names, may be a link', async () => {
  await using repository = await createRepository({ file: '1' });
  await mkdir(repository.beside('mirror'));
  await symlink(repository.beside('mirror'), repository.beside('link'));
  expect(folderOf(repository, '../link')).toBe(repository.beside('mirror'));
});

test('the kernel’s repository is the one with the .git, whatever the folder looks like', async () => {
  await using repository = await createRepository({
    'linux/HEAD': 'ref: refs/heads/main\n',
    'linux/objects/.keep': '',
    'linux/refs/.keep': '',
    'linux/config': '[core]\n\tbare = false\n\tworktree = .\n',
  });
  const env = { PATH: process.env['PATH'], GITHUB_WORKSPACE: repository.folder };
  const { kernel, submodule } = await repositoriesAt(join(repository.folder, 'linux'), env);
  expect([(await kernel.repository()).root, submodule]).toEqual([repository.folder, undefined]);
});
