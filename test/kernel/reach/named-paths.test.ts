import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { type FileTree, createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { buildText } from '../../../src/kernel/reach/build-text.ts';
import { findNaming } from '../../../src/kernel/reach/named-paths.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';

/** Who names a path in a tree for ARM whose kbuild went into the root and into drivers/. */
async function namingOf(path: string, files: FileTree, prefix = ''): Promise<string | undefined> {
  await using tree = await createFixture(prefix === '' ? files : { [prefix]: files });
  const places = {
    root: tree.path,
    prefix,
    sourceArch: 'arm',
    config: new Map([['LIST', '"docs/list.md"']]),
    files: ['Kconfig'],
    folders: ['.', 'drivers'],
  };
  return findNaming([path], buildText(places))?.by;
}

describe('a Makefile of the build names', () => {
  test.each([
    ['README', 'wc -c < README > $@'],
    ['drivers/README', '$(obj)/a.h: $(src)/README'],
    ['drivers/README', '$(obj)/a.h: $(srctree)/drivers/README'],
    ['drivers/README', '$(obj)/a.h: README'],
    ['Documentation/a.rst', '$(obj)/a.h: $(srctree)/Documentation/a.rst'],
    ['Documentation/a.rst', '$(obj)/a.h: $(abs_srctree)/$(src)/../Documentation/a.rst'],
    ['Documentation/a.rst', '$(obj)/a.h: $(DOCUMENTS)/a.rst'],
    ['Documentation/a.rst', 'texts := $(wildcard $(srctree)/Documentation/*.rst)'],
    ['Documentation/a.rst', '$(obj)/%.h: $(DOCUMENTS)/%.rst'],
    ['Documentation/b/a.rst', 'texts := $(shell find $(srctree)/Documentation -type f)'],
    ['Documentation/b/a.rst', 'tar -C $(srctree) -c Documentation/b > $@'],
    ['Documentation/b/a.rst', 'texts := $(addprefix $(srctree)/Documentation/,$(names))'],
    ['Documentation/b/a.rst', 'FOLDER := $(srctree)/Documentation/b'],
    ['Documentation/b/a.rst', 'cat $(srctree)/Documentation/b/* > $@'],
    ['drivers/docs/st,a.md', 'cat $(src)/docs/st,a.md > $@'],
    ['drivers/docs/a.md', 'find $(src) -type f | xargs cat > $@'],
    ['drivers/fw/README', 'cmd_pack = mksquashfs $(src)/fw $@'],
    ['drivers/fw/a.h', '\t$(call cmd,pack,$(src)/fw)'],
    ['Documentation/b/a.rst', '\tsh $(srctree)/scripts/pack.sh $(srctree)/Documentation/b > $@'],
    ['Documentation/a.rst', '\tmksquashfs Documentation $@'],
    ['Documentation/a.rst', '\tgrep -rl text Documentation > $@'],
    ['drivers/README', '\tcd $(src); cat * > $@'],
    ['drivers/a.c', '\tcat $(src)/* > $@'],
    ['drivers/a.c', 'size := $(shell cat $(src)/*.c | wc -c)'],
    ['drivers/a.h', '\tgrep -h "^#define" $(src)/*.h > $@'],
    ['anything/a.c', '\tgrep -rl text $(srctree) > $@'],
    ['anything/a.c', '\tgit archive HEAD > $@'],
    ['anything/a.c', 'size := $(shell git -C $(srctree) ls-files | wc -l)'],
    ['anything/a.md', 'find . -type f | sort'],
    ['anything/a.md', 'texts := $(shell find $(srctree) -name *.md)'],
    ['anything/a.h', 'headers := $(shell find . -name "*.h")'],
    ['include/uapi/a.h', 'tar -c include/uapi > $@'],
    ['docs/list.md', 'cat $(srctree)/$(CONFIG_LIST) > $@'],
    ['arch/x86/boot/a.h', 'cat $(srctree)/arch/x86/boot/a.h > $@'],
    ['arch/x86/Kbuild', 'include $(srctree)/arch/x86/Kbuild'],
  ])('%s: %s', async (path, line) => {
    expect(await namingOf(path, { drivers: { Makefile: `# A comment\n${line}\n` } })).toBe(
      'drivers/Makefile, line 2',
    );
  });

  test.each([
    ['README', '# see README'],
    ['README', "\t@echo 'see the file README'"],
    ['README', 'obj-y += readme.o # as README says'],
    ['fs/README', '$(obj)/a.h: $(src)/README'],
    ['drivers/toy/README', 'obj-$(CONFIG_TOY) += toy/'],
    ['drivers/toy/README', 'ccflags-y += -I $(srctree)/drivers/toy -I$(src)/toy'],
    ['Documentation/a.rst', '$(Q)$(MAKE) $(build)=Documentation $@'],
    ['Documentation/a.rst', 'KBUILD_CFLAGS += -DDocumentation'],
    ['drivers/toy/a.c', '$(obj)/%.o: $(src)/toy/%.c'],
    ['arch/x86/Makefile', 'include $(srctree)/arch/$(SRCARCH)/Makefile'],
    ['arch/x86/Kbuild', 'include $(srctree)/$(folder)/Kbuild'],
    ['drivers/toy/a.c', 'obj-$(subst m,y,$(CONFIG_TOY)) += toy/'],
    ['drivers/toy/a.c', '$(obj)/a.o: $(src)/toy'],
    ['fs/a.h', 'headers := $(wildcard $(src)/*.h)'],
    ['fs/a.h', 'old := $(wildcard $(obj)/*.h)'],
    ['include/a.h', '$(obj)/a.o: $(src)/../include/$(CONFIG_TABLE)'],
  ])('not %s: %s', async (path, line) => {
    expect(await namingOf(path, { drivers: { Makefile: `${line}\n` } })).toBeUndefined();
  });
});

test.each([
  ['Documentation/a.rst', 'def_bool $(success,test -e $(srctree)/Documentation/a.rst)'],
  ['Documentation/a/b.rst', 'default "$(shell,ls $(srctree)/Documentation/a)"'],
  ['arch/x86/Kconfig.extra', 'source "arch/*/Kconfig.extra"'],
  ['Documentation/new/Kconfig', 'osource "Documentation/*/Kconfig"'],
])('a Kconfig file names %s: %s', async (path, line) => {
  expect(await namingOf(path, { Kconfig: `config A\n\t${line}\n` })).toBe('Kconfig, line 2');
});

test('a Kconfig file does not name what its help texts do', async () => {
  const help = 'config A\n\thelp\n\t  See <file:Documentation/a.rst>, the source of all.\n';
  expect(await namingOf('Documentation/a.rst', { Kconfig: help })).toBeUndefined();
});

test('files that are named are read too, and those of folders where kbuild was not are not', async () => {
  const tree = {
    drivers: { Makefile: 'x := $(shell sh $(src)/gen.sh)\n', 'gen.sh': '. "${srctree}/scripts/lib"\n' },
    scripts: { lib: 'cat README\n' },
  };
  expect(await namingOf('README', tree)).toBe('scripts/lib, line 1');
  expect(await namingOf('README', { drivers: {}, scripts: tree.scripts })).toBeUndefined();
});

test('a line goes on after a backslash', async () => {
  const text = 'a := 1\ntexts := $(wildcard \\\n\t$(srctree)/docs/*)\nb := README\n';
  expect(await namingOf('docs/a.md', { Makefile: text })).toBe('Makefile, line 2');
  expect(await namingOf('README', { Makefile: text })).toBe('Makefile, line 4');
});

test('what asks git for the commit may tell any change', async () => {
  const asking = { Makefile: 'v := $(shell sh $(srctree)/v)\n', v: 'git -C $1 describe --tags\n' };
  expect(await namingOf('README', asking)).toBe('v, line 1');
  expect(await namingOf('README', { Makefile: '\tgit clean\n# git log says it\n' })).toBeUndefined();
});

test('a kernel in a folder of its repository names what lies beside it', async () => {
  const files = { Makefile: 'x := $(shell cat $(srctree)/../README)\n' };
  expect(await namingOf('README', files, 'linux')).toBe('linux/Makefile, line 1');
  expect(await namingOf('linux/README', files, 'linux')).toBeUndefined();
});

describe.each(['6.1', '6.12'] as const)('of Linux %s for ARM', (version) => {
  const root = kernelTree(version);
  const list = (...patterns: readonly string[]): string[] =>
    execFileSync('git', ['-C', root, 'ls-files', '--with-tree=original', '--', ...patterns], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
      .trim()
      .split('\n');
  const makefiles = list(
    '*/Makefile',
    'Makefile',
    '*/Kbuild',
    'Kbuild',
    ':!Documentation',
    ':!tools',
    ':!samples',
  );
  const folders = makefiles.map((path) => dirname(path)).filter((path) => !/^arch\/(?!arm(\/|$))/.test(path));
  const kconfig = list('*Kconfig*', ':!Documentation', ':!tools', ':!scripts/kconfig/tests');
  const places = {
    root,
    prefix: '',
    sourceArch: 'arm',
    config: new Map(),
    files: kconfig,
    folders: [...new Set(folders)],
  };

  test('no document is named, though every Makefile counts', () => {
    const documents = list(
      '*.rst',
      '*.txt',
      '*.yaml',
      'LICENSES',
      ':!tools',
      ':!arch',
      ':!fs/unicode',
      ':!scripts',
      ':!drivers',
    );
    expect(documents.length).toBeGreaterThan(7_000);
    expect(findNaming(documents, buildText(places))).toBeUndefined();
  });

  test.each([
    ['include/linux/oid_registry.h', 'lib/Makefile'],
    ['include/scsi/scsi_devinfo.h', 'drivers/scsi/Makefile'],
    ['arch/um/scripts/Makefile.rules', 'fs/hostfs/Makefile'],
    ['arch/x86/entry/syscalls/syscall_32.tbl', 'scripts/checksyscalls.sh'],
  ])('%s is named by %s', (path, by) => {
    const some = { ...places, folders: ['.', 'drivers/scsi', 'fs/hostfs', 'lib'] };
    expect(findNaming([path], buildText(some))?.by).toMatch(new RegExp(`^${by}, line \\d+$`));
  });
});
