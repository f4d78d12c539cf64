import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { roughSize } from '../../src/budget/units.ts';
import { bytesIn, cacheOf, workspacesOf } from '../support/kernel/kept-folders.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

async function createChange() {
  const kernel = await createToyKernel(budgetFile({ toy: {} }));
  await kernel.commit(variable('added', 1024));
  return kernel;
}

describe('cache', () => {
  test('shows each repository and the store with what du counts', async () => {
    await using kernel = await createChange();
    await cli.run(kernel, ['check']);
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['cache'], { cwd: kernel.beside('cache') });
    expect([exitCode, stderr]).toEqual([0, '']);
    const [workspace = ''] = workspacesOf(kernel).map((name) => join(cacheOf(kernel), name));
    expect(stdout).toContain(`${workspace} (${kernel.folder})\n`);
    for (const [folder, name] of [
      ['source', 'checkout'],
      ['build', 'builds'],
      ['logs', 'logs'],
    ]) {
      expect(stdout).toMatch(new RegExp(` ${roughSize(bytesIn(join(workspace, folder!)))}  ${name}\n`));
    }
    const store = join(cacheOf(kernel), 'store');
    expect(stdout).toContain(` ${roughSize(bytesIn(store))}  store, ${readdirSync(store).length} entries\n`);
  });

  test('--clean leaves nothing, neither in the repository', async () => {
    await using kernel = await createChange();
    const worktrees = await kernel.git('worktree', 'list');
    await cli.run(kernel, ['check']);
    expect(await kernel.git('worktree', 'list')).not.toBe(worktrees);
    const cleaned = await cli.run(kernel, ['cache', '--clean']);
    expect(cleaned).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^removed .*iB from /) });
    expect(readdirSync(cacheOf(kernel))).toEqual([]);
    expect(await kernel.git('worktree', 'list')).toBe(worktrees);
    expect((await cli.run(kernel, ['cache'])).stdout).toMatch(/^nothing is kept in /);
    expect(await cli.run(kernel, ['check'])).toMatchObject({ exitCode: 0 });
  });

  test('--clean removes what is of a repository that is gone, and nothing of others', async () => {
    await using kernel = await createChange();
    await cli.run(kernel, ['check']);
    const foreign = join(cacheOf(kernel), 'notes');
    await mkdir(foreign);
    await rename(kernel.folder, kernel.beside('moved'));
    const cwd = kernel.beside('cache');
    expect((await cli.run(kernel, ['cache'], { cwd })).stdout).toContain('(its repository is gone)');
    expect(await cli.run(kernel, ['cache', '--clean'], { cwd })).toMatchObject({ exitCode: 0 });
    expect(readdirSync(cacheOf(kernel))).toEqual(['notes']);
    expect(existsSync(kernel.beside('moved'))).toBe(true);
  });

  test('where nothing is kept yet says so', async () => {
    await using kernel = await createChange();
    for (const args of [['cache'], ['cache', '--clean']]) {
      expect(await cli.run(kernel, args)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/^nothing is kept in /),
      });
    }
  });
});

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1.00 KiB'],
  [1536 * 1024, '1.50 MiB'],
  [210 * 1024 ** 2, '210 MiB'],
  [45.6 * 1024 ** 3, '45.6 GiB'],
])('%i bytes are roughly %s', (bytes, words) => {
  expect(roughSize(bytes)).toBe(words);
});
