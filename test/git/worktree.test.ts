import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGit } from '../../src/git/git.ts';
import { openWorktree } from '../../src/git/sources/source-tree.ts';
import { type Repository, createRepository } from '../support/git/repository.ts';

const open = (repository: Repository, at = '.') =>
  openWorktree(createGit(join(repository.folder, at), process.env), repository.beside('source'));

async function mtime(path: string): Promise<number> {
  return (await stat(path)).mtimeMs;
}

test('each commit is checked out at one path', async () => {
  await using repository = await createRepository({ file: '1' });
  const [first, second] = [await repository.git('rev-parse', 'HEAD'), await repository.commit({ file: '2' })];
  const { kernel, checkOut } = await open(repository);
  for (const [hash, text] of [
    [second, '2'],
    [first, '1'],
  ] as const) {
    await checkOut(hash);
    expect(await readFile(join(kernel, 'file'), 'utf8')).toBe(text);
  }
});

test('a file that two commits share keeps its time, in the next run too', async () => {
  await using repository = await createRepository({ same: '1', file: '1' });
  const [first, second] = [await repository.git('rev-parse', 'HEAD'), await repository.commit({ file: '2' })];
  const { kernel, checkOut } = await open(repository);
  await checkOut(first);
  const before = await mtime(join(kernel, 'same'));
  await checkOut(second);
  await (await open(repository)).checkOut(first);
  expect(await mtime(join(kernel, 'same'))).toBe(before);
});

test('what a build left in the source is removed, ignored or not', async () => {
  await using repository = await createRepository({ file: '1', '.gitignore': '*.o\n' });
  const { kernel, checkOut } = await open(repository);
  await checkOut('main');
  await mkdir(join(kernel, 'nested/.git'), { recursive: true });
  for (const name of ['left.o', 'left.h', 'nested/left']) await writeFile(join(kernel, name), '');
  await writeFile(join(kernel, 'file'), 'changed by the build');
  await checkOut('main', 'anew');
  expect(['left.o', 'left.h', 'nested'].filter((name) => existsSync(join(kernel, name)))).toEqual([]);
  expect(await readFile(join(kernel, 'file'), 'utf8')).toBe('1');
});

test('a kernel in a folder of the repository is found in the worktree', async () => {
  await using repository = await createRepository({ 'sources/linux/Makefile': 'all:' });
  const { kernel, checkOut } = await open(repository, 'sources/linux');
  await checkOut('main');
  expect(await readFile(join(kernel, 'Makefile'), 'utf8')).toBe('all:');
});

test('a kernel in a folder of the repository has its folder before anything is checked out', async () => {
  await using repository = await createRepository({ 'sources/linux/Makefile': 'all:' });
  expect(existsSync((await open(repository, 'sources/linux')).kernel)).toBe(true);
});

test('a folder that names another git directory is made anew', async () => {
  await using repository = await createRepository({ file: '1' });
  await using other = await createRepository({ file: 'of another repository' });
  await (await open(repository)).checkOut('main');
  await writeFile(repository.beside('source/.git'), `gitdir: ${other.folder}/.git\n`);
  const { kernel, checkOut } = await open(repository);
  await checkOut('main');
  expect(await readFile(join(kernel, 'file'), 'utf8')).toBe('1');
  expect(await other.git('status', '--porcelain')).toBe('');
});

test('the work tree and HEAD of the developer stay', async () => {
  await using repository = await createRepository({ file: '1' });
  const first = await repository.git('rev-parse', 'HEAD');
  await repository.commit({ file: '2' });
  await repository.write({ file: '3', untracked: '' });
  const before = [
    await mtime(join(repository.folder, '.git/index')),
    await mtime(join(repository.folder, 'file')),
  ];
  await (await open(repository)).checkOut(first);
  const after = [
    await mtime(join(repository.folder, '.git/index')),
    await mtime(join(repository.folder, 'file')),
  ];
  expect(after).toEqual(before);
  expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  expect(await repository.git('status', '--porcelain')).toBe(' M file\n?? untracked');
});

test.each([
  ['its folder', (repository: Repository) => repository.beside('source')],
  ['its file .git', (repository: Repository) => repository.beside('source/.git')],
  ['what the repository knows of it', (repository: Repository) => join(repository.folder, '.git/worktrees')],
])('a worktree that lost %s is made anew', async (_what, lost) => {
  await using repository = await createRepository({ file: '1' });
  await (await open(repository)).checkOut('main');
  await rm(lost(repository), { recursive: true });
  const { kernel, checkOut } = await open(repository);
  await checkOut('main');
  expect(await readFile(join(kernel, 'file'), 'utf8')).toBe('1');
});

test('a repository around the cache folder is not taken for the worktree', async () => {
  await using repository = await createRepository({ file: '1' });
  await using home = await createRepository({ dotfile: '1' });
  const folder = join(home.folder, 'cache/source');
  await mkdir(folder, { recursive: true });
  await home.write({ dotfile: 'changed', untracked: '' });
  const { checkOut } = await openWorktree(createGit(repository.folder, process.env), folder);
  await checkOut(await repository.git('rev-parse', 'main'));
  expect(await home.git('status', '--porcelain', 'dotfile', 'untracked')).toBe(' M dotfile\n?? untracked');
});

test('the lock of a git that was killed does not stop the next run', async () => {
  await using repository = await createRepository({ file: '1' });
  await (await open(repository)).checkOut('main');
  await writeFile(join(repository.folder, '.git/worktrees/source/index.lock'), '');
  const { kernel, checkOut } = await open(repository);
  await checkOut(await repository.commit({ file: '2' }));
  expect(await readFile(join(kernel, 'file'), 'utf8')).toBe('2');
});
