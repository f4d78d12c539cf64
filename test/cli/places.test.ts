import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

describe('check works from any folder of the kernel', () => {
  test.each([
    ['.', 'drivers'],
    ['sources/linux', 'sources/linux/arch/x86'],
    ['sources/linux', 'sources/linux'],
  ])('of one in %s: from %s', async (at, folder) => {
    await using kernel = await createToyKernel({}, { at });
    await kernel.commit(budgetFile({ toy: { growth: { ram: 1000 } } }));
    await kernel.commit({ [join(at, 'drivers/added.c')]: Object.values(variable('added', 1024))[0]! });
    const cwd = join(kernel.folder, folder);
    const { exitCode, stdout } = await cli.run(kernel, ['check'], { cwd });
    expect([exitCode, stdout]).toEqual([
      1,
      expect.stringMatching(/^Kernel size: toy is over .*ram \+1,024 B/),
    ]);
  });

  test('with paths from where the user stands', async () => {
    const other = budgetFile({ other: { growth: { ram: 1000 } } })[BUDGET_FILE]!;
    await using kernel = await createToyKernel({ 'drivers/size.yml': other });
    await kernel.commit(variable('added', 1024));
    const cwd = join(kernel.folder, 'drivers');
    const args = ['check', '--config', 'size.yml', '--json', 'r.json', '--markdown', '../r.md'];
    expect(await cli.run(kernel, args, { cwd })).toMatchObject({ exitCode: 1 });
    const report = JSON.parse(await readFile(join(cwd, 'r.json'), 'utf8'));
    expect(report.targets[0]).toMatchObject({ target: 'other', limits: { path: 'drivers/size.yml' } });
    expect(await readFile(join(kernel.folder, 'r.md'), 'utf8')).toContain('other');
  });

  test('and says so where there is none upwards, and takes a named one as it is', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    const cwd = kernel.beside('elsewhere');
    await mkdir(cwd);
    const outside = await cli.run(kernel, ['check'], { cwd });
    expect([outside.exitCode, outside.stderr]).toEqual([
      2,
      expect.stringMatching(/^kernel-size-budget: no folder from .*elsewhere upwards is a Linux kernel tree/),
    ]);
    const named = await cli.run(kernel, ['check', '--kernel', 'drivers']);
    expect([named.exitCode, named.stderr]).toEqual([
      2,
      expect.stringMatching(/\/drivers is not a Linux kernel tree/),
    ]);
    expect(await cli.run(kernel, ['check', '--kernel', kernel.folder, '--dirty'], { cwd })).toMatchObject({
      exitCode: 0,
    });
  });

  test('and a kernel outside of git is still refused', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await rename(join(kernel.folder, '.git'), kernel.beside('.git-away'));
    const { exitCode, stderr } = await cli.run(kernel, ['check'], { cwd: join(kernel.folder, 'drivers') });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is not in a git work tree')]);
  });
});

describe('the report on stdout is all that is there', () => {
  test.each([
    ['--json', (text: string) => JSON.parse(text).targets[0].target],
    ['--markdown', (text: string) => /^### ✅ Kernel size: (toy)/.exec(text)?.[1]],
  ])('with %s -, and the text is on stderr', async (option, targetOf) => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await kernel.commit(variable('added', 1024));
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check', option, '-']);
    expect([exitCode, targetOf(stdout)]).toEqual([0, 'toy']);
    expect(stderr).toMatch(/^Kernel size: toy has no limits/m);
  });

  test('or nothing is on stderr with --quiet', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await kernel.commit(variable('added', 1024));
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check', '-q', '--json', '-']);
    expect([exitCode, JSON.parse(stdout).verdict, stderr]).toEqual([0, 'pass', '']);
  });

  test('with both there is no telling them apart', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    expect(await cli.run(kernel, ['check', '--json', '-', '--markdown', '-'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'kernel-size-budget: --json - and --markdown - both go to stdout; name a file for one of them\n',
    });
  });

  test('and acts on no terminal', async () => {
    const name = 'a\u202E\u009B31m\u{1F600}b';
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await kernel.commit({ 'drivers/toy.c': 'int toy_probe(void) { return 1; }\n' });
    const config = kernel.beside(`${name}.yml`);
    await rename(join(kernel.folder, BUDGET_FILE), config);
    const { stdout } = await cli.run(kernel, ['check', '-q', '--json', '-', '--config', config]);
    expect(stdout).not.toMatch(/[\u202E\u009B]/);
    expect(JSON.parse(stdout).targets[0].limits.path).toBe(config);
  });
});

test.each([
  [{ growth: { ram: 16 } }, 1, /^kernel-size-budget: toy is over its growth limit: ram \+1,024 B.*\n$/],
  [{ image: 'gone' }, 2, /^kernel-size-budget: no comparison for toy: .*\n$/],
  [{}, 0, /^$/],
])('with --quiet a check of %j says only what is wrong', async (limits, exitCode, said) => {
  await using kernel = await createToyKernel(budgetFile({ toy: limits }));
  await kernel.commit(variable('added', 1024));
  expect(await cli.run(kernel, ['check', '--quiet'])).toEqual({
    exitCode,
    stdout: '',
    stderr: expect.stringMatching(said),
  });
});
