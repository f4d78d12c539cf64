import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CacheStore } from '../../src/cache/store.ts';
import { restoreKernel } from '../../src/check/cached-kernel.ts';
import { readBudgetFile } from '../../src/check/plan/read-budget-file.ts';
import { buildArtifacts } from '../../src/kernel/build/build-artifacts.ts';
import { readTreeFile } from '../../src/kernel/kconfig/fragment-files.ts';
import { readOptionDefinitions } from '../../src/kernel/kconfig/parse-kconfig.ts';
import { copyKernel, digestFiles, requireUnchanged } from '../../src/kernel/measure/artifact-folder.ts';
import { readDependencies } from '../../src/kernel/objtree/dependencies.ts';
import { madeWith } from '../../src/kernel/objtree/made-with.ts';
import { readObjtreeState } from '../../src/kernel/objtree/objtree-state.ts';
import { readKernelVersion } from '../../src/kernel/tree/kernel-version.ts';
import { openSubsystems } from '../../src/kernel/tree/subsystems.ts';
import { UserError } from '../../src/user-error.ts';
import { type Repository, createRepository } from '../support/git/repository.ts';
import { toyBuild, toyStart } from '../support/kernel/toy-build.ts';
import { WRONG_SHAPES, type WrongShape, putShape } from '../support/wrong-shapes.ts';

/** What must be seen nowhere; it is what each file has that a link leads to. */
const SECRET = 'CONFIG_SECRET="what no build may show"\n';

/** What make leaves, as its make does that copies all of it from elsewhere. */
const MADE = {
  vmlinux: 'vmlinux',
  map: 'vmlinux.map',
  config: '.config',
  image: 'arch/x86/boot/bzImage',
  dtb: 'arch/x86/boot/dts/toy-board.dtb',
} as const;

const MAKEFILE = `VERSION = 6
PATCHLEVEL = 12
SUBLEVEL = 1
allnoconfig bzImage: ; @cp -a --sparse=always $(O)/../planted/. $(O)
toy-board.dtb: bzImage ; @:
`;

let place: Repository;
beforeAll(async () => {
  place = await createRepository({ Makefile: MAKEFILE, 'arch/x86/boot/dts/toy-board.dts': '/dts-v1/;\n' });
});
afterAll(() => place[Symbol.asyncDispose]());

/** A folder with what make is to leave, and one of other files by the same names. */
function plant(): { readonly planted: string; readonly elsewhere: string } {
  const [planted, elsewhere] = [place.beside('planted'), place.beside('elsewhere')];
  for (const folder of [planted, elsewhere]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(elsewhere, 'dts'), { recursive: true });
  writeFileSync(join(elsewhere, 'dts/toy-board.dtb'), SECRET);
  for (const path of Object.values(MADE)) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), 'CONFIG_VMLINUX_MAP=y\n');
    writeFileSync(join(elsewhere, basename(path)), SECRET);
  }
  return { planted, elsewhere };
}

/** A file at the top of `O=` has no folder on its way. */
function isPossible(path: string, shape: WrongShape): boolean {
  return path.includes('/') || shape !== 'link to a folder on the way';
}

const PLANTS = Object.entries(MADE).flatMap(([kind, path]) =>
  WRONG_SHAPES.filter((shape) => isPossible(path, shape)).map((shape) => ({ kind, path, shape })),
);

async function sentenceOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'nothing was thrown';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.message, ...error.details].join('\n');
  }
}

/** All that files below a folder hold. */
function contentsBelow(folder: string): string {
  if (!existsSync(folder)) return '';
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .map((entry) => (entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), 'utf8') : ''))
    .join('');
}

const WORDS: Readonly<Record<WrongShape, RegExp>> = {
  link: / is a symbolic link, expected the file itself/,
  'link to a folder on the way': / is behind a symbolic link, at .*elsewhere\/.*expected the file itself/,
  pipe: / is not a regular file, expected /,
  device: / is not a regular file, expected |: is a socket or a device/,
  folder: / is a directory, expected /,
  huge: / is 1099511627776 bytes, expected .* of at most \d+/,
  gone: / is not there; check /,
};

test.each(PLANTS)('a $kind that is made as a $shape is a sentence', async ({ path, shape }) => {
  const { planted, elsewhere } = plant();
  putShape(join(planted, path), shape, elsewhere);
  const build = toyBuild(place, { target: { dtb: 'toy-board.dtb' } });
  const folder = place.beside('kernel');
  const sentence = await sentenceOf(async () => {
    const start = await toyStart(place, build, 'empty');
    return buildArtifacts(build, { folder, ...start });
  });
  expect(sentence).toMatch(WORDS[shape]);
  expect(sentence).toMatch(/^toy: make succeeded at base but \S+ is [^\n]*; check /);
  expect(sentence + contentsBelow(folder)).not.toContain('what no build may show');
});

