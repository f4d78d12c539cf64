import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KernelTree } from '../../../src/budget/file/tree-problems.ts';
import { kernelListing } from '../../../src/kernel/tree/kernel-listing.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';

function open(version: '6.1' | '6.12'): KernelTree {
  const folder = kernelTree(version);
  const files = execFileSync('git', ['ls-files', '-z'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(join(folder, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  return kernelListing({ files: files.split('\0'), read });
}

describe.each(['6.1', '6.12'] as const)('Linux %s', (version) => {
  const tree = open(version);

  test('has the architectures that ARCH= takes', () => {
    expect(tree.architectures).toEqual(
      expect.arrayContaining(['arm', 'arm64', 'x86', 'i386', 'x86_64', 'riscv', 'um']),
    );
    for (const none of ['aarch64', 'amd64', 'configs', 'Kconfig'])
      expect(tree.architectures).not.toContain(none);
  });

  test.each([
    ['x86', 'x86_64_defconfig'],
    ['x86_64', 'i386_defconfig'],
    ['arm', 'multi_v7_defconfig'],
    ['arm', 'stm32_defconfig'],
    ['powerpc', 'ppc64le_defconfig'],
    ['riscv', 'rv32_defconfig'],
    ['s390', 'debug_defconfig'],
    ['arm64', 'defconfig'],
  ])('has for %s the %s, whether it is a file or made', (arch, name) => {
    expect(tree.defconfigs(arch)).toContain(name);
  });

  test('computes some names for MIPS, so that nothing is said of those', () => {
    expect(tree.defconfigs('mips')).toBeUndefined();
  });

  test('has device tree sources in all folders of an architecture', () => {
    expect(tree.deviceTrees('arm')).toEqual(
      expect.arrayContaining(['stm32f469-disco.dts', 'versatile-pb.dts']),
    );
    expect(tree.deviceTrees('arm64')).toContain('bcm2711-rpi-4-b.dts');
  });

  test.each([
    ['dir', 'drivers/net/', true],
    ['dir', 'drivers/net', true],
    ['dir', 'drivers/nett/', false],
    ['dir', 'drivers/*/realtek/', true],
    ['object', 'fs/dcache.o', true],
    ['object', 'fs/dcach.o', false],
    ['object', 'fs/dcache', false],
    ['object', 'fs/*.o', true],
    ['object', 'ffs/*.o', false],
    // Made of other objects, of a table, of a list, of what the build finds; and by no rule that names it.
    ['object', 'fs/ext4/ext4.o', true],
    ['object', 'drivers/tty/vt/consolemap_deftbl.o', true],
    ['object', 'drivers/tty/vt/defkeymap.o', true],
    ['object', 'usr/initramfs_data.o', true],
    ['object', 'arch/x86/entry/vdso/vdso-image-64.o', true],
    ['object', '.vmlinux.export.o', true],
    ['subsystem', 'EXT4 FILE SYSTEM', true],
    ['subsystem', 'EXT4 FILE SYSTEM <linux-ext4@vger.kernel.org>', true],
    ['subsystem', 'MEMORY MANAGEMENT*', true],
    ['subsystem', 'MEMORY MANAGMENT', false],
  ] as const)('%s:%s may be in a kernel: %s', (kind, name, expected) => {
    expect(tree.mayHave(kind, name)).toBe(expected);
  });
});

test('of a commit that is not checked out nothing is said of objects that a Makefile may name', () => {
  const tree = kernelListing({ files: ['arch/x86/vdso/Makefile', 'fs/a.c'], read: () => undefined });
  expect(tree.mayHave('object', 'arch/x86/vdso/vdso-image-64.o')).toBe(true);
  expect(tree.mayHave('object', 'fs/b.o')).toBe(false);
});

test('without MAINTAINERS nothing is said of subsystems', () => {
  const tree = kernelListing({ files: [], read: () => undefined });
  expect(tree.mayHave('subsystem', 'ANY')).toBe(true);
});
