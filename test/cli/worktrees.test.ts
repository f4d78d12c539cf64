import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesIn, cacheOf, workspacesOf } from '../support/kernel/kept-folders.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

async function createChange() {
  const kernel = await createToyKernel(budgetFile({ toy: {} }));
  await kernel.commit(variable('added', 1024));
  return kernel;
}

describe('worktrees of one repository', () => {
  test('share checkout, builds and store: nothing is built again', async () => {
    await using kernel = await createChange();
    expect(await cli.run(kernel, ['check'])).toMatchObject({ exitCode: 0 });
    const other = kernel.beside('other');
    await kernel.git('worktree', 'add', '-q', '--detach', other);
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check'], { cwd: other });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('ram +1,024 B')]);
    expect(stderr).not.toContain('building');
    expect(workspacesOf(kernel)).toEqual([expect.stringMatching(/^linux-[0-9a-f]{12}$/)]);
  });

  test('measure what is in the one where the check was started', async () => {
    await using kernel = await createChange();
    const other = kernel.beside('other');
    await kernel.git('worktree', 'add', '-q', '--detach', other);
    await writeFile(join(other, 'drivers/added.c'), Object.values(variable('added', 4096))[0]!);
    const { stdout } = await cli.run(kernel, ['check', '--dirty'], { cwd: other });
    expect(stdout).toContain('ram +3,072 B');
    expect((await cli.run(kernel, ['check', '--dirty'])).stdout).toContain('nothing uncommitted');
  });

  test('share them where the repository itself is bare', async () => {
    await using kernel = await createChange();
    const [bare, one, two] = ['linux.git', 'one', 'two'].map((name) => kernel.beside(name)) as [
      string,
      string,
      string,
    ];
    await kernel.git('clone', '-q', '--bare', kernel.folder, bare);
    for (const place of [one, two]) {
      execFileSync('git', ['--git-dir', bare, 'worktree', 'add', '-q', '--detach', place]);
      expect(await cli.run(kernel, ['check'], { cwd: place })).toMatchObject({ exitCode: 0 });
    }
    expect(workspacesOf(kernel)).toEqual([expect.stringMatching(/^linux\.git-/)]);
  });
});

test('the checkout counts in --cache-size', async () => {
  await using kernel = await createChange();
  const keptWith = async (size: number): Promise<string> =>
    (await cli.run(kernel, ['check', '--cache-size', String(size)])).stderr;
  await cli.run(kernel, ['check', '--no-cache']);
  const checkout = bytesIn(join(cacheOf(kernel), workspacesOf(kernel)[0]!, 'source'));
  expect(await keptWith(checkout + 100)).toMatch(
    /was not kept .*: it takes \d+ bytes, more than the \d+ bytes .*, of which the checkout takes \d+$/m,
  );
  expect(readdirSync(join(cacheOf(kernel), 'store'))).toEqual([]);
  expect(await keptWith(checkout + 10_000_000)).not.toContain('was not kept');
});
