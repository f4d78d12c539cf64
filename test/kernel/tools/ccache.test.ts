import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bubblewrap } from '../../../src/kernel/sandbox/bubblewrap.ts';
import { noSandbox } from '../../../src/kernel/sandbox/sandbox.ts';
import { type Ccache, ccacheArguments, openCcache } from '../../../src/kernel/tools/ccache.ts';
import type { Repository } from '../../support/git/repository.ts';
import { buildToy, toyBuild } from '../../support/kernel/toy-build.ts';
import { createToyKernel } from '../../support/kernel/toy-kernel.ts';

const { signal } = new AbortController();
const PATH = process.env['PATH'] ?? '';

/** ccache with a cache of this place's own, which a configuration file names. */
async function openIn(place: Repository, access: Ccache['access']): Promise<Ccache> {
  const home = place.beside('developer');
  await mkdir(join(home, '.cache'), { recursive: true });
  const env = { PATH, HOME: home };
  execFileSync('ccache', ['--set-config', `cache_dir=${place.beside('objects')}`], { env });
  execFileSync('ccache', ['--max-size', '7M'], { env });
  await mkdir(place.beside('objects'), { recursive: true });
  return (await openCcache('auto', { env, access, signal }))!;
}

/** What ccache itself says of its cache. */
function statistics(place: Repository): { readonly hits: number; readonly misses: number } {
  const env = { PATH, CCACHE_DIR: place.beside('objects') };
  const text = execFileSync('ccache', ['--print-stats'], { env, encoding: 'utf8' });
  const count = (name: string): number => Number(new RegExp(`^${name}\\t(\\d+)$`, 'm').exec(text)![1]);
  return {
    hits: count('direct_cache_hit') + count('preprocessed_cache_hit'),
    misses: count('cache_miss'),
  };
}

/** Builds from nothing; the bytes of vmlinux. */
async function buildAnew(place: Repository, given: Parameters<typeof toyBuild>[1]): Promise<Buffer> {
  const build = toyBuild(place, given);
  await rm(build.output, { recursive: true, force: true });
  return readFileSync((await buildToy(place, build)).vmlinux);
}

describe('ccache', () => {
  test("is the user's own, with its limit", async () => {
    await using place = await createToyKernel();
    const { env } = await openIn(place, 'write');
    expect(env).toMatchObject({ CCACHE_DIR: place.beside('objects'), CCACHE_MAXSIZE: '7.0M' });
  });

  test('compiles once, and the kernel is the same with it and without', async () => {
    await using place = await createToyKernel();
    const ccache = await openIn(place, 'write');
    const plain = await buildAnew(place, {});
    const first = await buildAnew(place, { ccache });
    const { misses } = statistics(place);
    expect(misses).toBeGreaterThan(0);
    // Checked out again a moment ago, as a runner has it.
    await place.git('rm', '-rq', '--cached', '.');
    await place.git('reset', '-q', '--hard');
    const second = await buildAnew(place, { ccache });
    expect(statistics(place)).toEqual({ hits: misses, misses });
    expect(first.equals(plain)).toBe(true);
    expect(second.equals(plain)).toBe(true);
  });

  test.each([
    ['write', 'is filled'],
    ['read', 'is left as it was'],
  ] as const)('in the sandbox, with the right to %s, %s', async (access, _outcome) => {
    await using place = await createToyKernel();
    const ccache = await openIn(place, access);
    const secrets = { folders: [place.beside('developer')], files: [] };
    const sandbox = bubblewrap('/usr/bin/bwrap', secrets);
    await buildAnew(place, { ccache, sandbox });
    const kept = execFileSync('find', [place.beside('objects'), '-name', '*R'], { encoding: 'utf8' });
    expect(kept !== '').toBe(access === 'write');
    // It is of use inside of the sandbox, too, where it was filled outside.
    await buildAnew(place, { ccache: { ...ccache, access: 'write' }, sandbox: noSandbox });
    const { misses } = statistics(place);
    await buildAnew(place, { ccache, sandbox });
    expect(statistics(place).misses).toBe(misses);
  });

  test('is left out where it is not asked for, or not installed', async () => {
    await using place = await createToyKernel();
    const context = { access: 'write', signal } as const;
    expect(await openCcache('never', { env: { PATH }, ...context })).toBeUndefined();
    expect(await openCcache('auto', { env: { PATH: place.folder }, ...context })).toBeUndefined();
  });

  test('that is too old to say where its cache is is named', async () => {
    await using place = await createToyKernel();
    await writeFile(join(place.folder, 'ccache'), '#!/bin/sh\nexit 1\n');
    await chmod(join(place.folder, 'ccache'), 0o755);
    const opened = openCcache('auto', { env: { PATH: place.folder }, access: 'write', signal });
    await expect(opened).rejects.toThrow(
      '"ccache --get-config cache_dir" ended with exit code 1; expected ccache 3.7 or newer',
    );
  });
});

describe('the compilers', () => {
  const { target } = toyBuild({ folder: '/linux', beside: (name: string) => `/${name}` } as Repository);

  test.each([
    ['gcc', {}, ['CC=ccache gcc', 'HOSTCC=ccache gcc']],
    ['a cross compiler', { crossCompile: 'arm-linux-' }, ['CC=ccache arm-linux-gcc', 'HOSTCC=ccache gcc']],
    ['clang of a version', { llvm: '-19' }, ['CC=ccache clang-19', 'HOSTCC=ccache clang-19']],
    ['one of the budget file', { make: { CC: 'tcc -q' } }, ['CC=ccache tcc -q', 'HOSTCC=ccache gcc']],
    ['one that has it', { make: { CC: 'ccache gcc' } }, ['HOSTCC=ccache gcc']],
    ['one of the tree', { make: { CC: 'scripts/cc' } }, []],
  ])('%s', (_name, change, expected) => {
    expect(ccacheArguments({ ...target, ...change })).toEqual(expected);
  });
});
