import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { git } from '../../../demo/kernel-repository.ts';
import { defaultBranch } from '../../../src/git/commits/default-branch.ts';
import { createGit } from '../../../src/git/git.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';

const branchOf = async (folder: string): Promise<string> => {
  const { name, certainty } = await defaultBranch(createGit(folder, process.env));
  return `${name}, ${certainty}`;
};

/** A clone of a repository with these branches, of which the first is the default; HEAD of the server is not known. */
async function cloneOf(server: Repository, branches: readonly string[], remote = 'origin'): Promise<string> {
  for (const branch of branches.filter((name) => name !== 'main')) await server.git('branch', branch);
  const [first = 'main'] = branches;
  await server.git('checkout', '-q', first);
  if (!branches.includes('main')) await server.git('branch', '-D', 'main');
  const clone = server.beside('clone');
  await git(server.folder, ['clone', '-q', '-o', remote, server.folder, clone]);
  await git(clone, ['remote', 'set-head', remote, '--delete']);
  return clone;
}

describe('the default branch of a repository without a server', () => {
  test('is its only one', async () => {
    await using repository = await createRepository({ a: '' });
    await repository.git('branch', '-m', 'release');
    expect(await branchOf(repository.folder)).toBe('release, known');
  });

  test('is its only one, with HEAD detached and another worktree', async () => {
    await using repository = await createRepository({ a: '' });
    await repository.git('branch', '-m', 'release');
    await repository.git('checkout', '-q', '--detach');
    await repository.git('worktree', 'add', '-q', '--detach', repository.beside('other'));
    expect(await branchOf(repository.beside('other'))).toBe('release, known');
  });

  test('is the one that will be made by the first commit', async () => {
    await using repository = await createRepository();
    await repository.git('symbolic-ref', 'HEAD', 'refs/heads/release/6.12');
    expect(await branchOf(repository.folder)).toBe('release/6.12, known');
  });

  test.each([
    [['main', 'topic'], 'main'],
    [['topic', 'master'], 'master'],
    [['topic', 'trunk'], 'trunk'],
    [['topic', 'release'], 'topic'],
  ])('with %j is %s, by its name or since it is checked out', async (branches, expected) => {
    await using repository = await createRepository({ a: '' });
    await repository.git('checkout', '-q', '-b', 'start');
    await repository.git('branch', '-D', 'main');
    for (const branch of branches) await repository.git('branch', branch);
    await repository.git('checkout', '-q', branches[0]!);
    await repository.git('branch', '-D', 'start');
    expect(await branchOf(repository.folder)).toBe(`${expected}, guessed`);
  });

  test('is main where there is no branch at all', async () => {
    await using repository = await createRepository({ a: '' });
    await repository.git('checkout', '-q', '--detach');
    await repository.git('branch', '-D', 'main');
    expect(await branchOf(repository.folder)).toBe('main, guessed');
  });
});

describe('the default branch of a clone', () => {
  test.each(['origin', 'company'])('is what its server says, called %s', async (remote) => {
    await using server = await createRepository({ a: '' });
    const clone = await cloneOf(server, ['rpi-6.12.y', 'main'], remote);
    await git(clone, ['remote', 'set-head', remote, 'rpi-6.12.y']);
    await git(clone, ['checkout', '-q', '-b', 'topic']);
    expect(await branchOf(clone)).toBe('rpi-6.12.y, known');
  });

  test.each([
    ['the only one that was fetched', ['release'], 'release, known'],
    ['one of a usual name', ['release', 'master'], 'master, guessed'],
    ['the one that is tracked', ['release', 'other'], 'release, guessed'],
  ])('that was not told is %s', async (_what, branches, expected) => {
    await using server = await createRepository({ a: '' });
    expect(await branchOf(await cloneOf(server, branches))).toBe(expected);
  });

  test('of several servers is that of origin, or else of the one that is tracked', async () => {
    await using server = await createRepository({ a: '' });
    const clone = await cloneOf(server, ['release']);
    await git(clone, ['remote', 'add', 'upstream', server.folder]);
    await git(clone, ['symbolic-ref', 'refs/remotes/upstream/HEAD', 'refs/remotes/upstream/master']);
    expect(await branchOf(clone)).toBe('release, known');
    await git(clone, ['remote', 'rename', 'origin', 'fork']);
    expect(await branchOf(clone)).toBe('release, known');
  });

  test('that was fetched from nowhere yet is the local one', async () => {
    await using repository = await createRepository({ a: '' });
    await repository.git('branch', '-m', 'release');
    await repository.git('remote', 'add', 'origin', repository.beside('gone'));
    await rm(repository.beside('gone'), { recursive: true, force: true });
    expect(await branchOf(repository.folder)).toBe('release, known');
  });
});
