import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRunnerGit } from '../../../src/git/git.ts';
import { type Superproject, superprojectOf } from '../../../src/git/repository/superproject.ts';
import { type Files, type Repository, createRepository } from '../../support/git/repository.ts';

async function repositoryWith(files: Files): Promise<Repository> {
  const repository = await createRepository(files);
  onTestFinished(() => repository[Symbol.asyncDispose]());
  return repository;
}

const NESTED = 'sources/linux';

/** Clones the kernel into the other one's work tree, as `how` says. */
async function nest(outer: Repository, how: 'submodule' | 'clone'): Promise<void> {
  const kernel = await repositoryWith({ Makefile: '1' });
  const add = how === 'submodule' ? ['submodule', '--quiet', 'add', '-f'] : ['clone', '--quiet'];
  await outer.git('-c', 'protocol.file.allow=always', ...add, kernel.folder, NESTED);
}

function find(outer: Repository): Promise<Superproject | undefined> {
  const env = { ...process.env, GITHUB_WORKSPACE: outer.folder };
  const open = (folder: string) => createRunnerGit(folder, env);
  return superprojectOf(open(join(outer.folder, NESTED)), { workspace: outer.folder, open });
}

test('a submodule that was checked out has its superproject and its path in it', async () => {
  const outer = await repositoryWith({ file: '1' });
  await nest(outer, 'submodule');
  const found = await find(outer);
  expect([found?.outer.folder, found?.path]).toEqual([outer.folder, NESTED]);
});

test('a submodule with its repository in its own folder is one too', async () => {
  const outer = await repositoryWith({ file: '1' });
  await nest(outer, 'clone');
  await outer.git('-c', 'advice.addEmbeddedRepo=false', 'add', NESTED);
  expect((await find(outer))?.path).toBe(NESTED);
});

test('what the superproject has above a submodule is no repository, whatever it looks like', async () => {
  const outer = await repositoryWith({
    'sources/HEAD': 'ref: refs/heads/main\n',
    'sources/objects/.keep': '',
    'sources/refs/.keep': '',
    'sources/config': '[core]\n\tbare = false\n\tworktree = .\n',
  });
  await nest(outer, 'submodule');
  expect((await find(outer))?.outer.folder).toBe(outer.folder);
});

test('another checkout of the job, of which no commit has files, is nobody’s submodule', async () => {
  const outer = await repositoryWith({ 'sources/other': '1' });
  await nest(outer, 'clone');
  expect(await find(outer)).toBeUndefined();
});

test('a repository in a folder whose files a commit of another one has is refused', async () => {
  const outer = await repositoryWith({ file: '1' });
  await nest(outer, 'clone');
  await outer.git(
    'update-index',
    '--add',
    '--cacheinfo',
    `100644,${await outer.git('rev-parse', 'HEAD:file')},${NESTED}/file`,
  );
  await expect(find(outer)).rejects.toThrow(
    `${NESTED} is a repository of its own, and ${outer.folder} has files there too; expected a submodule`,
  );
});

test('a .git that names files of a commit is refused', async () => {
  const outer = await repositoryWith({ [`${NESTED}/file`]: '1' });
  await outer.git('clone', '-q', '--bare', outer.folder, 'sources/planted');
  await outer.git('-C', 'sources/planted', 'config', 'core.bare', 'false');
  await writeFile(join(outer.folder, NESTED, '.git'), 'gitdir: ../planted\n');
  await expect(find(outer)).rejects.toThrow(
    `the .git of ${outer.folder}/${NESTED} names ${outer.folder}/sources/planted, which is among the files of a commit`,
  );
});

test('a repository above the workspace is not the job’s', async () => {
  const outer = await repositoryWith({ file: '1' });
  await nest(outer, 'submodule');
  const workspace = join(outer.folder, 'sources');
  const open = (folder: string) => createRunnerGit(folder, { ...process.env, GITHUB_WORKSPACE: workspace });
  expect(await superprojectOf(open(join(workspace, 'linux')), { workspace, open })).toBeUndefined();
});
