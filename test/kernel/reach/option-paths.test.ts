import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { optionPaths, optionThatLeaves, optionThatNames } from '../../../src/kernel/reach/option-paths.ts';
import { parseKernelConfig } from '../../../src/size/kernel-config.ts';

const PLACES = { root: '/home/me/linux', prefix: '', output: '/home/me/build/toy' };

function optionFor(path: string, config: string, more: Partial<typeof PLACES> = {}): string | undefined {
  return optionThatNames(path, optionPaths(parseKernelConfig(config), {}, { ...PLACES, ...more }));
}

test.each([
  ['INITRAMFS_SOURCE="rootfs"', 'rootfs/new/README'],
  ['INITRAMFS_SOURCE="rootfs/"', 'rootfs/.gitignore'],
  ['INITRAMFS_SOURCE="a.list boards/st,stm32/rootfs"', 'boards/st,stm32/rootfs/a.dtsi'],
  ['INITRAMFS_SOURCE="$(srctree)/rootfs"', 'rootfs/a.rst'],
  ['INITRAMFS_SOURCE="${srctree}/rootfs"', 'rootfs/a.rst'],
  ['INITRAMFS_SOURCE="$(BOARDS)/rootfs"', 'any/boards/rootfs/a.rst'],
  ['INITRAMFS_SOURCE="$(BOARDS)/rootfs"', 'rootfs/a.rst'],
  ['INITRAMFS_SOURCE="`cat list`"', 'README'],
  ['INITRAMFS_SOURCE="boards/*/rootfs"', 'boards/a/rootfs/a.rst'],
  ['INITRAMFS_SOURCE="boards/[ab]/rootfs"', 'boards/a/rootfs/a.rst'],
  ['INITRAMFS_SOURCE="../../linux/rootfs"', 'rootfs/a.rst'],
  ['INITRAMFS_SOURCE="$(objtree)/../../linux/rootfs"', 'rootfs/a.rst'],
  ['INITRAMFS_SOURCE="/home/me/linux/rootfs"', 'rootfs/a.rst'],
  ['INITRAMFS_SOURCE="/home/me"', 'README'],
  ['INITRAMFS_SOURCE="."', 'README'],
  ['EXTRA_FIRMWARE_DIR="firmware"', 'firmware/board/LICENSE.md'],
  ['BOOT_CONFIG_EMBED_FILE="Documentation/boot.rst"', 'Documentation/boot.rst'],
  ['SYSTEM_TRUSTED_KEYS="certs/README"', 'certs/README'],
  ['A_FORK_HAS="docs/x"', 'docs/x/a.md'],
])('CONFIG_%s names %s', (line, path) => {
  expect(optionFor(path, `CONFIG_${line}`)).toBe(`CONFIG_${line.split('=')[0]}`);
});

test.each([
  ['INITRAMFS_SOURCE="rootfs"', 'rootfs2/README'],
  ['INITRAMFS_SOURCE="rootfs"', 'boards/rootfs/README'],
  ['INITRAMFS_SOURCE="/home/me/rootfs"', 'rootfs/README'],
  ['INITRAMFS_SOURCE=""', 'README'],
  ['CMDLINE="console=ttyS0 root=/dev/mtdblock0 init=/sbin/init"', 'sbin/README'],
  ['DEFAULT_INIT="/"', 'README'],
  ['FRAME_WARN=1024', '1024'],
])('CONFIG_%s does not name %s', (line, path) => {
  expect(optionFor(path, `CONFIG_${line}`)).toBeUndefined();
});

test('paths lead from the kernel’s folder in its repository', () => {
  const config = 'CONFIG_INITRAMFS_SOURCE="../rootfs"';
  expect(optionFor('rootfs/README', config, { prefix: 'linux' })).toBe('CONFIG_INITRAMFS_SOURCE');
  expect(optionFor('linux/rootfs/README', config, { prefix: 'linux' })).toBeUndefined();
});

test('absolute paths may lead into the repository by a link', async () => {
  await using tree = await createFixture({ linux: { rootfs: {} }, alias: (place) => place.symlink('linux') });
  const config = `CONFIG_INITRAMFS_SOURCE="${tree.getPath('alias/rootfs')}"`;
  expect(optionFor('rootfs/README', config, { root: tree.getPath('linux') })).toBe('CONFIG_INITRAMFS_SOURCE');
  const other = `CONFIG_INITRAMFS_SOURCE="${tree.getPath('linux/rootfs')}"`;
  expect(optionFor('rootfs/README', other, { root: tree.getPath('alias') })).toBe('CONFIG_INITRAMFS_SOURCE');
});

test('variables of make name files too', () => {
  const options = optionPaths(new Map(), { BLOB: '/home/me/linux/docs/blob.md' }, PLACES);
  expect(optionThatNames('docs/blob.md', options)).toBe('BLOB');
});

describe('an option leads to what no commit has', () => {
  test.each([
    ['INITRAMFS_SOURCE="AT/rootfs"', true],
    ['INITRAMFS_SOURCE="../rootfs"', true],
    ['A_FORK_HAS="AT/rootfs/init"', true],
    ['INITRAMFS_SOURCE="/etc"', true],
    ['EXTRA_FIRMWARE_DIR="/etc"\nCONFIG_EXTRA_FIRMWARE="passwd"', true],
    ['EXTRA_FIRMWARE_DIR="/etc"\nCONFIG_EXTRA_FIRMWARE=""', false],
    ['INITRAMFS_SOURCE="AT/linux/usr"', false],
    ['INITRAMFS_SOURCE="AT/out/usr"', false],
    ['INITRAMFS_SOURCE="AT/none"', false],
    ['INITRAMFS_SOURCE="usr"', false],
    ['DEFAULT_INIT="/bin/sh"', false],
    ['MODPROBE_PATH="/etc/passwd"', false],
  ])('%s: %s', async (text, leaves) => {
    await using tree = await createFixture({ linux: { usr: {} }, out: { usr: {} }, rootfs: { init: '' } });
    const at = tree.path.replace(/\/$/, '');
    const places = { root: `${at}/linux`, prefix: '', output: `${at}/out` };
    const option = optionThatLeaves(parseKernelConfig(`CONFIG_${text.replace('AT', at)}`), places);
    expect(option).toBe(leaves ? `CONFIG_${text.split('=')[0]}` : undefined);
  });
});
