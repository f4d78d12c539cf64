import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { SourceChange } from '../../../src/git/sources/source-listing.ts';
import { findReach, unaffectedWords } from '../../../src/kernel/reach/change-impact.ts';
import type { KernelSources } from '../../../src/kernel/reach/kernel-sources.ts';
import type { MadeKernel } from '../../../src/kernel/reach/reach-rules.ts';
import { parseKernelConfig } from '../../../src/size/kernel-config.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';

const DEPENDENCIES = [
  'Documentation/Kconfig',
  'O=/arch/arm/include/generated/asm/local.h',
  'O=/arch/arm/boot/compressed/inflate.c',
  'O=/lib/crc32table.h',
  'arch/arm/boot/dts/st/stm32f469.dtsi',
  'arch/arm/kernel/setup.c',
  'arch/arm64/crypto/Kconfig',
  'arch/sh/include/asm/shared.h',
  'fs/dcache.c',
  'include/asm-generic/local.h',
  'include/linux/fs.h',
  'init/main.c',
  'lib/ashldi3.S',
  'rootfs',
  'rootfs/bin',
  'rootfs/bin/README',
  'tools/testing/selftests/kselftest_module.h',
];

const SOURCES: KernelSources = {
  files: DEPENDENCIES,
  folders: ['.', 'fs', 'init'],
  asking: [],
  names: [],
  asksGit: false,
  programs: [],
  programsDigest: '',
};

/** A kernel for ARM. */
const MADE: MadeKernel = {
  prefix: '',
  sourceArch: 'arm',
  sources: SOURCES,
  requests: [],
  config: new Map(),
  options: [],
  links: [],
};

const NO_SOURCES: KernelSources = {
  files: [],
  folders: [],
  asking: [],
  names: [],
  asksGit: false,
  programs: [],
  programsDigest: '',
};

type Kernel = Partial<Omit<MadeKernel, 'config' | 'sources'>> & {
  readonly config?: string;
  readonly sources?: Partial<KernelSources>;
};

/** Why a change may reach a kernel for ARM; undefined where it cannot. */
function reasonFor(
  change: Partial<SourceChange>,
  { config = '', sources, ...kernel }: Kernel = {},
): string | undefined {
  return findReach([{ path: 'fs/other.c', kind: 'modified', mode: '100644', ...change }], {
    ...MADE,
    sources: { ...SOURCES, ...sources },
    config: parseKernelConfig(config),
    ...kernel,
  })?.reason;
}

describe('a file that the kernel is not made from cannot reach it', () => {
  test.each([
    'fs/other.c',
    'include/linux/other.h',
    'arch/arm/kernel/other.S',
    'arch/arm/boot/dts/st/other.dts',
    'arch/arm/boot/dts/st/other.dtsi',
    'drivers/of/other.dtso',
    'samples/bpf/other.c',
  ])('when only a compiler reads such: %s', (path) => {
    expect(reasonFor({ path })).toBeUndefined();
    if (!/\.(h|dtsi)$/.test(path)) expect(reasonFor({ path, kind: 'removed' })).toBeUndefined();
  });

  test.each([
    'Documentation/admin-guide/index.rst',
    'Documentation/Makefile',
    'Documentation/devicetree/bindings/arm/cpus.yaml',
    'LICENSES/preferred/MIT',
    '.github/workflows/ci.yml',
    'tools/testing/selftests/net/Makefile',
    'tools/perf/util/symbol.c',
    'tools/power/x86/turbostat/Makefile',
    'tools/testing/selftests/net/config',
    'MAINTAINERS',
    'CREDITS',
    'COPYING',
    'README',
    '.mailmap',
    '.gitignore',
    'fs/.gitignore',
    'drivers/staging/TODO',
    'fs/ext4/README.md',
  ])('when only people and their tools read it: %s', (path) => {
    expect(reasonFor({ path })).toBeUndefined();
    expect(reasonFor({ path, kind: 'added' })).toBeUndefined();
    expect(reasonFor({ path, kind: 'removed' })).toBeUndefined();
  });

  test.each([
    'arch/x86/Makefile',
    'arch/x86/Kconfig',
    'arch/x86/configs/x86_64_defconfig',
    'arch/arm64/kernel/new.c',
  ])('when it is of another architecture: %s', (path) => {
    expect(reasonFor({ path })).toBeUndefined();
    expect(reasonFor({ path, kind: 'added' })).toBeUndefined();
  });

  test('when it is a header that was added where the kernel has nothing from', () => {
    expect(reasonFor({ path: 'include/dt-bindings/clock/qcom,new.h', kind: 'added' })).toBeUndefined();
    expect(reasonFor({ path: 'arch/arm/boot/dts/nxp/new.dtsi', kind: 'added' })).toBeUndefined();
  });
});

