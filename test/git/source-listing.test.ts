import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit } from '../../src/git/git.ts';
import { changesBetween, changesOfCommits, listSources } from '../../src/git/source-listing.ts';
import { type Repository, createRepository } from '../support/repository.ts';

const FILES = { 'a.c': '1', 'b/c.h': '1', 'b/d.h': '1', 'b.S': '1' };

/** What `git diff` says of two commits, as its letters and paths. */
async function diffOf(repository: Repository, base: string, head: string): Promise<string[]> {
  const text = await repository.git('diff', '--no-renames', '--name-status', base, head);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace('\t', ' '))
    .toSorted();
}

const LETTERS = { added: 'A', modified: 'M', removed: 'D' } as const;

function inLetters(changes: ReturnType<typeof changesBetween>): string[] {
  return changes.map(({ kind, path }) => `${LETTERS[kind]} ${path}`).toSorted();
}

describe.each([
  ['a changed file', { 'b/c.h': '2' }],
  ['an added file between others', { 'b/cc.h': '1' }],
  ['a file added before and one behind all others', { A: '1', 'z/z': '1' }],
  ['removed files', { 'a.c': null, 'b/d.h': null }],
  ['a renamed file', { 'b/c.h': null, 'b/e.h': '1' }],
  ['a file in the place of a folder', { b: null, 'b ': '1' }],
  ['nothing', {}],
])('%s', (_what, change) => {
  test('is what git says, by listings and by commits', async () => {
    await using repository = await createRepository(FILES);
    const git = createGit(repository.folder, process.env);
    const base = await repository.git('rev-parse', 'HEAD');
    const before = await listSources(git, []);
    const head = await repository.commit(change);
    const expected = await diffOf(repository, base, head);
    expect(inLetters(changesBetween(before, await listSources(git, [])))).toEqual(expected);
    expect(inLetters(await changesOfCommits(git, base, head))).toEqual(expected);
  });
});

test('a file that may be executed now is modified, and has the new mode', async () => {
  await using repository = await createRepository(FILES);
  const git = createGit(repository.folder, process.env);
  const before = await listSources(git, []);
  await repository.git('update-index', '--chmod=+x', 'a.c');
  const changes = changesBetween(before, await listSources(git, []));
  expect(changes).toEqual([{ path: 'a.c', kind: 'modified', mode: '100755' }]);
});

test('a file that git does not know counts by its content', async () => {
  await using repository = await createRepository(FILES);
  const git = createGit(repository.folder, process.env);
  await writeFile(join(repository.folder, 'localversion'), '1');
  const before = await listSources(git, ['localversion']);
  await writeFile(join(repository.folder, 'localversion'), '2');
  expect(inLetters(changesBetween(before, await listSources(git, ['localversion'])))).toEqual([
    'M localversion',
  ]);
  expect(changesBetween(before, before)).toEqual([]);
});
