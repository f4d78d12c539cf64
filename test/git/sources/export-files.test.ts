import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGit } from '../../../src/git/git.ts';
import { exportFiles } from '../../../src/git/sources/export-files.ts';
import { createCountedGit } from '../../support/git/counted-git.ts';
import { createRepository } from '../../support/git/repository.ts';

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

test('bytes are written as they are, and what is no file of the commit is left out', async () => {
  await using repository = await createRepository({ 'a b': 'spaces\n', 'folder/file': '1', 'no end': 'x' });
  const bytes = Buffer.from([0, 255, 10, 13, 128, 10]);
  await writeFile(join(repository.folder, 'binary'), bytes);
  await repository.commit({ empty: '' });
  const to = repository.beside('exported');
  const paths = ['gone', 'a b', 'folder', 'binary', 'a\nb', 'empty', 'no end'];
  await exportFiles(createGit(repository.folder, process.env), 'HEAD', { paths, to });
  expect((await readdir(to)).toSorted()).toEqual(['a b', 'binary', 'empty', 'no end']);
  expect(await readFile(join(to, 'binary'))).toEqual(bytes);
  expect(await readFile(join(to, 'a b'), 'utf8')).toBe('spaces\n');
  expect(await readFile(join(to, 'empty'), 'utf8')).toBe('');
});

test('many files take no more processes than one', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `${index}.config`);
  await using repository = await createRepository(Object.fromEntries(names.map((name) => [name, name])));
  const { git, started } = await createCountedGit(repository);
  const counts: number[] = [];
  for (const paths of [names.slice(0, 1), names]) {
    const before = await started();
    await exportFiles(git.at(repository.folder), 'HEAD', { paths, to: repository.beside('exported') });
    counts.push((await started()) - before);
  }
  // The first one finds the repository as well.
  expect(counts[1]).toBeLessThan(counts[0]!);
  expect(await readdir(repository.beside('exported'))).toHaveLength(names.length);
});
