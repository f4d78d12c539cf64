import { readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type LocalRequest,
  modifiedNotes,
  resolveLocalCommits,
  untrackedNotes,
} from '../../../src/git/commits/local-commits.ts';
import { createGit } from '../../../src/git/git.ts';
import { cloneShallow, createRepository } from '../../support/git/repository.ts';

function resolve(folder: string, request: Partial<LocalRequest> = {}) {
  const git = createGit(folder, process.env);
  return resolveLocalCommits(git, { base: undefined, head: undefined, content: 'committed', ...request });
}

test('HEAD is compared with its first parent', async () => {
  await using repository = await createRepository({ file: '1' });
  const parent = await repository.git('rev-parse', 'HEAD');
  const head = await repository.commit({ file: '2' });
  expect(await resolve(repository.folder)).toEqual({
    base: { hash: parent, origin: 'first parent of head' },
    head: { hash: head, origin: 'HEAD' },
  });
});

test('a branch is compared with where it left its upstream', async () => {
  await using repository = await createRepository({ file: '1' });
  const left = await repository.git('rev-parse', 'HEAD');
  await repository.git('checkout', '-q', '-b', 'topic', '--track', 'main');
  await repository.commit({ topic: '1' });
  await repository.commit({ topic: '2' });
  expect((await resolve(repository.folder)).base).toEqual({
    hash: left,
    origin: 'where HEAD left its upstream',
  });
});

test('a branch that its upstream has whole is compared with its parent', async () => {
  await using repository = await createRepository({ file: '1' });
  const parent = await repository.git('rev-parse', 'HEAD');
  await repository.commit({ file: '2' });
  await repository.git('checkout', '-q', '-b', 'topic', '--track', 'main');
  expect((await resolve(repository.folder)).base.hash).toBe(parent);
});

test('revisions that are named are taken, and the report says so', async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.git('tag', 'v1');
  await repository.commit({ file: '2' });
  const hash = await repository.git('rev-parse', 'v1');
  expect(await resolve(repository.folder, { base: 'v1', head: 'main~1' })).toEqual({
    base: { hash, origin: '--base v1' },
    head: { hash, origin: '--head main~1' },
  });
});

test('a first commit has nothing to be compared with, which is said', async () => {
  await using repository = await createRepository({ file: '1' });
  await expect(resolve(repository.folder)).rejects.toThrow(
    'has no parent to compare with; name a commit with --base',
  );
});

test('a repository without a commit is told that HEAD is none', async () => {
  await using repository = await createRepository();
  await expect(resolve(repository.folder)).rejects.toThrow('HEAD is not a commit of');
});

test('a parent that a shallow clone lacks is named, with the command that brings it', async () => {
  await using repository = await createRepository({ file: '1' });
  const parent = await repository.git('rev-parse', 'HEAD');
  const { clone } = await cloneShallow(repository, await repository.commit({ file: '2' }));
  await expect(resolve(clone)).rejects.toThrow(
    new RegExp(`^the parent ${parent} .* the clone is shallow: "git fetch --depth=2" brings it$`),
  );
});

/** One file staged, one only changed, one unknown to git. */
async function changedRepository() {
  const repository = await createRepository({ staged: '1', changed: '1', same: '1' });
  await repository.write({ staged: '2', changed: '2', untracked: '2' });
  await repository.git('add', 'staged');
  return repository;
}

