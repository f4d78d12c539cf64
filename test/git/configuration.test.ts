import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit, createRunnerGit } from '../../src/git/git.ts';
import { type Repository, createRepository } from '../support/git/repository.ts';

const IN_TREE = { 'tools/gitconfig': '[alias]\n\tincluded = status\n', file: '1' };

const job = ({ folder }: Repository) => createRunnerGit(folder, { ...process.env, GITHUB_WORKSPACE: folder });

/** What includes a file of the work tree, and what git then reads it as. */
const INCLUDES = [
  ['include.path', '../tools/gitconfig'],
  ['includeIf.gitdir:/.path', '../tools/gitconfig'],
  ['include.path', './../tools/../tools/gitconfig'],
] as const;

describe('in a workflow run', () => {
  test.each(INCLUDES)('%s = %s, whose file a commit decides on, is refused', async (name, path) => {
    await using repository = await createRepository(IN_TREE);
    await repository.git('config', name, path);
    await expect(job(repository).run('status')).rejects.toThrow(
      `${repository.folder}/tools/gitconfig configures git, and is among the files that a commit decides on`,
    );
  });

  test('one that only another commit has is refused too', async () => {
    await using repository = await createRepository(IN_TREE);
    await repository.git('config', 'include.path', '../later');
    await expect(job(repository).run('status')).rejects.toThrow('later configures git');
  });

  test('a link of a commit that leads to a configuration is refused', async () => {
    await using repository = await createRepository();
    await writeFile(repository.beside('gitconfig'), '[alias]\n\tx = status\n');
    await symlink('../gitconfig', join(repository.folder, 'link'));
    await repository.commit({});
    await repository.git('config', 'include.path', '../link');
    await expect(job(repository).run('status')).rejects.toThrow('link configures git');
  });

  test.each(['another file of the work tree', 'a file of the repository’s own', 'a file elsewhere'])(
    '%s may configure git',
    async (where) => {
      await using repository = await createRepository({ file: '1' });
      const path = {
        'another file of the work tree': join(repository.folder, 'untracked'),
        'a file of the repository’s own': join(repository.folder, '.git/more'),
        'a file elsewhere': repository.beside('more'),
      }[where]!;
      await writeFile(path, '[alias]\n\tincluded = rev-parse --is-inside-work-tree\n');
      await repository.git('config', 'include.path', path);
      expect(await job(repository).run('included')).toBe('true');
    },
  );
});

test('a developer may include a file of their tree', async () => {
  await using repository = await createRepository(IN_TREE);
  await repository.git('config', 'include.path', '../tools/gitconfig');
  await expect(createGit(repository.folder, process.env).run('included')).resolves.toContain('main');
});
