import { existsSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type ToyKernel, budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

/** What kbuild's Makefile says about such a path, and at which paths. */
const NO_SPACES = `ifneq ($(words $(subst :, ,$(CURDIR))) $(words $(subst :, ,$(O))), 1 1)
$(error source directory cannot contain spaces or colons)
endif
`;

async function createChange(): Promise<ToyKernel> {
  const kernel = await createToyKernel({ ...budgetFile({ toy: {} }), 'local.mk': NO_SPACES });
  await kernel.commit(variable('added', 16));
  return kernel;
}

test.each([
  ['a relative XDG_CACHE_HOME is ignored', { XDG_CACHE_HOME: 'cache' }],
  ['a relative HOME is ignored where there is an XDG_CACHE_HOME', { HOME: 'home' }],
])('%s: nothing is made in the tree', async (_rule, env) => {
  await using kernel = await createChange();
  const before = await readdir(kernel.folder);
  expect(await cli.run(kernel, ['check'], { env })).toMatchObject({ exitCode: 0 });
  expect(await readdir(kernel.folder)).toEqual(before);
  expect(existsSync(kernel.beside('XDG_CACHE_HOME' in env ? 'home/.cache' : 'cache'))).toBe(true);
});

test.each([
  [
    'is a file',
    (kernel: ToyKernel) => kernel.beside('file'),
    /cannot be kept in .*\/file\/.*set XDG_CACHE_HOME/,
  ],
  [
    'takes no folder',
    () => '/sys',
    /cannot be kept in \/sys\/.*expected a folder that can be written: set XDG_CACHE_HOME/,
  ],
  [
    'has a space',
    (kernel: ToyKernel) => kernel.beside('my cache'),
    /my cache", has a space, where kbuild does not build; set XDG_CACHE_HOME/,
  ],
])('a cache folder that %s is a mistake in one sentence', async (_what, cacheOf, message) => {
  await using kernel = await createChange();
  await writeFile(kernel.beside('file'), '');
  const env = { XDG_CACHE_HOME: cacheOf(kernel) };
  const { exitCode, stdout, stderr } = await cli.run(kernel, ['check'], { env });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(new RegExp(`^kernel-size-budget: .*${message.source}.*\n$`));
});

test('a kernel tree whose path has spaces and colons builds, though not in its own folder', async () => {
  await using kernel = await createChange();
  const folder = kernel.beside('my: linux');
  await rename(kernel.folder, folder);
  expect(await cli.run(kernel, ['check'], { cwd: folder })).toMatchObject({ exitCode: 0 });
});