describe('uncommitted changes', () => {
  const uncommitted = { content: 'uncommitted' } as const;

  test('are all measured, staged or not, and compared with HEAD', async () => {
    await using repository = await changedRepository();
    const { base, head } = await resolve(repository.folder, uncommitted);
    expect(base).toEqual({ hash: await repository.git('rev-parse', 'HEAD'), origin: 'HEAD' });
    expect(head.origin).toBe('HEAD with uncommitted changes');
    expect(await repository.git('diff', '--stat=80', '--name-only', base.hash, head.hash)).toBe(
      'changed\nstaged',
    );
  });

  test('leave the index, the files and the status as they were', async () => {
    await using repository = await changedRepository();
    const files = ['.git/index', 'staged', 'changed', 'same', 'untracked'];
    const state = () =>
      Promise.all(
        files.map(async (file) => {
          const path = join(repository.folder, file);
          return [file, (await stat(path)).mtimeMs, (await readFile(path)).toString('base64')];
        }),
      );
    const before = await state();
    await resolve(repository.folder, uncommitted);
    expect(await state()).toEqual(before);
    expect(await repository.git('status', '--porcelain')).toBe(' M changed\nM  staged\n?? untracked');
    expect(await repository.git('stash', 'list')).toBe('');
  });

  test('that do not exist are HEAD itself', async () => {
    await using repository = await createRepository({ file: '1' });
    const { base, head } = await resolve(repository.folder, uncommitted);
    expect(head).toEqual({ hash: base.hash, origin: 'HEAD, nothing uncommitted' });
  });

  test.each([
    ['added', []],
    ['added by name only', ['--intent-to-add']],
  ])('count with files that are %s', async (_how, options) => {
    await using repository = await changedRepository();
    await repository.git('add', ...options, 'untracked');
    const { base, head } = await resolve(repository.folder, uncommitted);
    expect(await repository.git('diff', '--name-status', base.hash, head.hash)).toBe(
      'M\tchanged\nM\tstaged\nA\tuntracked',
    );
    expect(await untrackedNotes(createGit(repository.folder, process.env))).toEqual([]);
  });

  test('count without an added file that is gone', async () => {
    await using repository = await changedRepository();
    await repository.git('add', 'untracked');
    await repository.write({ untracked: null });
    const { base, head } = await resolve(repository.folder, uncommitted);
    expect(await repository.git('diff', '--name-only', base.hash, head.hash)).toBe('changed\nstaged');
  });

  test('count in the whole repository for a kernel in a folder of it', async () => {
    await using repository = await createRepository({ 'sources/linux/Makefile': '1', outside: '1' });
    await repository.write({ outside: '2' });
    const { base, head } = await resolve(join(repository.folder, 'sources/linux'), uncommitted);
    expect(await repository.git('diff', '--name-only', base.hash, head.hash)).toBe('outside');
  });

  test('count where a file changed in the moment in which git wrote its index', async () => {
    await using repository = await createRepository({ file: '1' });
    // git goes by the time of the last change of the file's state too, which nobody can set.
    await repository.git('config', 'core.trustctime', 'false');
    const [file, index] = [join(repository.folder, 'file'), join(repository.folder, '.git/index')];
    const moment = new Date('2026-01-01T00:00:00Z');
    await utimes(file, moment, moment);
    await repository.git('update-index', '--refresh');
    await repository.write({ file: '2' });
    await utimes(file, moment, moment);
    await utimes(index, moment, moment);
    const { base, head } = await resolve(repository.folder, uncommitted);
    expect(await repository.git('diff', '--name-only', base.hash, head.hash)).toBe('file');
  });

  test('need no name of a committer', async () => {
    await using repository = await changedRepository();
    const git = createGit(repository.folder, {
      PATH: process.env['PATH'],
      HOME: repository.beside('home'),
      EMAIL: '',
    });
    const { head } = await resolveLocalCommits(git, { base: undefined, head: undefined, ...uncommitted });
    expect(head.origin).toBe('HEAD with uncommitted changes');
  });

  test('and a named head exclude each other', async () => {
    await using repository = await changedRepository();
    await expect(resolve(repository.folder, { ...uncommitted, head: 'main' })).rejects.toThrow(
      '--dirty measures the work tree, --head main a commit; give one of them',
    );
  });
});

test('uncommitted changes with a conflict are refused by its name', async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.git('checkout', '-q', '-b', 'topic');
  await repository.commit({ file: '2' });
  await repository.git('checkout', '-q', 'main');
  const main = await repository.commit({ file: '3' });
  await expect(repository.merge('topic')).rejects.toThrow();
  await expect(resolve(repository.folder, { content: 'uncommitted' })).rejects.toThrow(
    /^file has conflicts of a merge; resolve them/,
  );
  expect(await repository.git('rev-parse', 'HEAD')).toBe(main);
});

describe('modified files', () => {
  test.each(['changed', 'added'])('that are %s are named', async (how) => {
    await using repository = await createRepository({ a: '1' });
    await repository.write({ a: '2' });
    if (how === 'added') await repository.git('add', 'a');
    expect(await modifiedNotes(createGit(repository.folder, process.env))).toEqual([
      '1 modified file is not measured (a), since HEAD was: --dirty measures it',
    ]);
  });

  test('that are removed or many are counted, by their paths from the folder that is asked about', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`linux/fs/${name}`, '1']));
    await using repository = await createRepository({ ...files, outside: '1' });
    await repository.write({ 'linux/fs/a': null, 'linux/fs/b': '2', 'linux/fs/c': '2', outside: '2' });
    await repository.write({ 'linux/fs/d': '2', 'linux/fs/new': '1' });
    expect(await modifiedNotes(createGit(join(repository.folder, 'linux'), process.env))).toEqual([
      '4 modified files are not measured (fs/a, fs/b, fs/c, …), since HEAD was: --dirty measures them',
    ]);
  });

  test('are none where only times differ, or nothing', async () => {
    await using repository = await createRepository({ a: '1' });
    await utimes(join(repository.folder, 'a'), 1, 1);
    expect(await modifiedNotes(createGit(repository.folder, process.env))).toEqual([]);
  });
});
