import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit } from '../../src/git/git.ts';
import { type SourceTree, openCheckout, openWorktree } from '../../src/git/sources/source-tree.ts';
import { type Repository, createRepository } from '../support/git/repository.ts';

const BASE = {
  Kconfig: 'of both',
  'a/Kconfig': 'of base',
  'a/Kconfig.debug': 'of base',
  'a/main.c': 'of base',
  'gone/Kconfig': 'of base, and a text long enough that git takes it for a file that was renamed\n',
};
const HEAD = {
  'a/Kconfig': 'of head',
  'a/Kconfig.debug': 'of head',
  'a/main.c': 'of head',
  'gone/Kconfig': null,
  'new/Kconfig': 'of head',
};

const PLACES = [
  {
    place: 'a worktree',
    open: (git: Repository) => openWorktree(createGit(git.folder, process.env), git.beside('source')),
  },
  { place: 'the checkout', open: (git: Repository) => openCheckout(createGit(git.folder, process.env)) },
] as const;

describe.each(PLACES)('in $place', ({ open }) => {
  /** Runs with head checked out in which Kconfig files are those of base. */
  async function withFilesOfBase(
    run: (source: SourceTree, repository: Repository) => Promise<void>,
    head: Parameters<Repository['commit']>[0] = HEAD,
  ): Promise<void> {
    await using repository = await createRepository(BASE);
    await repository.commit(head);
    {
      await using source = await open(repository);
      await source.checkOut('main');
      const before = await mtimes(source);
      await source.takeFrom('main~1', '*Kconfig*');
      const after = await mtimes(source);
      expect(after).toEqual(before);
      await run(source, repository);
    }
    expect(await repository.git('status', '--porcelain')).toBe('');
    expect(await repository.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  }

  /** Of files that are alike in both commits, or that were not asked for. */
  const mtimes = (source: SourceTree) =>
    Promise.all(['Kconfig', 'a/main.c'].map(async (path) => (await stat(join(source.kernel, path))).mtimeMs));
  const textOf = (source: SourceTree, path: string) => readFile(join(source.kernel, path), 'utf8');

  test('files that differ are those of the other commit', () =>
    withFilesOfBase(async (source) => {
      expect(await textOf(source, 'a/Kconfig')).toBe('of base');
      expect(await textOf(source, 'a/Kconfig.debug')).toBe('of base');
    }));

  test('files that were not asked for stay', () =>
    withFilesOfBase(async (source) => expect(await textOf(source, 'a/main.c')).toBe('of head')));

  test('files that only the other commit has are there', () =>
    withFilesOfBase(async (source) => expect(await textOf(source, 'gone/Kconfig')).toMatch(/^of base/)));

  test('files that only this commit has stay', () =>
    withFilesOfBase(async (source) => expect(await textOf(source, 'new/Kconfig')).toBe('of head')));

  test('a file that was renamed is there under its old name', () =>
    withFilesOfBase(
      async (source) => expect(await textOf(source, 'gone/Kconfig')).toBe(BASE['gone/Kconfig']),
      { 'gone/Kconfig': null, 'moved/Kconfig': BASE['gone/Kconfig'] },
    ));

  test('the next check-out undoes it', () =>
    withFilesOfBase(async (source) => {
      await source.checkOut('main');
      expect(await textOf(source, 'a/Kconfig')).toBe('of head');
      expect(existsSync(join(source.kernel, 'gone/Kconfig'))).toBe(false);
    }));

  test('nothing happens where no file differs', () =>
    withFilesOfBase(async (source) => expect(await textOf(source, 'a/main.c')).toBe('of head'), {
      'a/main.c': 'of head',
    }));
});
