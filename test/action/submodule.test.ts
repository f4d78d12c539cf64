import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { git } from '../../demo/kernel-repository.ts';
import { type Files, type Repository, cloneShallow, createRepository } from '../support/git/repository.ts';
import { startFakeGitHub } from '../support/github/fake-github.ts';
import { pull } from '../support/github/resources/fake-github-builders.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { type ToyResult, changeOf, runToyAction } from '../support/runner/toy-run.ts';

/** Pull request 7 of a repository that has the kernel as the submodule `sources/linux`, which it moves on. */
async function createPull() {
  const kernel = await createToyKernel();
  onTestFinished(() => kernel[Symbol.asyncDispose]());
  const grown = await kernel.commit(variable('added', 1024));
  const { server } = await cloneShallow(kernel, grown);
  const outer = await createRepository();
  onTestFinished(() => outer[Symbol.asyncDispose]());
  const budget = budgetFile({ toy: { growth: { ram: 1000 } } });
  const fork = await commitSubmodule(outer, { server, hash: kernel.original, files: budget });
  await outer.git('checkout', '-q', '-b', 'topic');
  const head = await commitSubmodule(outer, { server, hash: grown, files: { README: 'newer' } });
  await outer.git('checkout', '-q', 'main');
  const base = await outer.commit({ OTHER: 'of another pull request' });
  const merge = await outer.merge(head);
  const { clone } = await cloneShallow(outer, merge);
  await updateSubmodules(clone);
  return { outer, fork, base, head, merge, clone, kernels: { base: kernel.original, head: grown } };
}

interface Gitlink {
  readonly server: string;
  readonly hash: string;
  readonly files: Files;
}

/** A commit whose submodule is at `hash`, without a clone of it in the work tree. */
async function commitSubmodule(outer: Repository, { server, hash, files }: Gitlink): Promise<string> {
  await outer.write({
    '.gitmodules': `[submodule "linux"]\n\tpath = sources/linux\n\turl = file://${server}\n`,
    ...files,
  });
  await outer.git('add', '--all');
  await outer.git('update-index', '--add', '--cacheinfo', `160000,${hash},sources/linux`);
  await outer.git('commit', '-q', '-m', 'Move the kernel on');
  await mkdir(join(outer.folder, 'sources/linux'), { recursive: true });
  return outer.git('rev-parse', 'HEAD');
}

/** As actions/checkout does with `submodules: true`. */
async function updateSubmodules(clone: string): Promise<void> {
  const allowFile = ['-c', 'protocol.file.allow=always'];
  await git(clone, [...allowFile, 'submodule', 'update', '--init', '--depth=1', '--recommend-shallow']);
}

async function run(created: Awaited<ReturnType<typeof createPull>>): Promise<ToyResult> {
  const { outer, clone, head, base } = created;
  const folder = outer.beside('runner');
  await mkdir(folder);
  await writeFile(outer.beside('gitconfig'), '[protocol "file"]\n\tallow = always\n');
  const github = await startFakeGitHub({ state: { pulls: [pull({ headSha: head, baseSha: base })] } });
  onTestFinished(() => github.close());
  const job = { action: inject('bundles').action, ...created, checkout: clone, folder };
  return runToyAction(job, github, {
    inputs: { kernel: 'sources/linux' },
    env: { GIT_CONFIG_GLOBAL: outer.beside('gitconfig') },
  });
}

test('a kernel that is a submodule is compared at the commits that base and head have of it', async () => {
  const created = await createPull();
  const result = await run(created);
  const report = result.report();
  expect([result.exitCode, result.outputs['verdict']], result.stdout).toEqual([1, 'over-growth']);
  expect(changeOf(report, 'ram')).toBe(1024);
  // The commits are those that people know: of the repository with the pull request.
  expect([report.base?.hash, report.head?.hash]).toEqual([created.base, created.merge]);
  expect(report.targets[0]?.provenance?.commit).toBe(created.kernels.head);
  // A line of the submodule is no line of the pull request.
  expect(report).not.toHaveProperty('folder');
  expect(await git(created.clone, ['status', '--porcelain'])).toBe('');
});
