import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/budget/target.ts';
import { configuredTools, targetTools } from '../../../src/kernel/tools/build-tools.ts';
import { createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

async function toyTarget(): Promise<Target> {
  await using repository = await createRepository();
  return toyBuild(repository).target;
}

const TOY = await toyTarget();

/** The tools that an option calls for beside those that are always needed, as `name (package)`. */
function calledFor(option: string): string[] {
  const always = new Set(targetTools(TOY).map(({ name }) => name));
  return configuredTools(TOY, new Map([[option, 'y']]))
    .filter(({ name }) => !always.has(name))
    .map((tool) => `${tool.name} (${tool.package})`);
}

/** The commands are those of KGZIP, KBZIP2, … in the kernel's Makefile. */
test.each([
  ['GZIP', 'gzip (gzip)'],
  ['BZIP2', 'bzip2 (bzip2)'],
  ['LZMA', 'lzma (xz-utils)'],
  ['XZ', 'xz (xz-utils)'],
  ['LZO', 'lzop (lzop)'],
  ['LZ4', 'lz4 (lz4)'],
  ['ZSTD', 'zstd (zstd)'],
])('a kernel or an initramfs packed with %s calls for %s', (format, tool) => {
  expect(calledFor(`KERNEL_${format}`)).toEqual([tool]);
  expect(calledFor(`INITRAMFS_COMPRESSION_${format}`)).toEqual([tool]);
});

test('an archive of headers is made with cpio and xz (kernel/gen_kheaders.sh)', () => {
  expect(calledFor('IKHEADERS')).toEqual(['cpio (cpio)', 'xz (xz-utils)']);
});

test('an initial RAM disk calls for nothing: the kernel has its own gen_init_cpio', () => {
  expect(calledFor('BLK_DEV_INITRD')).toEqual([]);
});

/** Makefile, `ifneq ($(LLVM),)`: HOSTCC = $(LLVM_PREFIX)clang$(LLVM_SUFFIX), and so on. */
describe('a build with LLVM', () => {
  test.each([
    ['1', ['clang (clang)', 'ld.lld (lld)', 'llvm-objcopy (llvm)'], 'clang'],
    ['-19', ['clang-19 (clang-19)', 'ld.lld-19 (lld-19)', 'llvm-objcopy-19 (llvm-19)'], 'clang-19'],
    [
      '/opt/llvm-19/bin/',
      ['clang', 'ld.lld', 'llvm-objcopy'].map((name) => `/opt/llvm-19/bin/${name} (undefined)`),
      '/opt/llvm-19/bin/clang',
    ],
  ])('%s has its own tools, and no gcc', (llvm, expected, compiler) => {
    const tools = targetTools({ ...TOY, llvm });
    const names = tools.map((tool) => `${tool.name} (${tool.package})`);
    expect(names).toEqual(expect.arrayContaining(expected));
    expect(names).not.toContain('gcc (gcc)');
    expect(tools).toContainEqual({ kind: 'header', name: 'stdio.h', package: 'libc6-dev', compiler });
  });
});
