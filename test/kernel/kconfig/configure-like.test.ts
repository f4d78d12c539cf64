import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/budget/target.ts';
import { configure, configureLike, readRequests } from '../../../src/kernel/kconfig/configure.ts';
import { type KernelConfig, parseKernelConfig } from '../../../src/size/kernel-config.ts';
import type { Files } from '../../support/git/repository.ts';
import { FRAGMENT, fragment, toyBuild } from '../../support/kernel/toy-build.ts';
import { createToyKernel } from '../../support/kernel/toy-kernel.ts';

describe('the options of another side', () => {
  /** What a toy resolves these lines to, and what is written. */
  async function resolve(lines: string, target: Partial<Target> = {}, files: Files = {}) {
    await using kernel = await createToyKernel(files);
    const build = toyBuild(kernel, { target, side: 'head' });
    await configure(build);
    const resolved = await configureLike(build, parseKernelConfig(lines));
    return { resolved, written: parseKernelConfig(await readFile(join(build.output, '.config'), 'utf8')) };
  }

  const ON = 'CONFIG_X86=y\nCONFIG_NET=y\n# CONFIG_BUFFERS is not set\n';
  const on = (config: KernelConfig): string[] =>
    [...config].filter(([, value]) => value === 'y').map(([name]) => name);

  test('are all that is set', async () => {
    const { resolved, written } = await resolve(ON);
    expect(on(resolved)).toEqual(['X86', 'NET']);
    expect(written).toEqual(resolved);
  });

  test('are in place of those of the target', async () => {
    const target = {
      base: { kind: 'defconfig', name: 'toy_defconfig' },
      fragments: [fragment(FRAGMENT)],
    } as const;
    const { resolved } = await resolve(ON, target, { [FRAGMENT]: 'CONFIG_BUFFERS=y\n' });
    expect(on(resolved)).toEqual(['X86', 'NET']);
  });

  test('leave off what only this side has, though it has a default', async () => {
    const { resolved } = await resolve('CONFIG_X86=y\n');
    expect(on(resolved)).toEqual(['X86']);
  });

  test('are refused with the names of those that do not take', async () => {
    await expect(resolve('CONFIG_X86=y\nCONFIG_GONE=y\nCONFIG_TOY_NIC=y\n')).rejects.toMatchObject({
      name: 'UserError',
      message: 'toy: the options of base do not take at head: CONFIG_GONE, CONFIG_TOY_NIC',
    });
  });

  test('are refused with the names of those that cannot be off', async () => {
    await expect(resolve('CONFIG_NET=y\n')).rejects.toThrow('do not take at head: CONFIG_X86');
  });
});

describe('the files that ask for options', () => {
  const FILES = { [FRAGMENT]: 'CONFIG_NET=y\n', 'board.config': 'CONFIG_NET=y\n' };

  async function requestsOf(target: Partial<Target>): Promise<string[]> {
    await using kernel = await createToyKernel(FILES);
    return readRequests(toyBuild(kernel, { target })).map(({ name }) => name);
  }

  test.each<[string, Target['base'], readonly string[]]>([
    ['allnoconfig', { kind: 'allnoconfig' }, []],
    ['tinyconfig', { kind: 'tinyconfig' }, ['kernel/configs/tiny-base.config', 'kernel/configs/tiny.config']],
    ['a defconfig', { kind: 'defconfig', name: 'toy_defconfig' }, ['arch/x86/configs/toy_defconfig']],
    ['a defconfig that make knows of itself', { kind: 'defconfig', name: 'made_defconfig' }, []],
    ['a file', { kind: 'file', path: 'board.config' }, ['board.config']],
  ])('are those of %s, then the fragments', async (_, base, names) => {
    expect(await requestsOf({ base, fragments: [fragment(FRAGMENT)] })).toEqual([...names, FRAGMENT]);
  });

  test('are not the fragments for other versions', async () => {
    const fragments = [{ ...fragment(FRAGMENT), since: '6.13' }];
    expect(await requestsOf({ base: { kind: 'allnoconfig' }, fragments })).toEqual([]);
  });
});

describe("the linker's map", () => {
  const KCONFIG = ['X86\n\tdef_bool y', 'VMLINUX_MAP\n\tbool "Map"', 'IKCONFIG\n\tbool "Own options"'];
  const FILES = { 'arch/x86/Kconfig': KCONFIG.map((entry) => `config ${entry}\n`).join('\n') };

  async function mapOption(lines: string, target: Partial<Target> = {}): Promise<string | undefined> {
    await using kernel = await createToyKernel({ ...FILES, [FRAGMENT]: lines });
    const config = await configure(
      toyBuild(kernel, { target: { fragments: [fragment(FRAGMENT)], ...target } }),
    );
    return config.get('VMLINUX_MAP');
  }

  test('is asked for', async () => {
    expect(await mapOption('')).toBe('y');
  });

  test('is not asked for where a fragment turns it off', async () => {
    expect(await mapOption('# CONFIG_VMLINUX_MAP is not set\n')).toBe('n');
  });

  test('is not asked for where the kernel carries its configuration, which would change its size', async () => {
    expect(await mapOption('CONFIG_IKCONFIG=y\n')).toBe('n');
  });

  test('is asked for over a defconfig, which resolved says of each option that it is off', async () => {
    expect(await mapOption('', { base: { kind: 'defconfig', name: 'toy_defconfig' } })).toBe('y');
  });

  test('is asked for where this kernel has no such option, which is no mistake', async () => {
    await using kernel = await createToyKernel();
    expect((await configure(toyBuild(kernel))).has('VMLINUX_MAP')).toBe(false);
  });
});
