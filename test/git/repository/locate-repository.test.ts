import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireRepository } from '../../../src/git/commits/commits.ts';
import { createGit, createRunnerGit } from '../../../src/git/git.ts';
import { type Files, type Repository, createRepository } from '../../support/git/repository.ts';

/** What git takes for a bare repository, whose configuration names a work tree. */
const LIKE_A_REPOSITORY: Files = {
  'linux/HEAD': 'ref: refs/heads/main\n',
  'linux/objects/.keep': '',
  'linux/refs/.keep': '',
  'linux/config': '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n',
};

const placeOf = (folder: string) => createGit(folder, process.env).repository();
const placeIn = ({ folder }: Repository) => ({ root: folder, gitDir: join(folder, '.git') });

test('a folder that has what a repository has, but no .git, is none', async () => {
  await using repository = await createRepository(LIKE_A_REPOSITORY);
  const folder = join(repository.folder, 'linux');
  expect(await repository.git('-C', folder, 'rev-parse', '--absolute-git-dir')).toBe(folder);
  expect(await placeOf(folder)).toEqual(placeIn(repository));
  expect(await createGit(folder, process.env).run('rev-parse', '--show-prefix')).toBe('linux/');
});

test.each(['an empty folder', 'a file with something else in a folder'])(
  '%s named .git is passed over, as git does',
  async (what) => {
    await using repository = await createRepository({ 'linux/file': '1' });
    const folder = join(repository.folder, 'linux');
    await mkdir(join(folder, '.git'));
    if (what !== 'an empty folder') await writeFile(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    expect(await repository.git('-C', folder, 'rev-parse', '--show-toplevel')).toBe(repository.folder);
    expect(await placeOf(folder)).toEqual(placeIn(repository));
  },
);

test('a folder that a link leads to belongs to the repository that it lies in', async () => {
  await using repository = await createRepository({ file: '1' });
  await using other = await createRepository({ 'linux/file': '1' });
  await symlink(join(other.folder, 'linux'), join(repository.folder, 'linux'));
  expect(await placeOf(join(repository.folder, 'linux'))).toEqual(placeIn(other));
});

test('a linked worktree has a git directory of its own', async () => {
  await using repository = await createRepository({ file: '1' });
  const folder = repository.beside('linked');
  await repository.git('worktree', 'add', '-q', '--detach', folder);
  expect(await placeOf(folder)).toEqual({
    root: folder,
    gitDir: join(repository.folder, '.git/worktrees/linked'),
  });
});

test('a repository of its own in the work tree is found first', async () => {
  await using repository = await createRepository({ file: '1' });
  const folder = join(repository.folder, 'nested');
  await repository.git('clone', '-q', repository.folder, folder);
  expect(await placeOf(folder)).toEqual({ root: folder, gitDir: join(folder, '.git') });
});

test('a repository without a work tree is refused', async () => {
  await using repository = await createRepository({ file: '1' });
  const folder = repository.beside('bare');
  await repository.git('clone', '-q', '--bare', repository.folder, join(folder, '.bare'));
  await writeFile(join(folder, '.git'), 'gitdir: ./.bare\n');
  await expect(requireRepository(createGit(folder, process.env))).rejects.toThrow(
    `${folder} is not in a git work tree`,
  );
});

test('a repository that is gone is not replaced by one around it', async () => {
  await using repository = await createRepository({ file: '1' });
  const folder = join(repository.folder, 'nested');
  await repository.git('clone', '-q', repository.folder, folder);
  const git = createGit(folder, process.env);
  await git.run('status');
  await rm(join(folder, '.git'), { recursive: true });
  await expect(git.run('status')).rejects.toThrow('not a git repository');
});

describe('in a workflow run', () => {
  test('nothing above the workspace is looked at', async () => {
    await using repository = await createRepository({ 'workspace/linux/file': '1' });
    const workspace = join(repository.folder, 'workspace');
    const env = { ...process.env, GITHUB_WORKSPACE: workspace };
    await expect(requireRepository(createRunnerGit(join(workspace, 'linux'), env))).rejects.toThrow(
      'is not in a git work tree',
    );
  });
});
