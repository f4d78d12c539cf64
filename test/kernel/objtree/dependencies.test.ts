import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type FileTree, type FsFixture, createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { countSources, readDependencies } from '../../../src/kernel/objtree/dependencies.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';

/** As scripts/Kbuild.include has it: `if_changed_dep` notes what the compiler read, `if_changed` the command. */
const MAKEFILE = `
NOTED := init/main.o arch/toy/board.dtb
all: $(NOTED) include/generated/calls.h
init/main.o: include/generated/calls.h
dot = $(dir $@).$(notdir $@)
noted = mkdir -p $(@D) && $(cmd) && $(O)/fixdep $(dot).d $@ '$(cmd)' > $(dot).cmd && rm $(dot).d
flags = -I$(S)/include -Iinclude -include $(S)/include/linux/kconfig.h -DCONFIG_SMP

init/main.o: cmd = gcc -Wp,-MMD,$(dot).d $(flags) -c -o $@ $(S)/init/main.c
init/main.o: $(S)/init/main.c
	$(noted)

arch/toy/board.dtb: cmd = gcc -E -Wp,-MMD,$(dot).d -nostdinc -I$(S)/prefixes -undef -x assembler-with-cpp -o $(dot).dts $(S)/arch/toy/board.dts && \\
  dtc -q -o $@ -d $(dot).dtc $(dot).dts && cat $(dot).dtc >> $(dot).d
arch/toy/board.dtb: $(S)/arch/toy/board.dts
	$(noted)

include/generated/calls.h: cmd = sh $(S)/scripts/calls.sh $(S)/arch/toy/calls.tbl --style=$(S)/arch/toy/style > $@
include/generated/calls.h:
	mkdir -p $(@D) && $(cmd) && echo '$(SAVED)$@ := $(cmd)' > $(dot).cmd
`;

const SOURCES = {
  Makefile: MAKEFILE,
  'init/main.c': '#include <linux/a.h>\n#include "../init/b.h"\n#include <generated/calls.h>\n',
  'init/b.h': '#ifdef CONFIG_SMP\n#endif\n',
  'init/unused.c': '',
  'include/linux/kconfig.h': '',
  'include/linux/a.h': '',
  'include/linux/unused.h': '',
  'scripts/calls.sh': 'echo "/* $1 */"\n',
  'arch/toy/calls.tbl': '',
  'arch/toy/style': '',
  'arch/toy/board.dts': '/dts-v1/;\n#include <dt-bindings/pins.h>\n#include <toy/base.dtsi>\n',
  'arch/toy/base.dtsi': '/ { pins = <PINS>; };\n',
  'include/dt-bindings/pins.h': '#define PINS 4\n',
  'prefixes/toy': (place) => place.symlink('../arch/toy'),
  'prefixes/dt-bindings': (place) => place.symlink('../include/dt-bindings'),
} satisfies FileTree;

/** What the toy is made from, by reading it. */
const MADE_FROM = [
  'O=/include/generated/calls.h',
  'arch/toy/base.dtsi',
  'arch/toy/board.dts',
  'arch/toy/calls.tbl',
  'arch/toy/style',
  'include/dt-bindings/pins.h',
  'include/linux/a.h',
  'include/linux/kconfig.h',
  'init/b.h',
  'init/main.c',
  'prefixes/dt-bindings/pins.h',
  'prefixes/toy/base.dtsi',
  'scripts/calls.sh',
];

/** A tree that was built with a kernel's own fixdep. */
async function buildToy(version: '6.1' | '6.12', { output = '../out' } = {}): Promise<FsFixture> {
  const tree = await createFixture({ source: SOURCES, out: {} });
  const [source, folder] = [tree.getPath('source'), tree.getPath('source', output)];
  mkdirSync(folder, { recursive: true });
  execFileSync('gcc', [
    '-o',
    join(folder, 'fixdep'),
    `-I${kernelTree(version)}/scripts/include`,
    join(kernelTree(version), 'scripts/basic/fixdep.c'),
  ]);
  // `srctree` is relative for a folder in the tree (Makefile).
  const root = output === 'build' ? '..' : source;
  const saved = version === '6.1' ? 'cmd_' : 'savedcmd_';
  execFileSync('make', ['-s', '-f', join(source, 'Makefile'), `S=${root}`, `O=${folder}`, `SAVED=${saved}`], {
    cwd: folder,
  });
  return tree;
}

function dependenciesOf(tree: FsFixture, output = '../out'): readonly string[] {
  const source = tree.getPath('source');
  return readDependencies({ source, root: source, output: tree.getPath('source', output) }).files;
}

describe.each(['6.1', '6.12'] as const)('dependencies of what Linux %s has noted', (version) => {
  test('are what compilers, dtc and scripts read, by real names and by those of links', async () => {
    await using tree = await buildToy(version);
    expect(dependenciesOf(tree)).toEqual(MADE_FROM);
  });

  test('are the same for a build folder in the tree', async () => {
    await using tree = await buildToy(version, { output: 'build' });
    expect(dependenciesOf(tree, 'build')).toEqual(MADE_FROM);
  });

  test('are found by paths that are links', async () => {
    await using tree = await buildToy(version);
    symlinkSync('source', tree.getPath('linked'));
    symlinkSync('out', tree.getPath('linked-out'));
    const source = tree.getPath('linked');
    const linked = { source, root: source, output: tree.getPath('linked-out') };
    expect(readDependencies(linked).files).toEqual(MADE_FROM);
  });

  test('keep a file that is gone', async () => {
    await using tree = await buildToy(version);
    rmSync(tree.getPath('source/include/linux/a.h'));
    expect(dependenciesOf(tree)).toEqual(MADE_FROM);
  });
});

