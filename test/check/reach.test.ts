import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { nmAddresses } from '../support/elf/binutils.ts';
import type { Files } from '../support/git/repository.ts';
import { checkToy } from '../support/kernel/toy-check.ts';
import { type ToyKernel, budgetFile, createToyKernel } from '../support/kernel/toy-kernel.ts';
import { changeOf } from '../support/runner/toy-run.ts';

/** A kernel, and a change of it that nothing has noted. */
interface Scenario {
  readonly files: Files;
  readonly change: Files;
  /** The kernel's folder in the repository. */
  readonly at?: string;
  /** Beside what files say. */
  readonly prepare?: (kernel: ToyKernel) => Promise<void>;
  readonly alter?: (kernel: ToyKernel) => Promise<void>;
}

const TEXT = 'A text of a line that is longer than what alignment would hide.\n';

/** What a shell command prints becomes a variable of that many bytes. */
function sizedBy(command: string, definitions = ''): Files {
  return {
    'local.mk':
      `${definitions}$(O)/size.h: FORCE\n\t@mkdir -p $(@D)\n\t@echo "#define SIZE $$(${command})" > $@.new; cmp -s $@.new $@ || mv $@.new $@\n` +
      '$(O)/drivers/sized.o: $(O)/size.h\nCFLAGS += -I $(O)\n-include $(O)/.config\n',
    'drivers/sized.c': '#include <size.h>\nchar sized[1 + SIZE] = { 1 };\n',
  };
}

function including(path: string): Files {
  return { 'drivers/including.c': `asm(".data\\n.incbin \\"${path}\\"");\n` };
}

const PACKED: Files = {
  ...budgetFile({ toy: { fragments: ['packed.config'] } }),
  'drivers/Kconfig': 'config TOY_SOURCE\n\tstring\n',
  'packed.config': 'CONFIG_TOY_SOURCE="rootfs"\n',
  ...sizedBy('tar -cb1 $(subst \\",,$(CONFIG_TOY_SOURCE)) | wc -c'),
  'rootfs/init': '',
};

function withoutRootfs(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('rootfs/')));
}

