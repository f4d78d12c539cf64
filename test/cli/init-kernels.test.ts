import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { git } from '../../demo/kernel-repository.ts';
import { runInit } from '../../src/cli/init.ts';
import { WORKFLOW_FILE } from '../../src/cli/starter-files.ts';
import { createRepository } from '../support/git/repository.ts';
import { createToyKernel } from '../support/kernel/toy-kernel.ts';

const init = (folder: string): Promise<string> => runInit({ folder, env: process.env });

async function inputsIn(root: string): Promise<Record<string, unknown>> {
  const { jobs } = parse(await readFile(join(root, WORKFLOW_FILE), 'utf8'));
  return jobs.size.with;
}

describe('the workflow says where the kernel is', () => {
  test.each([
    ['linux', 'linux'],
    ['linux', 'linux/drivers'],
    ['sources/linux 6: a', 'sources/linux 6: a/drivers'],
  ])('in %s, whether init is run there or in %s', async (at, folder) => {
    await using kernel = await createToyKernel({}, { at });
    const said = await init(join(kernel.folder, folder));
    expect(await inputsIn(kernel.folder)).toMatchObject({ kernel: at });
    expect(await inputsIn(kernel.folder)).not.toHaveProperty('submodules');
    expect(said).toContain(`\nthe kernel is in ${at}\n`);
  });

  test('not where that is the root, as by default', async () => {
    await using kernel = await createToyKernel({});
    const said = await init(join(kernel.folder, 'drivers'));
    expect(Object.keys(await inputsIn(kernel.folder))).toEqual(['fail-on']);
    expect(said).not.toContain('the kernel is');
  });

  test('in the repository around a submodule, which is where workflows run', async () => {
    await using kernel = await createToyKernel({});
    await using outer = await createRepository({ README: '' });
    const allow = ['-c', 'protocol.file.allow=always'];
    await outer.git(...allow, 'submodule', '--quiet', 'add', kernel.folder, 'sources/linux');
    await outer.commit({});
    const said = await init(join(outer.folder, 'sources/linux/drivers'));
    expect(await inputsIn(outer.folder)).toMatchObject({ kernel: 'sources/linux', submodules: 'true' });
    expect(said).toContain('\nthe kernel is the submodule sources/linux\n');
    expect(await git(join(outer.folder, 'sources/linux'), ['status', '--porcelain'])).toBe('');
  });

  test('and not in a repository that only lies around it', async () => {
    await using outer = await createRepository({ '.gitignore': 'linux\n' });
    await using kernel = await createToyKernel({});
    const inner = join(outer.folder, 'linux');
    await git(outer.folder, ['clone', '-q', kernel.folder, inner]);
    await init(inner);
    expect(await outer.git('status', '--porcelain')).toBe('');
    expect(await inputsIn(inner)).not.toHaveProperty('kernel');
  });
});

describe('the last line says how the files are added', () => {
  /** What a shell does with it. */
  const run = (said: string): void => {
    const [, command = 'false'] = /^next: (.*?), and commit/m.exec(said) ?? [];
    execFileSync('sh', ['-c', command], { stdio: 'pipe' });
  };

  test.each<[string, string | undefined]>([
    ['by force, as the .gitignore of Linux has ".*"', '.*\n!.clang-format\n'],
    ['by force, where the folder is ignored', '/.github/\n'],
    ['as usual', '*.o\n'],
    ['as usual, without a .gitignore', undefined],
  ])('%s', async (how, ignore) => {
    await using kernel = await createToyKernel(ignore === undefined ? {} : { '.gitignore': ignore });
    const said = await init(kernel.folder);
    expect(said.includes('add -f .github')).toBe(how.startsWith('by force'));
    run(said);
    const added = await kernel.git('diff', '--cached', '--name-only');
    expect(added.split('\n')).toHaveLength(3);
  });

  test('names the rule', async () => {
    await using kernel = await createToyKernel({ '.gitignore': '# all\n.*\n' });
    expect(await init(kernel.folder)).toContain('(-f, since .gitignore:2 has ".*")');
  });

  test('is not there where nothing was written', async () => {
    await using kernel = await createToyKernel({});
    await init(kernel.folder);
    expect(await init(kernel.folder)).not.toMatch(/next:|pushes to/);
  });
});