describe('a change may reach the kernel', () => {
  test.each([
    'fs/dcache.c',
    'Documentation/Kconfig',
    'arch/arm64/crypto/Kconfig',
    'rootfs/bin/README',
    'tools/testing/selftests/kselftest_module.h',
  ])('when the kernel is made from the file: %s', (path) => {
    expect(reasonFor({ path })).toBe('is what the kernel is made from');
    expect(reasonFor({ path, kind: 'removed' })).toBe('is what the kernel is made from');
  });

  test.each([
    'Makefile',
    'fs/Makefile',
    'fs/Kconfig',
    'Kbuild',
    'arch/arm/Makefile',
    'scripts/Makefile.build',
    'scripts/kconfig/gconf.c',
    'scripts/dtc/notes.txt',
    'tools/objtool/check.c',
    'tools/include/linux/kernel.h',
    'drivers/scsi/aic7xxx/aicasm/aicasm.h',
    'kernel/configs/tiny.config',
    'arch/arm/configs/stm32_defconfig',
    'arch/arm/tools/syscall.tbl',
    'arch/x86/entry/syscalls/syscall_32.tbl',
    'arch/um/scripts/Makefile.rules',
    'kernel/time/timeconst.bc',
    'lib/build_OID_registry',
    'drivers/tty/vt/cp437.uni',
    'crypto/chacha.pl',
    'rust/kernel/lib.rs',
    'fs/notes.txt',
    '.gitattributes',
    'localversion',
    'localversion.h',
  ])('when make or a script may read it: %s', (path) => {
    expect(reasonFor({ path })).toBeDefined();
    expect(reasonFor({ path, kind: 'added' })).toBeDefined();
    expect(reasonFor({ path, kind: 'removed' })).toBeDefined();
  });

  test('when a file of another architecture is where it is made from', () => {
    expect(reasonFor({ path: 'arch/sh/Makefile' })).toBe('is of a kind that make or a script may read');
  });

  test.each([
    ['120000', 'is a link'],
    ['160000', 'is a submodule'],
  ])('when the mode is %s: it %s', (mode, reason) => {
    expect(reasonFor({ path: 'Documentation/Changes', mode })).toBe(reason);
  });

  test('when git quotes the name', () => {
    expect(reasonFor({ path: '"fs/a\\nb.c"' })).toBe('has a name that git quotes');
  });

  test.each(['include/asm/dcache.c', 'arch/arm/include/asm/fs.h', 'net/local.h', 'net/stm32f469.dtsi'])(
    'when a file was added that may be taken for another: %s',
    (path) => {
      expect(reasonFor({ path, kind: 'added' })).toBe('has the name of a file that the kernel is made from');
    },
  );

  test('when a file was added that a wildcard may find', () => {
    expect(reasonFor({ path: 'drivers/net/new.c', kind: 'added' })).toBe(
      'is a source that a Makefile may take up',
    );
    expect(reasonFor({ path: 'drivers/net/new.S', kind: 'added' })).toBe(
      'is a source that a Makefile may take up',
    );
  });

  test.each(['added', 'removed'] as const)('when a header was %s that __has_include may ask for', (kind) => {
    expect(reasonFor({ path: 'include/linux/new.h', kind })).toBe(
      'is in a folder that the kernel has files of',
    );
  });

  test('when a file was added to a folder that is packed into the kernel', () => {
    expect(reasonFor({ path: 'rootfs/bin/new.rst', kind: 'added' })).toBe(
      'is in a folder that the build reads',
    );
  });

  test.each(['added', 'modified', 'removed'] as const)(
    'when a document was %s below such a folder',
    (kind) => {
      expect(reasonFor({ path: 'rootfs/new/folder/README', kind })).toBe(
        'is in a folder that the build reads',
      );
      const beside = { prefix: 'linux', sources: { files: ['../rootfs'] } };
      expect(reasonFor({ path: 'rootfs/new/README', kind }, beside)).toBe(
        'is in a folder that the build reads',
      );
      expect(reasonFor({ path: 'rootfs-old/README', kind }, beside)).toBeUndefined();
    },
  );

  test('when the build reads the kernel’s folder as a whole, or the repository', () => {
    const reason = 'is in a folder that the build reads';
    expect(reasonFor({ path: 'README' }, { sources: { files: [''] } })).toBe(reason);
    expect(reasonFor({ path: 'linux/README' }, { prefix: 'linux', sources: { files: ['..'] } })).toBe(reason);
  });

  test('when a directive of a source names it, or something else spells the name', () => {
    const reason = 'may be read by a directive of a source';
    const path = 'Documentation/toy.rst';
    expect(reasonFor({ path }, { sources: { names: ['../Documentation/toy.rst'] } })).toBe(reason);
    expect(reasonFor({ path }, { sources: { names: ['*'] } })).toBe(reason);
    expect(reasonFor({ path }, { sources: { names: ['other.rst'] } })).toBeUndefined();
  });

  test.each(['added', 'removed'] as const)('when a header was %s that any source may ask for', (kind) => {
    const kernel = { sources: { asking: ['security/landlock/errata.h'] } };
    const reason = 'may be what security/landlock/errata.h asks for (__has_include)';
    expect(reasonFor({ path: 'security/landlock/errata/abi-4.h', kind }, kernel)).toBe(reason);
    expect(reasonFor({ path: 'arch/x86/include/asm/new.h', kind }, kernel)).toBe(reason);
    expect(reasonFor({ path: 'Documentation/a.rst', kind }, kernel)).toBeUndefined();
    expect(reasonFor({ path: 'security/landlock/errata/abi-4.h', kind })).toBeUndefined();
  });

  test('when an option or a link leads to it', () => {
    const options = [{ option: 'CONFIG_INITRAMFS_SOURCE', patterns: ['boards/a'] }];
    expect(reasonFor({ path: 'boards/a/b/README' }, { options })).toBe(
      'is where CONFIG_INITRAMFS_SOURCE leads',
    );
    const links = [
      { path: 'rootfs/doc', target: 'Documentation/board' },
      { path: '.github/board.config', target: 'Documentation/board.rst' },
    ];
    const kernel = { links, requests: ['.github/board.config'] };
    expect(reasonFor({ path: 'Documentation/board/a.rst' }, kernel)).toBe(
      'is in a folder that the build reads',
    );
    expect(reasonFor({ path: 'Documentation/board.rst' }, kernel)).toBe(
      'is what the target is configured from',
    );
    expect(reasonFor({ path: 'Documentation/other.rst' }, kernel)).toBeUndefined();
  });

  test('when it is a Makefile of a folder that the build went into', () => {
    const kernel = { sources: { folders: ['.', 'Documentation/toy'] } };
    expect(reasonFor({ path: 'Documentation/toy/Makefile' }, kernel)).toBe('is a Makefile of the build');
    expect(reasonFor({ path: 'Documentation/Makefile' }, kernel)).toBeUndefined();
  });

  test('when it has the name of what the build makes, which may be a copy of it or take its place', () => {
    expect(reasonFor({ path: 'net/crc32table.h', kind: 'added' })).toBe(
      'has the name of a file that the build makes',
    );
    expect(reasonFor({ path: 'lib/zlib_inflate/inflate.c' })).toBe(
      'has the name of a file that the build makes',
    );
  });

  test.each(['/presets/tiny.config', 'tiny.config', '.github/tiny.config', './.github/x/../tiny.config'])(
    'when a target asks for it as %s',
    (request) => {
      const kernel = { requests: ['other.config', request] };
      const path = '.github/tiny.config';
      expect(reasonFor({ path }, kernel)).toBe(
        request.startsWith('/') ? undefined : 'is what the target is configured from',
      );
    },
  );

  test.each(['IKHEADERS', 'HEADERS_INSTALL', 'UAPI_HEADER_TEST', 'MODVERSIONS', 'RUST'])(
    'when it is a header and CONFIG_%s is on',
    (option) => {
      const kernel = { config: `CONFIG_${option}=y` };
      expect(reasonFor({ path: 'include/uapi/linux/other.h' }, kernel)).toBe(
        `is a header (CONFIG_${option})`,
      );
      expect(
        reasonFor({ path: 'include/uapi/linux/other.h' }, { config: `# CONFIG_${option} is not set` }),
      ).toBeUndefined();
      expect(reasonFor({ path: 'fs/other.c' }, kernel)).toBeUndefined();
    },
  );

  test('when the version has the hash of the commit, even without a change', () => {
    const config = parseKernelConfig('CONFIG_LOCALVERSION_AUTO=y\n');
    const kernel = { ...MADE, config };
    expect(findReach([], kernel)?.path).toBeUndefined();
    expect(findReach([], kernel)?.reason).toContain('CONFIG_LOCALVERSION_AUTO');
    const asking = { ...MADE, sources: { ...SOURCES, asksGit: true } };
    expect(findReach([], asking)).toEqual({
      path: undefined,
      reason: 'the build asks git which commit it is',
    });
  });
});

