import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit } from '../../../src/git/git.ts';
import { changesBetween, changesOfCommits, listSources } from '../../../src/git/sources/source-listing.ts';
import { type Files, type Repository, createRepository } from '../../support/git/repository.ts';

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

/** Attributes that are changed, and the paths that git itself then writes with other bytes. */
describe.each([
  ['at the root', { '.gitattributes': '*.c eol=crlf\n' }, ['a.c']],
  ['in a folder', { 'b/.gitattributes': 'c.* ident\n' }, ['b/c.h']],
  ['for a name with a line break', { '.gitattributes': 'x?y eol=crlf\n' }, ['x\ny']],
  ['that say nothing of bytes', { '.gitattributes': '* text=auto\n*.c diff=cpp\n' }, []],
  ['for a file that changes too', { '.gitattributes': '*.c eol=crlf\n', 'a.c': '2\n' }, ['a.c']],
])('attributes %s', (_where, files: Files, converted) => {
  test('change the files that they convert, by listings and by commits, in both directions', async () => {
    await using repository = await createRepository({
      ...FILES,
      'a.c': '1\n',
      'x\ny': '1\n',
      'b/c.h': '/* $Id$ */\n',
    });
    const base = await repository.git('rev-parse', 'HEAD');
    const git = createGit(repository.folder, process.env);
    const before = await listSources(git, []);
    const head = await repository.commit(files);
    const after = await listSources(git, []);
    const paths = [...new Set([...Object.keys(files), ...converted])].toSorted();
    const pathsOf = (changes: ReturnType<typeof changesBetween>) =>
      changes.map(({ path }) => path).toSorted();
    const quoted = paths.map((path) => (path.includes('\n') ? JSON.stringify(path) : path)).toSorted();
    expect(pathsOf(changesBetween(before, after))).toEqual(quoted);
    expect(pathsOf(changesBetween(after, before))).toEqual(quoted);
    expect(pathsOf(await changesOfCommits(git, base, head))).toEqual(paths);
    expect(pathsOf(await changesOfCommits(git, head, base))).toEqual(paths);
  });
});

test('a file that is converted otherwise is modified, with its mode', async () => {
  await using repository = await createRepository(FILES);
  const git = createGit(repository.folder, process.env);
  await chmod(join(repository.folder, 'a.c'), 0o755);
  const base = await repository.commit({});
  const before = await listSources(git, []);
  const head = await repository.commit({ 'b/.gitattributes': '', '.gitattributes': 'a.c eol=crlf\n' });
  const expected = { path: 'a.c', kind: 'modified', mode: '100755' };
  expect(changesBetween(before, await listSources(git, []))).toContainEqual(expected);
  expect(await changesOfCommits(git, base, head)).toContainEqual(expected);
});

test('a listing follows attributes that the repository has for itself', async () => {
  await using repository = await createRepository(FILES);
  const git = createGit(repository.folder, process.env);
  const before = await listSources(git, []);
  await repository.write({ '.git/info/attributes': '*.S eol=crlf\n' });
  expect(inLetters(changesBetween(before, await listSources(git, [])))).toEqual(['M b.S']);
});
