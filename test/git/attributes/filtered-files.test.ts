import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filterNotes, uncommittedFilterNotes } from '../../../src/git/attributes/filtered-files.ts';
import { resolveLocalCommits } from '../../../src/git/commits/local-commits.ts';
import { createGit, createRunnerGit } from '../../../src/git/git.ts';
import { openCheckout, openWorktree } from '../../../src/git/sources/source-tree.ts';
import { type GitFilter, createFilter } from '../../support/git/git-filter.ts';
import { type Files, type Repository, createRepository } from '../../support/git/repository.ts';

const FILTERED: Files = {
  'a.bin': 'pointer\n',
  'b.c': 'int b;\n',
  '.gitattributes': '*.bin filter=letters\n',
};

/** Two commits; the files with a filter are in git as they are here. */
async function twoCommits(): Promise<{
  repository: Repository;
  filter: GitFilter;
  base: string;
  head: string;
}> {
  const repository = await createRepository(FILTERED);
  const base = await repository.git('rev-parse', 'HEAD');
  const head = await repository.commit({ 'a.bin': 'another pointer\n', 'new.bin': 'third\n' });
  return { repository, filter: await createFilter(repository), base, head };
}

/** A clone as actions/checkout makes it with `lfs: true`: the filter has run. */
async function cloneFiltered(repository: Repository, filter: GitFilter): Promise<string> {
  const folder = repository.beside('clone');
  await filter.git(repository.folder, 'clone', '-q', '.', folder);
  expect(await readFile(join(folder, 'a.bin'), 'utf8')).toBe('ANOTHER POINTER\n');
  return folder;
}

const textIn = (folder: string, path = 'a.bin') => readFile(join(folder, path), 'utf8');

test('a worktree has such files as git has them, and no filter runs', async () => {
  const { repository, filter, base, head } = await twoCommits();
  await using _repository = repository;
  const git = createGit(repository.folder, { ...process.env, ...filter.env });
  const { root, checkOut } = await openWorktree(git, repository.beside('source'));
  await checkOut(base);
  expect(await textIn(root)).toBe('pointer\n');
  await checkOut(head);
  expect(await textIn(root)).toBe('another pointer\n');
  expect(await filter.runs()).toBe(0);
});

describe('a runner’s checkout whose filters have run', () => {
  test.each(['as it was cloned', 'whose files were touched since'])(
    '%s, has files as git has them, and as they were afterwards',
    async (how) => {
      const { repository, filter, base, head } = await twoCommits();
      await using _repository = repository;
      const folder = await cloneFiltered(repository, filter);
      if (how !== 'as it was cloned') await utimes(join(folder, 'a.bin'), 1, 1);
      const runs = await filter.runs();
      const git = createRunnerGit(folder, { ...process.env, ...filter.env, GITHUB_WORKSPACE: folder });
      {
        await using source = await openCheckout(git);
        await source.checkOut(base);
        expect(await textIn(folder)).toBe('pointer\n');
        await source.checkOut(head);
        expect([await textIn(folder), await textIn(folder, 'new.bin')]).toEqual([
          'another pointer\n',
          'third\n',
        ]);
      }
      expect(await filter.runs()).toBe(runs);
      expect([await textIn(folder), await textIn(folder, 'new.bin')]).toEqual([
        'ANOTHER POINTER\n',
        'THIRD\n',
      ]);
      expect(await filter.git(folder, 'status', '--porcelain')).toBe('');
    },
  );

  test('is put back where the other commit has no such files', async () => {
    const { repository, filter } = await twoCommits();
    await using _repository = repository;
    const without = await repository.commit({ 'a.bin': null, 'new.bin': null, '.gitattributes': null });
    await repository.git('checkout', '-q', '--detach', 'main~1');
    const folder = await cloneFiltered(repository, filter);
    {
      await using source = await openCheckout(createGit(folder, { ...process.env, ...filter.env }));
      await source.checkOut(without);
    }
    expect(await textIn(folder)).toBe('ANOTHER POINTER\n');
  });
});