describe('a kernel in a folder of the repository', () => {
  const kernel = { prefix: 'linux' };

  test.each([
    ['linux/fs/dcache.c', 'is what the kernel is made from'],
    ['linux/fs/other.c', undefined],
    ['fs/dcache.c', "is beside the kernel's folder"],
    ['linux-old/fs/other.c', "is beside the kernel's folder"],
    ['rootfs.txt', "is beside the kernel's folder"],
    ['.github/workflows/ci.yml', undefined],
    ['README.md', undefined],
    ['tools/perf/gen.sh', "is beside the kernel's folder"],
    ['Documentation/gen.sh', "is beside the kernel's folder"],
    ['MAINTAINERS', "is beside the kernel's folder"],
  ])('takes %s as what it is from there', (path, reason) => {
    expect(reasonFor({ path }, kernel)).toBe(reason);
  });
});

test('the first change that may reach the kernel is named by its path in the repository', () => {
  const changes = ['linux/fs/other.c', 'linux/init/main.c', 'linux/fs/dcache.c'].map(
    (path): SourceChange => ({ path, kind: 'modified', mode: '100644' }),
  );
  const kernel = { ...MADE, prefix: 'linux' };
  expect(findReach(changes, kernel)).toEqual({
    path: 'linux/init/main.c',
    reason: 'is what the kernel is made from',
  });
});

