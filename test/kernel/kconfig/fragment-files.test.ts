import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/budget/target.ts';
import { configure } from '../../../src/kernel/kconfig/configure.ts';
import type { Files } from '../../support/git/repository.ts';
import { FRAGMENT, fragment, toyBuild } from '../../support/kernel/toy-build.ts';
import { type ToyKernel, createToyKernel } from '../../support/kernel/toy-kernel.ts';

/** The error of configuring the toy with these files. */
async function failureOf(files: Files, target: Partial<Target>): Promise<unknown> {
  await using kernel = await createToyKernel(files);
  return await configure(toyBuild(kernel, { target })).catch((error: unknown) => error);
}

const EXPECTED = 'expected CONFIG_NAME=value without spaces, or a comment';

describe('a line that Kconfig would skip', () => {
  test('is named with what was found and what was expected', async () => {
    const files = { [FRAGMENT]: '# a card\n\n CONFIG_NET=y\n' };
    expect(await failureOf(files, { fragments: [fragment(FRAGMENT)] })).toMatchObject({
      name: 'UserError',
      message: `toy: at base .github/toy.config:3: ${EXPECTED}, found " CONFIG_NET=y"`,
      details: [],
    });
  });

  test('is named together with all others of the base and the fragments', async () => {
    const files = {
      'board.config': 'CONFIG_NET=y\nBUFFERS=y\n',
      'kernel/configs/a.config': 'CONFIG_TOY_NIC = y\nCONFIG_NET\n',
      [FRAGMENT]: 'FOO=y\n',
    };
    const target = {
      base: { kind: 'file', path: 'board.config' },
      fragments: [fragment('a.config'), fragment(FRAGMENT)],
    } as const;
    expect(await failureOf(files, target)).toMatchObject({
      message: 'toy: at base 4 lines of the configuration files are not understood; correct or remove them',
      details: [
        `board.config:2: ${EXPECTED}, found "BUFFERS=y"`,
        `kernel/configs/a.config:1: ${EXPECTED}, found "CONFIG_TOY_NIC = y"`,
        `kernel/configs/a.config:2: ${EXPECTED}, found "CONFIG_NET"`,
        `.github/toy.config:1: ${EXPECTED}, found "FOO=y"`,
      ],
    });
  });

  test('is quoted on one line and not at any length', async () => {
    const files = { [FRAGMENT]: `\u001b[31m${'x'.repeat(1000)}\n` };
    expect(await failureOf(files, { fragments: [fragment(FRAGMENT)] })).toMatchObject({
      message: expect.stringMatching(/found "\\u001b\[31mx{75}…"$/),
    });
  });
});

test.each([
  ['a source', 'init/main.c'],
  ['an empty file', 'empty.config'],
])('a base that is %s is no configuration', async (_what, path) => {
  expect(await failureOf({ 'empty.config': '# nothing\n' }, { base: { kind: 'file', path } })).toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(
      `^toy: base "${path}" has no line CONFIG_NAME=value at base; name a .config`,
    ),
  });
});

test('a fragment that is a folder is named', async () => {
  expect(await failureOf({}, { fragments: [fragment('drivers')] })).toMatchObject({
    name: 'UserError',
    message: 'toy: drivers at base is a directory, expected lines CONFIG_NAME=value; give the file in it',
  });
});

describe('a link', () => {
  /** Configures a toy that has the link, beside a folder with a secret. */
  async function configureWithLink(
    link: { readonly at: string; readonly to: string },
    target: Partial<Target>,
    change: (kernel: ToyKernel) => Promise<void> = () => Promise.resolve(),
  ): Promise<unknown> {
    await using kernel = await createToyKernel({
      'arch/x86/configs/net.config': 'CONFIG_NET=y\n',
      [link.at]: '',
    });
    await kernel.write({ [link.at]: null });
    await mkdir(kernel.beside('outside'));
    await writeFile(join(kernel.beside('outside'), 'secret'), 'CONFIG_TOKEN="secret"\n');
    await symlink(link.to, join(kernel.folder, link.at));
    await change(kernel);
    return await configure(toyBuild(kernel, { target })).catch((error: Error) => error.message);
  }

  const LEADS_OUT = "at base leads out of the kernel's files, to ";
  const linked = { fragments: [fragment('linked.config')] };

  test('to another file of the tree is followed', async () => {
    const link = { at: 'linked.config', to: 'arch/x86/configs/net.config' };
    expect(await configureWithLink(link, linked)).toEqual(
      expect.toSatisfy((config) => config.get('NET') === 'y'),
    );
  });

  test.each([
    ['beside the tree', '../outside/secret'],
    ['that only this process may read', '/proc/self/environ'],
    ['that git keeps its credentials in', '.git/config'],
  ])('to a file %s is refused as a fragment', async (_what, to) => {
    expect(await configureWithLink({ at: 'linked.config', to }, linked)).toContain(
      `toy: linked.config ${LEADS_OUT}`,
    );
  });

  test('out of the tree is refused as a base', async () => {
    const base = { kind: 'file', path: 'linked.config' } as const;
    expect(await configureWithLink({ at: 'linked.config', to: '../outside/secret' }, { base })).toContain(
      `toy: linked.config ${LEADS_OUT}`,
    );
  });

  test('out of the tree is refused where tinyconfig looks', async () => {
    const link = { at: 'kernel/configs/tiny.config', to: '../../../outside/secret' };
    expect(await configureWithLink(link, { base: { kind: 'tinyconfig' } })).toContain(
      `toy: kernel/configs/tiny.config ${LEADS_OUT}`,
    );
  });

  test('out of the tree is refused as a folder on the way too', async () => {
    const link = { at: 'linked', to: '../outside' };
    expect(await configureWithLink(link, { fragments: [fragment('linked/secret')] })).toContain(
      `toy: linked/secret ${LEADS_OUT}`,
    );
  });

  test('to the tree itself is fine: it may lie anywhere', async () => {
    await using kernel = await createToyKernel({ [FRAGMENT]: 'CONFIG_NET=y\n' });
    await symlink(kernel.folder, kernel.beside('link'));
    const target = { fragments: [fragment(FRAGMENT)] };
    const config = await configure(toyBuild(kernel, { target, source: kernel.beside('link') }));
    expect(config.get('NET')).toBe('y');
  });
});

test('a path out of the tree is refused', async () => {
  await using kernel = await createToyKernel();
  await writeFile(kernel.beside('secret'), 'CONFIG_TOKEN="secret"\n');
  const build = toyBuild(kernel, { target: { fragments: [fragment('../secret')] } });
  await expect(configure(build)).rejects.toThrow(
    "toy: ../secret at base leads out of the kernel's files, to ",
  );
});