describe('the report', () => {
  const notesOf = async (repository: Repository, base: string, head: string) =>
    filterNotes(createGit(repository.folder, process.env), { base, head });

  test('names files of base and of head, and their filters', async () => {
    const { repository, base, head } = await twoCommits();
    await using _repository = repository;
    expect(await notesOf(repository, base, head)).toEqual([
      '2 files are measured as git has them, since no filter is run (filter=letters): a.bin, new.bin',
    ]);
    expect(await notesOf(repository, base, base)).toEqual([
      '1 file is measured as git has it, since no filter is run (filter=letters): a.bin',
    ]);
  });

  test('names three of many, and every filter', async () => {
    await using repository = await createRepository({
      ...Object.fromEntries(['d', 'c', 'b', 'a'].map((name) => [`${name}.bin`, name])),
      'x/y.psd': '',
      '.gitattributes': '*.bin filter=lfs\n',
      'x/.gitattributes': '*.psd filter=crypt\n',
    });
    expect(await notesOf(repository, 'HEAD', 'HEAD')).toEqual([
      '5 files are measured as git has them, since no filter is run (filter=crypt, filter=lfs): a.bin, b.bin, c.bin, …',
    ]);
  });

  test.each([
    ['-filter', '*.bin -filter\n'],
    ['filter without a name', '*.bin filter\n'],
    ['other attributes', '*.bin diff=lfs merge=lfs -text\n'],
    ['a comment', '# *.bin filter=lfs\n'],
  ])('says nothing of %s', async (_what, attributes) => {
    await using repository = await createRepository({ 'a.bin': '1', '.gitattributes': attributes });
    expect(await notesOf(repository, 'HEAD', 'HEAD')).toEqual([]);
  });

  test('knows of the attributes of the machine', async () => {
    await using repository = await createRepository({ 'a.bin': '1' });
    await repository.write({ '.git/info/attributes': '[attr]big filter=lfs\n*.bin big\n' });
    expect(await notesOf(repository, 'HEAD', 'HEAD')).toHaveLength(1);
  });
});

describe('uncommitted changes', () => {
  const uncommitted = { base: undefined, head: undefined, content: 'uncommitted' } as const;

  async function filteredWorkTree() {
    const { repository, filter } = await twoCommits();
    const folder = await cloneFiltered(repository, filter);
    return { repository, filter, folder, git: createGit(folder, { ...process.env, ...filter.env }) };
  }

  test('are none of files that a filter has written', async () => {
    const { repository, folder, git } = await filteredWorkTree();
    await using _repository = repository;
    await writeFile(join(folder, 'b.c'), 'int changed;\n');
    await utimes(join(folder, 'a.bin'), 1, 1);
    const { base, head } = await resolveLocalCommits(git, uncommitted);
    expect(await repository.git('-C', folder, 'diff', '--name-only', base.hash, head.hash)).toBe('b.c');
  });

  test('of such a file count once they are added, as the developer’s git has them', async () => {
    const { repository, filter, folder, git } = await filteredWorkTree();
    await using _repository = repository;
    await writeFile(join(folder, 'a.bin'), 'ADDED\n');
    // git looks into files that are no older than its index.
    await utimes(join(folder, 'a.bin'), 1, 1);
    await filter.git(folder, 'add', 'a.bin');
    await writeFile(join(folder, 'new.bin'), 'CHANGED\n');
    const runs = await filter.runs();
    expect(await uncommittedFilterNotes(git)).toEqual([
      '1 file with a filter is measured as last added, since no filter is run (new.bin); "git add" makes later changes count',
    ]);
    const { head } = await resolveLocalCommits(git, uncommitted);
    expect(await filter.runs()).toBe(runs);
    const show = (path: string) => repository.git('-C', folder, 'show', `${head.hash}:${path}`);
    expect([await show('a.bin'), await show('new.bin')]).toEqual(['added', 'third']);
    expect(await textIn(folder, 'new.bin')).toBe('CHANGED\n');
  });
});