/** A tree with notes that are not made but written. */
async function dependenciesIn(
  source: FileTree,
  out: (source: string) => FileTree,
): Promise<readonly string[]> {
  await using tree = await createFixture({ source });
  const path = tree.getPath('source');
  await using output = await createFixture(out(path));
  return readDependencies({ source: path, root: path, output: output.path }).files;
}

describe('dependencies', () => {
  test('are the Kconfig files, which are named from the root of the tree', async () => {
    const text = [
      'autoconfig := include/config/auto.conf\n',
      'deps_config := \\\n\tKconfig \\\n\tarch/toy/Kconfig \\\n\tinit/Kconfig\n',
      '$(autoconfig): $(deps_config)\n$(deps_config): ;\n',
      'ifneq "$(CC)" "gcc"\n$(autoconfig): FORCE\nendif\n',
    ].join('\n');
    expect(await dependenciesIn({}, () => ({ 'include/config/auto.conf.cmd': text }))).toEqual([
      'Kconfig',
      'arch/toy/Kconfig',
      'init/Kconfig',
    ]);
  });

  test('are files and folders that gen_initramfs.sh packs', async () => {
    const source = {
      'root/init': '',
      'root/bin/tool.c': '',
      'root/bin/link': (place) => place.symlink('tool.c'),
    } as const satisfies FileTree;
    await using tree = await createFixture({ source, out: { usr: {} } });
    const cwd = tree.getPath('out');
    const usr = join(kernelTree('6.12'), 'usr');
    execFileSync('gcc', ['-o', join(cwd, 'usr/gen_init_cpio'), join(usr, 'gen_init_cpio.c')]);
    const args = ['-o', 'usr/initramfs_data.cpio', '-l', 'usr/.initramfs_data.cpio.d'];
    execFileSync('sh', [join(usr, 'gen_initramfs.sh'), ...args, tree.getPath('source/root')], { cwd });
    expect(dependenciesOf(tree)).toEqual(['root', 'root/bin', 'root/bin/tool.c', 'root/init']);
  });

  test('are files that a command names behind an option, also ones with a comma', async () => {
    const source = { 'a.lds': '', 'b.lds': '', 'qcom,c.h': '', 'd.tbl': '', include: {} };
    const found = await dependenciesIn(source, (at) => ({
      '.x.so.cmd': `savedcmd_x.so := ld -T${at}/a.lds -Wl,--script=${at}/b.lds,--strip -I${at}/include < ${at}/d.tbl;sed "s:x:${at}/none:" '${at}/qcom,c.h'\n`,
    }));
    expect(found).toEqual(['a.lds', 'b.lds', 'd.tbl', 'qcom,c.h']);
  });

  test('are folders that a command reads, and not those that a compiler looks in', async () => {
    const source = { 'data/a': '', 'data/b': '', include: {}, dts: {}, scripts: {} };
    const found = await dependenciesIn(source, (at) => ({
      '.a.h.cmd': `savedcmd_a.h := sh gen.sh ${at}/data/ -o a.h\n`,
      '.b.o.cmd': `savedcmd_b.o := gcc -I ${at}/include -I${at}/scripts -isystem ${at}/include -fmacro-prefix-map=${at}/= b.c\n`,
      '.c.dtb.cmd': `savedcmd_c.dtb := dtc -i${at}/dts -i ${at}/dts c.dts\n`,
    }));
    expect(found).toEqual(['data']);
  });

  test('are files of the repository beside the kernel, by their paths from there', async () => {
    await using tree = await createFixture({
      linux: { 'a.c': '' },
      'rootfs/bin/tool': '',
      'firmware/blob.md': '',
      out: {},
      elsewhere: {},
    });
    const root = tree.getPath('.').replace(/\/$/, '');
    const notes = {
      '.a.o.cmd': `savedcmd_a.o := cat ${root}/firmware/blob.md ../linux/a.c\n\nsource_a.o := ../linux/a.c\n`,
      'usr/.initramfs_data.cpio.d':
        'deps_initramfs := \\\n../rootfs \\\n../rootfs/bin \\\n/usr/include/stdio.h \\\n',
    };
    await using output = await createFixture(notes);
    execFileSync('cp', ['-a', `${output.path}/.`, tree.getPath('out')]);
    const places = { source: tree.getPath('linux'), output: tree.getPath('out'), root };
    // What is packed from elsewhere is noted too: no commit has it.
    const packed = ['../rootfs', '../rootfs/bin', '/usr/include/stdio.h'];
    expect(readDependencies(places).files).toEqual(['../firmware/blob.md', ...packed, 'a.c']);
  });

  test('are none of the files beside the tree', async () => {
    const found = await dependenciesIn({ 'a.c': '' }, (at) => ({
      '.a.o.cmd': `savedcmd_a.o := gcc ${at}-other/a.c\n\nsource_a.o := ${at}/a.c\n\ndeps_a.o := \\\n  /usr/include/stdio.h \\\n  ${at}-other/b.h \\\n`,
    }));
    expect(found).toEqual(['a.c']);
  });

  test('are found although a pipe has the name of a note', async () => {
    await using tree = await createFixture({
      source: { 'a.c': '' },
      out: { '.a.o.cmd': 'source_a.o := ../source/a.c\n' },
    });
    execFileSync('mkfifo', [tree.getPath('out/.b.o.cmd')]);
    expect(dependenciesOf(tree)).toEqual(['a.c']);
  });

  test('count as sources unless the build has made them', () => {
    expect(countSources(['O=/include/generated/bounds.h', 'init/main.c', 'include/linux/a.h'])).toBe(2);
  });
});
