import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Repository } from '../support/git/repository.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

describe('--dirty', () => {
  test('with nothing uncommitted compares HEAD with itself, and says so', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    const { exitCode, stdout } = await cli.run(kernel, ['check', '--dirty']);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Kernel size: no change in size/)]);
    expect(stdout).toContain('HEAD, nothing uncommitted');
    expect(stdout.match(/note: .*/g)).toEqual([
      'note: toy was not built again: base and head have the same files',
    ]);
  });

  test('measures what is tracked, and names what is not and would be', async () => {
    await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), '.gitignore': '*.orig\n' });
    await kernel.write({ ...variable('new', 1024), 'drivers/toy.c.orig': '' });
    const before = await cli.run(kernel, ['check', '--dirty']);
    expect(before.stdout).toMatch(/^Kernel size: no change in size/);
    expect(before.stdout).toMatch(
      /^note: 1 untracked file is not measured \(drivers\/new\.c\); "git add" makes it count$/m,
    );
    await kernel.git('add', 'drivers/new.c');
    const after = await cli.run(kernel, ['check', '--dirty']);
    expect(after.stdout).toMatch(/^Kernel size: .*ram \+1,024 B/);
    expect(after.stdout).not.toContain('note: ');
  });
});

test.each([[[]], [['--dirty']]])(
  'a check %j leaves index, files, times, commits and status as they were',
  async (args) => {
    await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), staged: '1', changed: '1' });
    await kernel.commit(variable('added', 16));
    await kernel.write({ staged: '2', changed: '2', untracked: '2' });
    await kernel.git('add', 'staged');
    const before = await stateOf(kernel);
    expect(await cli.run(kernel, ['check', ...args])).toMatchObject({ exitCode: 0 });
    expect(await stateOf(kernel)).toEqual(before);
  },
);

/** All that a developer would see changed; git is asked last and keeps off the index. */
async function stateOf(kernel: Repository) {
  const names = await readdir(kernel.folder, { recursive: true });
  const paths = ['.git/index', '.git/HEAD', ...names.filter((name) => !/^\.git(\/|$)/.test(name))].toSorted();
  const files = await Promise.all(
    paths.map(async (path) => [path, await fileState(join(kernel.folder, path))]),
  );
  const commands = [['status', '--porcelain'], ['stash', 'list'], ['for-each-ref'], ['reflog', 'HEAD']];
  const answers = [];
  for (const command of commands) answers.push(await kernel.git('--no-optional-locks', ...command));
  return { files, answers };
}

async function fileState(path: string): Promise<unknown> {
  const found = await stat(path);
  const content = found.isFile()
    ? createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    : '';
  return { mode: found.mode, mtimeMs: found.mtimeMs, content };
}
