import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import metadata from '../../package.json' with { type: 'json' };
import { createRepository } from '../support/git/repository.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

/** A commit that costs a toy 1024 bytes of RAM; without limits the toy has no budget file. */
async function createChange(limits?: Readonly<Record<string, unknown>>) {
  const kernel = await createToyKernel(limits === undefined ? {} : budgetFile({ toy: limits }));
  await kernel.commit(variable('added', 1024));
  return kernel;
}

describe('the exit code', () => {
  test('is 0 within the limits, 1 where one is broken', async () => {
    await using kernel = await createChange({ growth: { ram: '1K' } });
    const within = await cli.run(kernel, ['check']);
    expect(within).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Kernel size: .*\+1,024 B/) });
    await kernel.commit(variable('more', 1040));
    expect(await cli.run(kernel, ['check'])).toMatchObject({ exitCode: 1 });
  });

  test('is 2 where nothing was compared', async () => {
    await using kernel = await createChange({ image: 'gone' });
    const { exitCode, stdout } = await cli.run(kernel, ['check']);
    expect([exitCode, stdout]).toEqual([2, expect.stringMatching(/^Kernel size: no comparison for toy/)]);
  });

  test('and all others are in the help, with examples and defaults that can be read', async () => {
    await using kernel = await createRepository();
    const { stdout } = await cli.run(kernel, ['check', '--help']);
    expect(stdout).toMatch(/\nExamples:\n +kernel-size-budget check /);
    for (const code of ['0', '1', '2', '130, 143, 129', '141']) expect(stdout).toContain(`\n  ${code}  `);
    expect(stdout).toContain('(default: 4G)');
    expect(stdout).not.toMatch(/default: (\[|\d{5})/);
    for (const command of ['diff', 'top', 'init']) {
      expect((await cli.run(kernel, [command, '--help'])).stdout).toContain('\nExamples:\n');
    }
  });

  test('is 0 for what was asked for: help and version', async () => {
    await using kernel = await createRepository();
    const help = await cli.run(kernel, ['--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    for (const command of ['check', 'diff', 'top', 'init']) expect(help.stdout).toContain(`  ${command} `);
    const version = { exitCode: 0, stdout: `${metadata.version}\n`, stderr: '' };
    expect(await cli.run(kernel, ['--version'])).toEqual(version);
  });
});

describe('a mistake is 2 and one sentence, before anything is built:', () => {
  test.each([
    ['an unknown option', ['check', '--colour'], "unknown option '--colour'"],
    ['an unknown command', ['chek'], "unknown command 'chek'"],
    ['no compiler at all', ['check', '--jobs', '0'], 'expected a whole number from 1 to 4096'],
    [
      'a target that the budget file lacks',
      ['check', '--target', 'x'],
      'no target x; the budget file has: toy',
    ],
    ['a revision that is none', ['check', '--base', 'gone'], 'gone is not a commit of'],
    ['a report in no folder', ['check', '--json', 'gone/r.json'], '--json .*/gone/r.json cannot be written'],
    ['a report in a file', ['check', '--json', 'Makefile/r'], '--json .*/Makefile/r cannot be written'],
    ['a report in place of a folder', ['check', '--markdown', 'init'], '--markdown .*/init is a folder'],
    ['a folder that is no kernel tree', ['check', '--kernel', 'init'], 'init is not a Linux kernel tree'],
  ])('%s', async (_what, args, message) => {
    await using kernel = await createChange({});
    const { exitCode, stdout, stderr } = await cli.run(kernel, args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(message));
    expect(stderr).not.toMatch(/a bug in the tool|configuring/);
  });

  test('a kernel tree that is no git repository', async () => {
    await using kernel = await createChange({});
    await rename(join(kernel.folder, '.git'), kernel.beside('.git-away'));
    const { exitCode, stderr } = await cli.run(kernel, ['check']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is not in a git work tree')]);
  });

  test('a preset that does not exist, whatever its name means to YAML', async () => {
    await using kernel = await createChange();
    expect(await cli.run(kernel, ['check', '--target', 'a: {'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^kernel-size-budget: there is no preset "a: \{"; expected one of .*\n$/),
    });
  });
});

test('without a budget file the report says that x86-tiny was checked', async () => {
  await using kernel = await createChange();
  const { exitCode, stdout } = await cli.run(kernel, ['check']);
  expect(stdout).toMatch(
    /^note: there is no budget file .*kernel-size-budget\.yml: the preset x86-tiny was checked/m,
  );
  expect(exitCode).toBe(0);
});

test('a report that cannot be written is said after the report that is printed', async () => {
  await using kernel = await createChange({});
  const { exitCode, stdout, stderr } = await cli.run(kernel, ['check', '--json', '/dev/full']);
  expect([exitCode, stdout]).toEqual([2, expect.stringMatching(/^Kernel size: toy has no limits/)]);
  expect(stderr).toMatch(/^kernel-size-budget: --json \/dev\/full cannot be written \(ENOSPC/m);
});

test('both reports are written where they are asked for', async () => {
  await using kernel = await createChange({});
  await using folder = await createFixture({});
  const args = ['check', '--json', folder.getPath('r.json'), '--markdown', folder.getPath('r.md')];
  expect(await cli.run(kernel, args)).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(await readFile(folder.getPath('r.json'), 'utf8'))).toMatchObject({ verdict: 'pass' });
  expect(await readFile(folder.getPath('r.md'), 'utf8')).toContain('toy');
});
