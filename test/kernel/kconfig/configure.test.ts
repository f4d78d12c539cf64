import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/budget/target.ts';
import { configure } from '../../../src/kernel/kconfig/configure.ts';
import type { KernelBuild } from '../../../src/kernel/make/build-context.ts';
import type { Files } from '../../support/git/repository.ts';
import { FRAGMENT, fragment, toyBuild } from '../../support/kernel/toy-build.ts';
import { createToyKernel } from '../../support/kernel/toy-kernel.ts';

/** Names of the options that are set, of the toy with more files. */
async function optionsOf(files: Files, target: Partial<Target>): Promise<string[]> {
  await using kernel = await createToyKernel(files);
  const config = await configure(toyBuild(kernel, { target }));
  return [...config].filter(([, value]) => value === 'y').map(([name]) => name);
}

describe('a base', () => {
  test('allnoconfig sets nothing that was not asked for', async () => {
    expect(await optionsOf({}, { base: { kind: 'allnoconfig' } })).toEqual(['X86']);
  });

  test('tinyconfig sets what the kernel’s tiny.config files ask for', async () => {
    expect(await optionsOf({}, { base: { kind: 'tinyconfig' } })).toEqual(['X86', 'BUFFERS']);
  });

  test('tinyconfig takes the architecture’s own tiny.config too', async () => {
    const files = { 'arch/x86/configs/tiny.config': 'CONFIG_NET=y\n' };
    expect(await optionsOf(files, { base: { kind: 'tinyconfig' } })).toEqual(['X86', 'NET', 'BUFFERS']);
  });

  test('a defconfig is resolved with defaults', async () => {
    const base = { kind: 'defconfig', name: 'toy_defconfig' } as const;
    expect(await optionsOf({}, { base })).toEqual(['X86', 'NET', 'BUFFERS']);
  });

  test('a fragment can take back what a defconfig sets', async () => {
    const base = { kind: 'defconfig', name: 'toy_defconfig' } as const;
    const files = { [FRAGMENT]: '# CONFIG_NET is not set\n' };
    expect(await optionsOf(files, { base, fragments: [fragment(FRAGMENT)] })).toEqual(['X86', 'BUFFERS']);
  });

  test('a file of the tree is resolved with defaults', async () => {
    const base = { kind: 'file', path: 'configs/board.config' } as const;
    expect(await optionsOf({ 'configs/board.config': 'CONFIG_NET=y\n' }, { base })).toEqual([
      'X86',
      'NET',
      'BUFFERS',
    ]);
  });
});

test('a configuration that make did not write is named', async () => {
  await using kernel = await createToyKernel({ 'scripts/resolve-config.pl': '' });
  const build = toyBuild(kernel);
  await expect(configure(build)).rejects.toThrow(
    `toy: make succeeded at base but ${build.output}/.config is not there; check "make" of the target`,
  );
});

describe('a fragment', () => {
  const NET = { [FRAGMENT]: 'CONFIG_NET=y\n' };

  test('is merged into the base', async () => {
    expect(await optionsOf(NET, { fragments: [fragment(FRAGMENT)] })).toContain('NET');
  });

  test('that comes later wins', async () => {
    const files = { ...NET, later: '# CONFIG_NET is not set\n' };
    expect(await optionsOf(files, { fragments: [fragment(FRAGMENT), fragment('later')] })).not.toContain(
      'NET',
    );
  });

  test.each([
    ['since its own version', { since: '6.12', before: undefined }, true],
    ['since an older version, compared by number', { since: '6.9', before: undefined }, true],
    ['since a newer version', { since: '6.12.2', before: undefined }, false],
    ['before its own version', { since: undefined, before: '6.12.1' }, false],
    ['before a newer version', { since: undefined, before: '6.100' }, true],
  ])('for kernels %s is chosen by the version in the Makefile', async (_what, range, isChosen) => {
    const options = await optionsOf(NET, { fragments: [{ path: FRAGMENT, ...range }] });
    expect(options.includes('NET')).toBe(isChosen);
  });

  test('is found where make looks for configuration files', async () => {
    const files = { 'arch/x86/configs/net.config': 'CONFIG_NET=y\n' };
    expect(await optionsOf(files, { fragments: [fragment('net.config')] })).toContain('NET');
  });

  test('that this commit does not have is taken from the developer’s tree', async () => {
    await using kernel = await createToyKernel();
    await using developer = await createToyKernel(NET);
    const target = { fragments: [fragment(FRAGMENT)] };
    const config = await configure(toyBuild(kernel, { target, fragmentFallback: developer.folder }));
    expect(config.get('NET')).toBe('y');
  });

  test('that no tree has is named, with the commit and the places', async () => {
    const missing = optionsOf({}, { fragments: [fragment('gone.config')] });
    await expect(missing).rejects.toThrow(
      'toy: gone.config does not exist at base; looked for gone.config, arch/x86/configs/gone.config, ' +
        'kernel/configs/gone.config in the kernel tree',
    );
  });
});

describe('a requested option that did not take', () => {
  /** The error of configuring with these lines in a fragment. */
  async function failureOf(lines: string, overrides: Partial<KernelBuild> = {}): Promise<unknown> {
    await using kernel = await createToyKernel({ [FRAGMENT]: lines });
    const build = toyBuild(kernel, { ...overrides, target: { fragments: [fragment(FRAGMENT)] } });
    return await configure(build).catch((error: unknown) => error);
  }

  test('is named with what it depends on and where that is written', async () => {
    expect(await failureOf('CONFIG_TOY_NIC=y\n', { side: 'head' })).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(
        /^toy: 1 requested option did not take at head: CONFIG_TOY_NIC; request /,
      ),
      details: ['CONFIG_TOY_NIC=y: is n (drivers/Kconfig:15: depends on X86 || ARM && NET && BUFFERS)'],
    });
  });

  test('is named when this kernel does not have it', async () => {
    expect(await failureOf('CONFIG_GONE=y\n')).toMatchObject({
      details: ['CONFIG_GONE=y: this kernel has no such option'],
    });
  });

  test('is named when it cannot be switched off', async () => {
    expect(await failureOf('# CONFIG_X86 is not set\n')).toMatchObject({
      details: ['CONFIG_X86=n: is y (arch/x86/Kconfig:1)'],
    });
  });

  test('is named together with all others', async () => {
    expect(await failureOf('CONFIG_TOY_NIC=y\nCONFIG_GONE=y\n')).toMatchObject({
      message: expect.stringContaining(
        '2 requested options did not take at base: CONFIG_TOY_NIC, CONFIG_GONE',
      ),
    });
  });

  test('is no error when it was to be off and does not exist', async () => {
    expect(await failureOf('# CONFIG_GONE is not set\nCONFIG_OLD=n\n')).toBeInstanceOf(Map);
  });
});
