import { execFileSync } from 'node:child_process';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGit } from '../../src/git/git.ts';
import { openCheckout } from '../../src/git/sources/source-tree.ts';
import { type Repository, createRepository } from '../support/git/repository.ts';

const open = (repository: Repository) => openCheckout(createGit(repository.folder, process.env));
const textOf = (repository: Repository) => readFile(join(repository.folder, 'file'), 'utf8');

/** Two commits; `work` happens while the first is checked out in place. */
async function checkOutFirst(repository: Repository, work: () => Promise<void>): Promise<void> {
  await using source = await open(repository);
  await source.checkOut('HEAD~1');
  await work();
}

async function twoCommits(): Promise<Repository> {
  const repository = await createRepository({ file: '1' });
  await repository.commit({ file: '2' });
  return repository;
}

test('a branch is checked out again', async () => {
  await using repository = await twoCommits();
  await checkOutFirst(repository, async () => expect(await textOf(repository)).toBe('1'));
  expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  expect(await textOf(repository)).toBe('2');
});

test('a detached HEAD is detached again, at its commit', async () => {
  await using repository = await twoCommits();
  await repository.git('checkout', '-q', '--detach');
  await checkOutFirst(repository, () => Promise.resolve());
  expect(await repository.git('rev-parse', 'HEAD')).toBe(await repository.git('rev-parse', 'main'));
  await expect(repository.git('symbolic-ref', '-q', 'HEAD')).rejects.toThrow();
});

test('the checkout is put back after a failure', async () => {
  await using repository = await twoCommits();
  const failure = new Error('the build failed');
  await expect(checkOutFirst(repository, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(await textOf(repository)).toBe('2');
});

test('tracked files that a build changed are put back', async () => {
  await using repository = await twoCommits();
  await checkOutFirst(repository, () => writeFile(join(repository.folder, 'file'), 'generated'));
  expect(await repository.git('status', '--porcelain')).toBe('');
});

test("what base's build changed in tracked files is not in head's source", async () => {
  await using repository = await createRepository({ file: '1', other: '1' });
  await repository.commit({ other: '2' });
  await using source = await open(repository);
  await source.checkOut('main~1');
  await writeFile(join(repository.folder, 'file'), 'generated');
  await source.checkOut('main');
  expect(await textOf(repository)).toBe('1');
});

test("a file that base's build made does not keep head from being checked out", async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.commit({ made: 'committed' });
  await using source = await open(repository);
  await source.checkOut('main~1');
  await writeFile(join(repository.folder, 'made'), 'generated');
  await source.checkOut('main');
  expect(await readFile(join(repository.folder, 'made'), 'utf8')).toBe('committed');
});

test('untracked files of earlier steps stay', async () => {
  await using repository = await twoCommits();
  await repository.write({ cache: 'of an earlier step' });
  await checkOutFirst(repository, () => Promise.resolve());
  expect(await readFile(join(repository.folder, 'cache'), 'utf8')).toBe('of an earlier step');
});

test('a pipe in the place of a file is such a change, and is not waited for', async () => {
  await using repository = await twoCommits();
  await repository.write({ file: null });
  execFileSync('mkfifo', [join(repository.folder, 'file')]);
  await expect(open(repository)).rejects.toThrow(
    `${repository.folder} has uncommitted changes (M file); expected a clean checkout`,
  );
});

test('a checkout with uncommitted changes is refused and left alone', async () => {
  await using repository = await twoCommits();
  await repository.write({ file: 'patched by an earlier step' });
  await expect(open(repository)).rejects.toThrow(
    `${repository.folder} has uncommitted changes (M file); expected a clean checkout`,
  );
  expect(await textOf(repository)).toBe('patched by an earlier step');
});

test('what a build left in the tree is removed, and nothing that was there before', async () => {
  await using repository = await twoCommits();
  await repository.write({ '.git/info/exclude': 'mine\n*.o\n', mine: 'kept', 'drivers/mine.o': 'kept' });
  const before = await repository.git('status', '--porcelain', '--ignored');
  await checkOutFirst(repository, () =>
    repository.write({ 'drivers/left.c': '1', 'drivers/left.o': '1', left: '1' }),
  );
  expect(await repository.git('status', '--porcelain', '--ignored')).toBe(before);
  expect(await readFile(join(repository.folder, 'drivers/mine.o'), 'utf8')).toBe('kept');
});

test("what base's build left behind is not in head's source", async () => {
  await using repository = await twoCommits();
  await using source = await open(repository);
  await source.checkOut('main~1');
  await repository.write({ 'left.c': '1' });
  await source.checkOut('main');
  expect(await repository.git('status', '--porcelain')).toBe('');
});

test.each(['untracked', 'ignored'])(
  'an %s file is not overwritten by a commit that has one of its name',
  async (kind) => {
    await using repository = await createRepository({ file: '1', mine: 'tracked' });
    await repository.commit({ mine: null });
    const ignored = kind === 'ignored' ? { '.git/info/exclude': 'mine\n' } : {};
    await repository.write({ ...ignored, mine: 'of the runner' });
    const work = (): Promise<void> => Promise.reject(new Error('it was checked out'));
    await expect(checkOutFirst(repository, work)).rejects.toMatchObject({
      name: 'UserError',
      details: expect.arrayContaining([expect.stringMatching(/^\s*mine$/)]),
    });
    expect(await readFile(join(repository.folder, 'mine'), 'utf8')).toBe('of the runner');
    expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  },
);

test.each(['the folder', 'a folder over it'])(
  'a commit that has a link for %s of the kernel is refused, and the checkout put back',
  async (which) => {
    await using repository = await createRepository({ 'sources/linux/file': '1' });
    await repository.git('checkout', '-q', '-b', 'hostile');
    const link = which === 'the folder' ? 'sources/linux' : 'sources';
    await rm(join(repository.folder, link), { recursive: true });
    await symlink(repository.beside('.'), join(repository.folder, link));
    await repository.commit({});
    await repository.git('checkout', '-q', 'main');
    const git = createGit(join(repository.folder, 'sources/linux'), process.env);
    const work = async (): Promise<void> => {
      await using source = await openCheckout(git);
      await source.checkOut('hostile');
    };
    await expect(work()).rejects.toThrow('is a link at hostile and leads to');
    expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    expect(await readFile(join(repository.folder, 'sources/linux/file'), 'utf8')).toBe('1');
  },
);

test('a commit without the kernel’s folder is left again', async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.commit({ 'linux/file': '1' });
  {
    await using source = await openCheckout(createGit(join(repository.folder, 'linux'), process.env));
    await source.checkOut('main~1');
  }
  expect(await readFile(join(repository.folder, 'linux/file'), 'utf8')).toBe('1');
});

test('a branch that has a file of its name is checked out again', async () => {
  await using repository = await twoCommits();
  await repository.commit({ main: 'a file' });
  await checkOutFirst(repository, () => Promise.resolve());
  expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
});
