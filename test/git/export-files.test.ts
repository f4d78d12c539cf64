import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFiles } from '../../src/git/export-files.ts';
import { createGit } from '../../src/git/git.ts';
import { createRepository } from '../support/repository.ts';

test('files of a commit are written though the work tree has others', async () => {
  await using repository = await createRepository({ 'linux/a/b.config': 'old', 'linux/c.config': 'old' });
  const before = await repository.git('rev-parse', 'HEAD');
  await repository.commit({ 'linux/a/b.config': null, 'linux/c.config': 'new' });
  const git = createGit(join(repository.folder, 'linux'), process.env);
  const to = repository.beside('exported');
  await exportFiles(git, before, { paths: ['a/b.config', 'c.config', 'gone.config'], to });
  expect(await readFile(join(to, 'a/b.config'), 'utf8')).toBe('old');
  expect(await readFile(join(to, 'c.config'), 'utf8')).toBe('old');
  expect(await readdir(to)).toEqual(['a', 'c.config']);
});
