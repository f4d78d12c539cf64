import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findOnPath } from '../../src/process/find-on-path.ts';
import type { Files } from '../support/git/repository.ts';
import { FRAGMENT } from '../support/kernel/toy-build.ts';
import { type ToyCheck, checkToy } from '../support/kernel/toy-check.ts';
import { type ToyKernel, budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';

const TOY = { fragments: [FRAGMENT] };

/** A toy with a fragment that works, and a change on top of it. */
async function createChange(
  change: Files,
  target: Readonly<Record<string, unknown>> = TOY,
): Promise<ToyKernel> {
  const kernel = await createToyKernel({ ...budgetFile({ toy: target }), [FRAGMENT]: 'CONFIG_NET=y\n' });
  await kernel.commit(change);
  return kernel;
}

/** A PATH with all programs but bubblewrap. */
async function withoutSandbox(kernel: ToyKernel): Promise<Record<string, string>> {
  const folder = kernel.beside('bin');
  await mkdir(folder);
  for (const place of (process.env['PATH'] ?? '').split(':')) {
    for (const name of [
      'git',
      'make',
      'sh',
      'gcc',
      'as',
      'ld',
      'ar',
      'nm',
      'objcopy',
      'strip',
      'readelf',
      'perl',
      'mkfifo',
      'flock',
      'bash',
      'cat',
      'cmp',
      'echo',
      'ln',
      'mkdir',
      'rm',
      'sed',
      'touch',
      'tar',
      'gzip',
      'zstd',
      'flex',
      'bison',
      'bc',
      'cpp',
      'mv',
      'cp',
      'dirname',
      'basename',
      'env',
      'uname',
    ]) {
      const path = findOnPath(name, place);
      if (path !== undefined && !existsSync(join(folder, name))) await symlink(path, join(folder, name));
    }
  }
  return { PATH: folder };
}

describe('what head cannot be configured with is told before base is built:', () => {
  test.each<[string, Files, string]>([
    ['an option that it does not have', { [FRAGMENT]: 'CONFIG_GONE=y\n' }, 'CONFIG_GONE'],
    ['one that depends on what is off', { [FRAGMENT]: 'CONFIG_TOY_NIC=y\n' }, 'CONFIG_TOY_NIC'],
    ['one that a change has taken away', { 'drivers/Kconfig': 'config BUFFERS\n\tbool "b"\n' }, 'CONFIG_NET'],
    ['a line that is none', { [FRAGMENT]: 'NET=y\n' }, `${FRAGMENT}:1: expected CONFIG_NAME=value`],
    ['a script that fails', { 'scripts/resolve-config.pl': 'die "not today\\n";\n' }, 'not today'],
  ])('%s', async (_what, change, words) => {
    await using kernel = await createChange(change);
    const { exitCode, stdout, stderr } = await checkToy(kernel);
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining(words)]);
    expect(stdout).toMatch(/ head[ :]/);
    expect(stderr).not.toContain('building');
  });

  test('a device tree that it does not have', async () => {
    const target = { arch: 'arm', crossCompile: 'arm-linux-gnueabi-', image: 'zImage', dtb: 'toy-board.dtb' };
    const change = {
      'arch/arm/boot/dts/st/toy-board.dts': null,
      'arch/arm/boot/dts/other.dts': '/dts-v1/;\n/ { };\n',
    };
    await using kernel = await createChange(change, target);
    await expect(checkToy(kernel)).rejects.toThrow('the kernel tree has no toy-board.dts for arm');
  });

  test('of several targets those that can be configured are built', async () => {
    await using kernel = await createToyKernel({
      ...budgetFile({ toy: TOY, other: { make: { KCFLAGS: '-O2' } } }),
      [FRAGMENT]: '',
    });
    await kernel.commit({ [FRAGMENT]: 'CONFIG_GONE=y\n', ...variable('added', 16) });
    const { exitCode, report, stderr } = await checkToy(kernel);
    expect([exitCode, report.targets.map(({ target, verdict }) => [target, verdict.kind])]).toEqual([
      2,
      [
        ['toy', 'no-comparison'],
        ['other', 'pass'],
      ],
    ]);
    expect(stderr).not.toContain('toy: building');
  });

  test('where there is no sandbox an option that it does not have, by its files alone', async () => {
    const runs = 'allnoconfig: mark\nmark:\n\t@touch $(CURDIR)/../ran\n';
    await using kernel = await createChange({ [FRAGMENT]: 'CONFIG_GONE=y\n', 'local.mk': runs });
    const { exitCode, stdout, stderr } = await checkToy(kernel, { env: await withoutSandbox(kernel) });
    expect([exitCode, stdout]).toEqual([
      2,
      expect.stringContaining('CONFIG_GONE=y: this kernel has no such option'),
    ]);
    expect(stderr).not.toMatch(/building|configuring/);
  });
});

describe('head’s own code', () => {
  /** In the build that only tries it, which a build of head is not. */
  const SPOIL =
    'case "$1" in *trial*) for file in build/toy/drivers/toy.o source/drivers/toy.c source/vmlinux.lds.S; do ' +
    'echo "int spoiled[1000];" >> "$PWD/../$file"; done 2> /dev/null; touch "$1/spoilt" || exit 1; esac\n';

  /** What a check finds base to be, where head does more than configure. */
  async function baseOf(change: Files, options: ToyCheck = {}): Promise<unknown> {
    await using kernel = await createChange({ ...change, [FRAGMENT]: 'CONFIG_BUFFERS=y\n' });
    const { report } = await checkToy(kernel, options);
    return report.targets[0]!.delta?.metrics.map(({ metric, base }) => [metric, base]);
  }

  test('changes nothing of base, which is built after head was configured', async () => {
    const expected = await baseOf({});
    expect(expected).toContainEqual(['ram', expect.any(Number)]);
    const spoiling = {
      'local.mk': 'allnoconfig: spoil\nspoil:\n\t@sh scripts/spoil $(O)\n',
      'scripts/spoil': SPOIL,
    };
    expect(await baseOf(spoiling)).toEqual(expected);
  });
});

describe('head is configured once', () => {
  test.each<[string, Files]>([
    ['where the change is of code', variable('added', 16)],
    ['where it is of documentation', { 'Documentation/a.rst': 'text\n' }],
  ])('%s', async (_what, change) => {
    await using kernel = await createChange(change);
    const { exitCode, stderr } = await checkToy(kernel, { skip: false });
    expect([exitCode, stderr.match(/configuring head/g)]).toEqual([0, ['configuring head']]);
  });

  test('where base need not be built', async () => {
    await using kernel = await createChange({ [FRAGMENT]: '# it was here before\nCONFIG_NET=y\n' });
    await checkToy(kernel, { head: 'HEAD~', base: 'HEAD~' });
    const { exitCode, stderr } = await checkToy(kernel);
    expect([exitCode, stderr.match(/configuring head/g)]).toEqual([0, ['configuring head']]);
  });
});
