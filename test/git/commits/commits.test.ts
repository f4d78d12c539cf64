import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  isShallow,
  parentsOf,
  requireRepository,
  resolveRevision,
} from '../../../src/git/commits/commits.ts';
import { createGit } from '../../../src/git/git.ts';
import { cloneShallow, createRepository } from '../../support/git/repository.ts';

const HASH = /^[0-9a-f]{40}$/;

test('a revision is resolved to the full hash of its commit', async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.git('tag', '-a', '-m', 'annotated', 'v1');
  const hash = await resolveRevision(createGit(repository.folder, process.env), 'v1');
  expect(hash).toMatch(HASH);
  expect(hash).toBe(await repository.git('rev-parse', 'main'));
});

test.each(['nothing', '--all', 'HEAD:file', '-n1'])(
  'the revision %s is refused by its name',
  async (name) => {
    await using repository = await createRepository({ file: '1' });
    const git = createGit(repository.folder, process.env);
    await expect(resolveRevision(git, name)).rejects.toThrow(
      `${name} is not a commit of ${repository.folder}`,
    );
  },
);

test('a shallow clone is named as the cause when a commit is missing', async () => {
  await using repository = await createRepository({ file: '1' });
  const { clone } = await cloneShallow(repository, await repository.commit({ file: '2' }));
  const git = createGit(clone, process.env);
  await expect(resolveRevision(git, 'HEAD~1')).rejects.toThrow(
    'the clone is shallow: fetch the commit first',
  );
});

test('the parents of a merge are known in a clone that has neither', async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.git('checkout', '-q', '-b', 'topic');
  const topic = await repository.commit({ topic: '1' });
  await repository.git('checkout', '-q', 'main');
  const main = await repository.commit({ other: '1' });
  const { clone } = await cloneShallow(repository, await repository.merge(topic));
  const git = createGit(clone, process.env);
  expect(await isShallow(git)).toBe(true);
  expect(await parentsOf(git, await git.run('rev-parse', 'HEAD'))).toEqual([main, topic]);
});

test('a line of the message that looks like a parent is none', async () => {
  await using repository = await createRepository({ file: '1' });
  const root = await repository.git('rev-parse', 'HEAD');
  await repository.git('commit', '-q', '--allow-empty', '-m', `title\n\nparent ${'0'.repeat(40)}`);
  const git = createGit(repository.folder, process.env);
  expect(await parentsOf(git, await git.run('rev-parse', 'HEAD'))).toEqual([root]);
});

test('a folder without a repository is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ksb-none-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const git = createGit(folder, process.env);
  await expect(requireRepository(git)).rejects.toThrow(
    `${folder} is not in a git work tree; expected a clone`,
  );
});

test('a repository that git distrusts is refused with what git says about it', async () => {
  await using repository = await createRepository({ file: '1' });
  // git's own tests use this variable (t/t0033-safe-directory.sh).
  const git = createGit(repository.folder, { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: 'true' });
  await expect(requireRepository(git)).rejects.toMatchObject({
    details: expect.arrayContaining([
      expect.stringContaining('detected dubious ownership'),
      expect.stringContaining('git config --global --add safe.directory'),
    ]),
  });
});