const ASKING: Files = {
  'drivers/asking.c':
    '#if __has_include("errata/abi.h")\n#include "errata/abi.h"\n#endif\n#ifdef ABI\nchar abi[1024] = { 1 };\n#endif\n',
};

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a README in a new folder of one that an option names': {
    files: PACKED,
    change: { 'rootfs/new/README': TEXT },
  },
  'a header below one that an option names': { files: PACKED, change: { 'rootfs/usr/include/a.h': TEXT } },
  'an empty .gitignore in one that an option names': {
    files: PACKED,
    change: { 'rootfs/etc/.gitignore': '' },
  },
  'a document beside the kernel, in a folder that an option names': {
    at: 'linux',
    files: { ...PACKED, 'packed.config': 'CONFIG_TOY_SOURCE="../rootfs"\n', '../rootfs/init': '' },
    change: { '../rootfs/doc/README.md': TEXT },
  },
  'a document in a folder that an option names by a link': {
    files: {
      ...withoutRootfs(PACKED),
      'packed.config': 'CONFIG_TOY_SOURCE="rootfs/."\n',
      'boards/a/init': '',
    },
    prepare: (kernel) => symlink('boards/a', join(kernel.folder, 'rootfs')),
    change: { 'boards/a/README.md': TEXT },
  },
  'a document that a source takes up as it is': {
    files: { ...including('Documentation/toy.rst'), 'Documentation/toy.rst': TEXT },
    change: { 'Documentation/toy.rst': TEXT + TEXT },
  },
  'a document that a source takes up by a name that something else spells': {
    files: {
      'drivers/including.c': '#define TEXT(x) "\\"" #x "\\""\nasm(".data\\n.incbin " TEXT(README));\n',
      README: TEXT,
    },
    change: { README: TEXT + TEXT },
  },
  'a document that a Makefile reads': {
    files: { ...sizedBy('wc -c < Documentation/toy.rst'), 'Documentation/toy.rst': TEXT },
    change: { 'Documentation/toy.rst': TEXT + TEXT },
  },
  'a document that a script reads': {
    files: {
      ...sizedBy('sh scripts/size.sh'),
      'scripts/size.sh': 'cat "$(dirname "$0")/../README" | wc -c\n',
      README: TEXT,
    },
    change: { README: TEXT + TEXT },
  },
  'a document in a folder that a Makefile lists': {
    files: { ...sizedBy('find docs -type f | xargs cat | wc -c'), 'docs/a.md': TEXT },
    change: { 'docs/more/b.md': TEXT },
  },
  'a document that a wildcard finds': {
    files: { ...sizedBy('cat $(wildcard docs/*.rst) | wc -c'), 'docs/a.rst': TEXT },
    change: { 'docs/b.rst': TEXT },
  },
  'a document that a Makefile names by a link': {
    files: { ...sizedBy('wc -c < scripts/size.txt'), 'Documentation/toy.rst': TEXT },
    prepare: (kernel) => symlink('../Documentation/toy.rst', join(kernel.folder, 'scripts/size.txt')),
    change: { 'Documentation/toy.rst': TEXT + TEXT },
  },
  'a document that a fragment is a link to': {
    files: {
      ...budgetFile({ toy: { fragments: ['packed.config'] } }),
      'drivers/Kconfig': 'config TOY_TABLE\n\tbool\n',
      'drivers/table.c': '#ifdef CONFIG_TOY_TABLE\nchar table[1024] = { 1 };\n#endif\n',
      'Documentation/board.rst': '# CONFIG_TOY_TABLE is not set\n',
    },
    prepare: (kernel) => symlink('Documentation/board.rst', join(kernel.folder, 'packed.config')),
    change: { 'Documentation/board.rst': 'CONFIG_TOY_TABLE=y\n' },
  },
  'the mode of a document that a Makefile asks for': {
    files: { ...sizedBy('test -x README && echo 64 || echo 0'), README: TEXT },
    change: {},
    alter: (kernel) => chmod(join(kernel.folder, 'README'), 0o755),
  },
  'a source of another architecture that a Makefile reads': {
    files: { ...sizedBy('wc -c < arch/arm/boot/table.h'), 'arch/arm/boot/table.h': TEXT },
    change: { 'arch/arm/boot/table.h': TEXT + TEXT },
  },
  'a document in a folder that a script is given': {
    files: {
      ...sizedBy('sh scripts/pack.sh $(srctree)/rootfs', 'srctree := .\n'),
      'scripts/pack.sh': 'cat "$1"/* | wc -c\n',
      'rootfs/init': '',
    },
    change: { 'rootfs/README': TEXT },
  },
  'a header that no source includes, in a folder that a Makefile packs': {
    files: { ...sizedBy('tar -cb1 include/uapi | wc -c'), 'include/uapi/a.h': '' },
    change: { 'include/uapi/linux/b.h': TEXT },
  },
  'the first header of a folder, which a source asks for': {
    files: ASKING,
    change: { 'drivers/errata/abi.h': '#define ABI\n' },
  },
  'a header that a source asks for from another folder': {
    files: { 'drivers/asking.c': ASKING['drivers/asking.c']!.replaceAll('errata/', '../arch/arm/') },
    change: { 'arch/arm/abi.h': '#define ABI\n' },
  },
  'a header that is gone, which a source asks for': {
    files: {
      'drivers/asking.c': '#if !__has_include("errata/abi.h")\nchar abi[1024] = { 1 };\n#endif\n',
      'drivers/errata/abi.h': '',
    },
    change: { 'drivers/errata/abi.h': null },
  },
  'a header of a new folder that comes first': {
    files: {
      'local.mk': 'CFLAGS := -I drivers/first $(CFLAGS)\n',
      'include/toy/size.h': '#define SIZE 1\n',
      'drivers/sized.c': '#include <toy/size.h>\nchar sized[SIZE] = { 1 };\n',
    },
    change: { 'drivers/first/toy/size.h': '#define SIZE 1025\n' },
  },
};

/** RAM of what is checked out, as nm has it of a build by make alone. */
async function ramByMake(source: string): Promise<number> {
  const output = await mkdtemp(join(tmpdir(), 'ksb-clean-'));
  try {
    const args = ['-C', source, `O=${output}`, 'ARCH=x86', 'LOCALVERSION='];
    const requests = join(output, 'all.config');
    await writeFile(
      requests,
      execFileSync('sh', ['-c', `cat ${source}/packed.config || true`], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    for (const goal of ['allnoconfig', 'vmlinux']) {
      execFileSync('make', [...args, `KCONFIG_ALLCONFIG=${requests}`, goal], { stdio: 'pipe' });
    }
    const symbols = nmAddresses(join(output, 'vmlinux'), '');
    return symbols.get('_end')! - symbols.get('_text')!;
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

test.each(Object.entries(SCENARIOS))('%s is measured', async (_, scenario) => {
  const { files, change, at = '.', prepare, alter } = scenario;
  await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), ...files }, { at });
  const source = join(kernel.folder, at);
  await prepare?.(kernel);
  await kernel.commit({});
  const before = await ramByMake(source);
  await alter?.(kernel);
  const head = await kernel.commit(
    Object.fromEntries(Object.entries(change).map(([path, text]) => [join(at, path), text])),
  );
  const growth = (await ramByMake(source)) - before;
  expect(growth).not.toBe(0);
  const { report } = await checkToy(kernel, {
    kernel: source,
    head,
    config: join(source, BUDGET_FILE),
  });
  expect(changeOf(report, 'ram')).toBe(growth);
});
