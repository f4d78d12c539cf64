import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { untrackedNotes } from '../../src/git/commits/local-commits.ts';
import { createGit } from '../../src/git/git.ts';
import { createRepository } from '../support/git/repository.ts';

describe('untracked files', () => {
  const notesOf = (folder: string) => untrackedNotes(createGit(folder, process.env));

  test('are a few names and a count, without what is ignored', async () => {
    await using repository = await createRepository({ file: '1', '.gitignore': '*.o\n' });
    expect(await notesOf(repository.folder)).toEqual([]);
    await repository.write({ 'built.o': '', b: '', 'c/c': '', a: '', d: '' });
    expect(await notesOf(repository.folder)).toEqual([
      '4 untracked files are not measured (a, b, c/c, …); "git add" makes them count',
    ]);
  });

  test('are those of the kernel, not of a repository around it', async () => {
    await using repository = await createRepository({ 'sources/linux/Makefile': '1' });
    await repository.write({ outside: '', 'sources/linux/new.c': '' });
    expect(await notesOf(join(repository.folder, 'sources/linux'))).toEqual([
      '1 untracked file is not measured (new.c); "git add" makes it count',
    ]);
  });
});