test.each(PLANTS)(
  'a $kind that has become a $shape when it is copied is a sentence',
  async ({ path, shape }) => {
    const { planted: output, elsewhere } = plant();
    const paths = Object.fromEntries(Object.entries(MADE).map(([kind, name]) => [kind, join(output, name)]));
    putShape(join(output, path), shape, elsewhere);
    const folder = place.beside('kernel');
    const made = { ...(paths as Record<keyof typeof MADE, string>), output };
    const sentence = await sentenceOf(() => copyKernel(made, folder));
    expect(sentence).toMatch(shape === 'gone' ? /: no such file/ : WORDS[shape]);
    expect(sentence + contentsBelow(folder)).not.toContain('what no build may show');
  },
);

test.each(WRONG_SHAPES.filter((shape) => isPossible('vmlinux', shape)))(
  'a copy that another build has made a %s is not measured',
  async (shape) => {
    const { planted, elsewhere } = plant();
    const vmlinux = join(planted, 'vmlinux');
    const digests = await digestFiles({
      vmlinux,
      config: vmlinux,
      map: undefined,
      dtb: undefined,
      image: undefined,
    });
    putShape(vmlinux, shape, elsewhere);
    expect(await sentenceOf(() => requireUnchanged(digests))).toMatch(
      / is (gone|no longer what it was); expected/,
    );
  },
);

function dependenciesIn(folder: string): readonly string[] {
  const source = join(folder, 'source');
  return readDependencies({ source, output: join(folder, 'out'), root: source }).files;
}

/** What is read of a build folder and of sources besides; the value is what is read of a file that is no good. */
const READERS: Readonly<Record<string, { file: string; read: (folder: string) => unknown; none: unknown }>> =
  {
    'a note of what an object was made from': {
      file: 'out/.a.o.cmd',
      read: dependenciesIn,
      none: [],
    },
    'a list of what is packed': {
      file: 'out/usr/.initramfs_data.cpio.d',
      read: dependenciesIn,
      none: [],
    },
    'the list of Kconfig files': {
      file: 'out/include/config/auto.conf.cmd',
      read: dependenciesIn,
      none: [],
    },
    'a note that is searched for what is gone': {
      file: 'out/.a.o.cmd',
      read: (folder) => madeWith(new Set(['/gone.h']), join(folder, 'out')),
      none: [],
    },
    'the state of a build': {
      file: 'out/kernel-size-budget.state',
      read: (folder) => readObjtreeState(join(folder, 'out')),
      none: undefined,
    },
    'the sources of a build': {
      file: 'out/kernel-size-budget.sources',
      read: (folder) => {
        const state = { format: 1, place: '', commit: '', outcome: 'built', origin: 'clean', changed: {} };
        writeFileSync(join(folder, 'out/kernel-size-budget.state'), JSON.stringify(state));
        return readObjtreeState(join(folder, 'out'));
      },
      none: undefined,
    },
    'the description of a kept kernel': {
      file: 'out/kernel.json',
      read: (folder) => {
        const store = { restore: async () => ({}), save: async () => undefined } as unknown as CacheStore;
        return restoreKernel(store, {} as never, join(folder, 'out'));
      },
      none: undefined,
    },
    'the Makefile': {
      file: 'source/Makefile',
      read: (folder) => sentenceOf(() => readKernelVersion(join(folder, 'source'))),
      none: expect.stringMatching(/^\S+ is not a Linux kernel tree: .*; name the tree with --kernel/),
    },
    MAINTAINERS: {
      file: 'source/MAINTAINERS',
      read: (folder) => openSubsystems(join(folder, 'source'))(['fs/a.o']),
      none: new Map(),
    },
    'the Kconfig file': {
      file: 'source/Kconfig',
      read: (folder) => readOptionDefinitions(join(folder, 'source'), 'x86'),
      none: new Map(),
    },
    'a fragment': {
      file: 'source/a.config',
      read: (folder) => sentenceOf(() => readTreeFile(toyBuild(place), join(folder, 'source'), 'a.config')),
      none: expect.stringMatching(/^toy: a\.config at base.*(expected|no such file|leads out)/),
    },
    'a budget file': {
      file: 'budget.yml',
      read: (folder) => sentenceOf(() => readBudgetFile(join(folder, 'budget.yml'))),
      none: expect.stringMatching(/^the budget file \S+\/budget\.yml.*(expected|no such file)/),
    },
  };

describe.each(Object.entries(READERS))('%s', (_name, { file, read, none }) => {
  // A person may name a budget file by a link, and a note that is too large is said.
  const shapes = WRONG_SHAPES.filter(
    (shape) => shape !== 'link to a folder on the way' && !(file === 'budget.yml' && shape === 'link'),
  );

  test.each(shapes)('that is a %s is not read', async (shape) => {
    const secrets = {
      [basename(file)]: `deps_config := \\\n\t/secret\nsource_a := ${SECRET}config SECRET\n\tbool\n`,
    };
    await using tree = await createFixture({
      out: { usr: {}, include: { config: {} } },
      source: {},
      elsewhere: secrets,
    });
    putShape(tree.getPath(file), shape, tree.getPath('elsewhere'));
    const isHugeNote = shape === 'huge' && /\.cmd$|\.d$/.test(file);
    const found = isHugeNote ? await sentenceOf(() => read(tree.path)) : await read(tree.path);
    expect(found).toEqual(isHugeNote ? expect.stringMatching(WORDS.huge) : none);
  });
});