describe.each(['6.1', '6.12'] as const)('of the files of Linux %s', (version) => {
  /** The files of a work tree that git finds by these patterns. */
  function gitFiles(...patterns: readonly string[]): string[] {
    const args = [
      '-C',
      kernelTree(version),
      '-c',
      'core.quotePath=false',
      'ls-files',
      '--with-tree=original',
      '--',
    ];
    return execFileSync('git', [...args, ...patterns], { encoding: 'utf8', maxBuffer: 2 ** 28 })
      .trim()
      .split('\n');
  }

  const changes = (paths: readonly string[]) =>
    paths.map((path): SourceChange => ({ path, kind: 'modified', mode: '100644' }));
  const outOfReach = (paths: readonly string[]) =>
    paths.filter((path) => reasonFor({ path }, { sources: NO_SOURCES }) === undefined);

  test('none that make or Kconfig may read for ARM is out of reach', () => {
    const foreign = [
      ':!arch/*',
      ':!Documentation',
      ...['memory-model', 'perf', 'power', 'testing', 'tracing', 'usb', 'virtio'].map(
        (name) => `:!tools/${name}`,
      ),
      ':!*.gitignore',
      ':!*README*',
      ':!*.rst',
      ':!*TODO',
    ];
    const read = gitFiles(
      '*Makefile*',
      '*Kbuild*',
      '*Kconfig*',
      '*.config',
      '*defconfig',
      'scripts',
      'tools',
      '*.tbl',
      ...foreign,
    );
    expect(read.length).toBeGreaterThan(4500);
    expect(
      outOfReach([...read, ...gitFiles('arch/arm/*Makefile*', 'arch/arm/*Kconfig*', 'arch/arm/configs')]),
    ).toEqual([]);
  });

  test('sources of drivers, other architectures and documentation are', () => {
    const sources = gitFiles(
      ':(glob)drivers/**/*.[chS]',
      ':!drivers/scsi/aic7xxx/aicasm',
      'arch/x86',
      ':!arch/x86/*.tbl',
      'Documentation',
    );
    expect(sources.length).toBeGreaterThan(30_000);
    expect(findReach(changes(sources), { ...MADE, sources: NO_SOURCES })).toBeUndefined();
  });
});

test('words for the report count sources and changes', () => {
  const files = ['O=/lib/crc32table.h', ...Array.from({ length: 2345 }, (_, index) => `fs/${index}.c`)];
  const sources = { ...SOURCES, files };
  expect(unaffectedWords('stm32f469', { sources, changes: 3 })).toBe(
    'none of the 2,345 files that stm32f469 is made from is among the 3 that changed',
  );
  expect(unaffectedWords('stm32f469', { sources, changes: 1 })).toBe(
    'none of the 2,345 files that stm32f469 is made from is the one that changed',
  );
  expect(unaffectedWords('stm32f469', { sources, changes: 0 })).toBe('base and head have the same files');
});
