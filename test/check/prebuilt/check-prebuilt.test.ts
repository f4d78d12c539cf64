import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { cp, link as linkFile, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { type PrebuiltKernels, readPrebuiltKernels } from '../../../src/check/prebuilt/files.ts';
import { MADE_FROM_KERNEL, requireTwoFiles } from '../../../src/check/prebuilt/given-twice.ts';
import { checkPrebuiltLocally } from '../../../src/cli/check-prebuilt.ts';
import type { Report } from '../../../src/report/report.ts';
import { nmAddresses, objcopySize } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type KernelName, type LinkedKernel, linkKernel } from '../../support/elf/linked-kernel.ts';
import { type LinkedProgram, linkProgram } from '../../support/elf/linked-programs.ts';
import { budgetFile } from '../../support/kernel/toy-kernel.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

let links = 0;

function link(name: KernelName, more = ''): LinkedKernel {
  const path = join(folder.path, `kernel-${links++}`);
  mkdirSync(path);
  return linkKernel({ ...folder, path }, name, { more });
}

const banner = (compiler: string): string =>
  `const char linux_banner[] = "Linux version 6.12.1 (me@here) (${compiler}, GNU ld 2.40) #1 now\\n";`;

let base: LinkedKernel;
let head: LinkedKernel;

beforeAll(() => {
  base = link('arm-nommu', banner('gcc 12'));
  head = link('arm-nommu', `${banner('gcc 12')}\nchar more[1024];`);
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
}

interface Run {
  readonly target?: readonly string[];
  readonly config?: string;
  readonly kernel?: string;
}

function check(given: PrebuiltKernels, run: Run = {}): Promise<Report> {
  return checkPrebuiltLocally(given, { target: [], kernel: folder.path, ...run });
}

/** Both kernels with an empty .config, which tells that there is no MMU. */
async function withConfigs(): Promise<PrebuiltKernels> {
  const config = await file('empty.config', '# CONFIG_MMU is not set\n');
  return { base: { elf: base.path, config }, head: { elf: head.path, config } };
}

const budgets = (targets: Parameters<typeof budgetFile>[0]): Promise<string> =>
  file('budget.yml', budgetFile(targets)[BUDGET_FILE]!);

describe('two kernels without a repository', () => {
  test('are compared by symbol, section and metric', async () => {
    const { targets } = await check(await withConfigs());
    const span = ({ path, prefix }: LinkedKernel): number => {
      const addresses = nmAddresses(path, prefix);
      return addresses.get('_end')! - addresses.get('_stext')!;
    };
    const { delta } = targets[0]!;
    expect(delta?.metrics).toContainEqual({ metric: 'ram', base: span(base), head: span(head) });
    expect(delta?.symbols?.rows).toEqual([{ name: 'more', old: undefined, new: 1024, delta: 1024 }]);
  });

  test('are named in place of the commits, which nobody knows', async () => {
    const report = await check(await withConfigs());
    expect([report.base, report.head, report.files]).toEqual([
      undefined,
      undefined,
      { base: base.path, head: head.path },
    ]);
    expect(report.targets[0]!.provenance).toEqual({
      commit: undefined,
      kernelVersion: '6.12.1',
      compiler: 'gcc 12',
      linker: 'GNU ld 2.40',
      configDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('have the options that differ in the report, without a cause', async () => {
    const configs = {
      base: await file('a.config', 'CONFIG_A=y\n'),
      head: await file('b.config', '# CONFIG_A is not set\n'),
    };
    const { targets } = await check({
      base: { elf: base.path, config: configs.base },
      head: { elf: head.path, config: configs.head },
    });
    expect(targets[0]!.delta?.config).toEqual([
      { name: 'A', base: 'y', head: 'n', kind: 'changed', cause: undefined },
    ]);
    expect(targets[0]!.delta?.split).toBeUndefined();
  });

  test('say what is not known without more files', async () => {
    const { notes } = await check({ base: { elf: base.path }, head: { elf: head.path } });
    expect(notes).toEqual([
      expect.stringMatching(/^there is no budget file .*: nothing limits these kernels/),
      'not measured: flash, image, ram, ram-after-init; to have more measured, give base-image and head-image, ' +
        'base-config and head-config too',
      'the options were not compared: base-config and head-config are not given',
    ]);
  });

  test('are not compared when they were compiled by two compilers, and are when one does not say', async () => {
    const other = link('arm-nommu', banner('gcc 13'));
    const silent = link('arm-nommu');
    const given = (elf: string): PrebuiltKernels => ({ base: { elf: base.path }, head: { elf } });
    expect((await check(given(other.path))).targets[0]!.verdict).toMatchObject({
      kind: 'no-comparison',
      reason: expect.stringContaining('base was built with "gcc 12", head with "gcc 13"'),
    });
    const { verdict, notes } = await check(given(silent.path));
    expect(verdict).toBe('pass');
    expect(notes.at(-1)).toBe(
      'cannot tell whether both kernels were built with the same compiler and linker: at least one does not say',
    );
  });
});

describe('the target', () => {
  test('is the only one of the budget file, whose limits hold and whose fragments need not be there', async () => {
    const toy = { arch: 'arm', image: 'zImage', fragments: ['gone.config'], growth: { ram: 16 } };
    const report = await check(await withConfigs(), { config: await budgets({ toy }) });
    expect([report.verdict, report.targets[0]!.target]).toEqual(['over-growth', 'toy']);
  });

  test('is the one that is named', async () => {
    const config = await budgets({ one: { growth: { bss: 0 } }, two: {} });
    const chosen = await check(await withConfigs(), { config, target: ['two'] });
    expect([chosen.verdict, chosen.targets.map(({ target }) => target)]).toEqual(['pass', ['two']]);
  });

  test('must be clear', async () => {
    const config = await budgets({ one: {}, two: {} });
    const given = await withConfigs();
    await expect(check(given, { config })).rejects.toThrow(
      'two finished kernels are of one target, and these are several: one, two; name one with --target',
    );
    await expect(check(given, { config, target: ['one', 'two'] })).rejects.toThrow('these are several');
    await expect(check(given, { config, target: ['three'] })).rejects.toThrow('no target three');
    await expect(check(given, { target: ['gone'] })).rejects.toThrow('there is no preset "gone"');
  });

  test('is a preset where there is no budget file', async () => {
    const { targets, notes } = await check(await withConfigs(), { target: ['versatilepb'] });
    expect(targets.map(({ target }) => target)).toEqual(['versatilepb']);
    expect(notes[0]).toMatch(/^there is no budget file .*: the limits of the preset versatilepb hold$/);
  });

  test('says where the image lies in flash', async () => {
    const xip = link('arm-xip');
    const memory = { flash: { base: '0x08000000', size: '2M' } };
    const config = await file('xip.config', 'CONFIG_XIP_PHYS_ADDR=0x08008000\n');
    await cp(xip.path, `${xip.path}.copy`);
    const { targets } = await check(
      { base: { elf: xip.path, config }, head: { elf: `${xip.path}.copy`, config } },
      { config: await budgets({ toy: { arch: 'arm', image: 'xipImage', memory } }) },
    );
    const flash = 0x8000 + objcopySize(xip.path, xip.prefix);
    expect(targets[0]!.delta?.metrics).toContainEqual({ metric: 'flash', base: flash, head: flash });
  });
});

function requireTwoFilesOf(given: PrebuiltKernels): string | undefined {
  try {
    requireTwoFiles(given, ['elf', ...MADE_FROM_KERNEL]);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a copy is said, and passes', async () => {
  const copy = join(folder.path, 'copy');
  await cp(base.path, copy);
  const { verdict, notes } = await check({ base: { elf: base.path }, head: { elf: copy } });
  expect([verdict, notes.at(-1)]).toEqual([
    'pass',
    'base-elf and head-elf have the same contents, so nothing differs; if that is wrong, one is a copy',
  ]);
  expect((await check({ base: { elf: base.path }, head: { elf: head.path } })).notes.join()).not.toContain(
    'copy',
  );
});

describe('is no comparison:', () => {
  const reasonOf = async (given: PrebuiltKernels, run?: Run): Promise<string | undefined> => {
    const { verdict, targets } = await check(given, run);
    expect(verdict).toBe('no-comparison');
    return targets[0]!.verdict.reason;
  };

  test('a limit on what was not measured', async () => {
    const config = await budgets({ toy: { budgets: { ram: '1M' } } });
    expect(await reasonOf({ base: { elf: base.path }, head: { elf: head.path } }, { config })).toBe(
      'no ram was measured at head, but it has a budget',
    );
  });

  test('one file for both kernels, by whatever names', async () => {
    const side = { elf: base.path };
    expect(await reasonOf({ base: side, head: side })).toBe(
      `${base.path} is given as base-elf and as head-elf; nothing is compared so: give the elf of the other kernel`,
    );
    const [hard, soft] = [join(folder.path, 'hard'), join(folder.path, 'soft')];
    await linkFile(base.path, hard);
    await symlink(folder.path, soft);
    const behind = join(soft, relative(folder.path, base.path));
    for (const other of [hard, behind, `${dirname(base.path)}/./${basename(base.path)}`]) {
      expect(await reasonOf({ base: side, head: { elf: other } })).toMatch(
        / are one file; nothing is compared so/,
      );
    }
  });

  test('one map or one image for both kernels', async () => {
    const [map, image] = [await file('one.map', ''), await file('one.image', '')];
    for (const files of [{ map }, { image }]) {
      const given = { base: { elf: base.path }, head: { elf: head.path, ...files } };
      const [kind] = Object.keys(files);
      expect(requireTwoFilesOf({ ...given, base: { ...given.base, ...files } })).toContain(
        `base-${kind} and as head-${kind}`,
      );
      expect(requireTwoFilesOf(given)).toBeUndefined();
    }
    const shared = { config: map, dtb: map };
    expect(
      requireTwoFilesOf({ base: { elf: base.path, ...shared }, head: { elf: head.path, ...shared } }),
    ).toBeUndefined();
  });

  test('two machines', async () => {
    const other = link('arm64');
    expect(await reasonOf({ base: { elf: base.path }, head: { elf: other.path } })).toMatch(
      /is for 32-bit ELF machine 40, .* for 64-bit ELF machine 183; expected two kernels for one machine$/,
    );
  });

  test('a map of another link, which would break no limit on an object', async () => {
    const machine = { prefix: 'powerpc-linux-gnu-', args: [] };
    const [old, larger] = ['x', 'x / 7 * 5 % 3'].map((body) =>
      linkProgram(folder, machine, { 'a.c': `int alpha(int x) { return ${body}; }` }),
    );
    const side = ({ path }: LinkedProgram, of: LinkedProgram) => ({
      elf: path,
      map: join(of.path, '../map'),
    });
    const config = await budgets({ toy: { image: 'vmlinux', growth: { 'object:a.o': 4 } } });
    const given = { base: side(old!, old!), head: side(larger!, larger!) };
    expect((await check(given, { config })).verdict).toBe('over-growth');
    const stale = { ...given, head: side(larger!, old!) };
    expect(await reasonOf(stale, { config })).toContain('is of another link than');
    const swapped = { base: side(old!, larger!), head: side(larger!, old!) };
    expect(await reasonOf(swapped, { config })).toContain('is of another link than');
  });

  test('a configuration of another kernel', async () => {
    const smp = link('arm-nommu', `${banner('gcc 12').replace('#1', '#1 SMP')} char more[1024];`);
    const [up, many] = [
      await file('up.config', '# CONFIG_SMP is not set\n'),
      await file('smp.config', 'CONFIG_SMP=y\n'),
    ];
    const [old, larger] = [{ elf: base.path }, { elf: smp.path }];
    const own = { base: { ...old, config: up }, head: { ...larger, config: many } };
    expect((await check(own)).verdict).toBe('pass');
    const swapped = { base: { ...old, config: many }, head: { ...larger, config: up } };
    expect(await reasonOf(swapped)).toBe(
      `${many} is not the configuration of ${base.path}: CONFIG_SMP is y, the banner of vmlinux says no SMP; ` +
        'give the .config of the same build',
    );
  });

  describe('a device tree', () => {
    const blob = async (name: string, compatible: string): Promise<string> => {
      const source = await file(`${name}.dts`, `/dts-v1/;\n/ {\n\tcompatible = ${compatible};\n};\n`);
      const path = join(folder.path, `${name}.dtb`);
      execFileSync('dtc', ['-q', '-I', 'dts', '-O', 'dtb', '-o', path, source]);
      return path;
    };
    const given = (old: string, now: string): PrebuiltKernels => ({
      base: { elf: base.path, dtb: old },
      head: { elf: head.path, dtb: now },
    });

    test('of another machine than that of base', async () => {
      const disco = await blob('disco', '"st,stm32f469i-disco", "st,stm32f469"');
      const newer = await blob('newer', '"st,stm32f469i-disco-b", "st,stm32f469i-disco", "st,stm32f469"');
      const other = await blob('other', '"st,stm32f469i-eval", "st,stm32f469"');
      expect((await check(given(disco, newer))).verdict).toBe('pass');
      expect(await reasonOf(given(disco, other))).toBe(
        `${disco} is of st,stm32f469i-disco, ${other} of st,stm32f469i-eval; expected two device trees of one machine`,
      );
    });

    test("of another machine than the target's, where a kernel tree says which that is", async () => {
      const tree = join(folder.path, 'tree');
      const dts = join(tree, 'arch/arm/boot/dts/st');
      mkdirSync(dts, { recursive: true });
      await writeFile(join(tree, 'Makefile'), 'VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\n');
      await writeFile(
        join(dts, 'board.dts'),
        '/dts-v1/;\n#include "soc.dtsi"\n\n/ {\n\tmodel = "Board";\n\tcompatible = "v,board", "v,soc";\n};\n',
      );
      const config = await budgets({ toy: { arch: 'arm', image: 'zImage', dtb: 'board.dtb' } });
      const [own, other] = [
        await blob('own', '"v,board", "v,soc"'),
        await blob('second', '"v,second", "v,soc"'),
      ];
      expect((await check(given(own, own), { config, kernel: tree })).verdict).toBe('pass');
      expect(await reasonOf(given(other, other), { config, kernel: tree })).toBe(
        `${other} is of v,second, the target's board.dtb of v,board; give that one`,
      );
    });
  });

  test('an image of another build', async () => {
    const image = ({ path, prefix }: LinkedKernel): string => {
      execFileSync(`${prefix}objcopy`, ['-O', 'binary', path, `${path}.bin`]);
      return `${path}.bin`;
    };
    const changed = link('arm-nommu', `${banner('gcc 12')} int more(int x) { return x / 7; }`);
    const [old, larger] = [image(base), image(changed)];
    const [own, swapped] = [
      { base: { elf: base.path, image: old }, head: { elf: changed.path, image: larger } },
      { base: { elf: base.path, image: larger }, head: { elf: changed.path, image: old } },
    ];
    expect((await check(own)).targets[0]!.verdict.kind).toBe('pass');
    expect(await reasonOf(swapped)).toContain(`${larger} is not made from ${base.path}: `);
    const junk = await file('junk', 'no kernel');
    const side = { elf: base.path, image: junk };
    expect(await reasonOf({ base: side, head: side })).toMatch(
      /junk is not made from .*; give the image and the vmlinux of one build$/,
    );
  });

  test('a file that is not there, base first', async () => {
    expect(await reasonOf({ base: { elf: '/gone/a' }, head: { elf: '/gone/b' } })).toMatch(
      /^\/gone\/a: no such file/,
    );
  });

  test('a symbolic link, whose target a build may not show', async () => {
    const config = join(folder.path, 'link.config');
    symlinkSync(await file('secret', 'CONFIG_TOKEN="x"\n'), config);
    const side = { elf: base.path, config };
    expect(await reasonOf({ base: side, head: side })).toMatch(/link\.config: is a symbolic link/);
  });

  test('a configuration larger than any', async () => {
    const config = await file('big.config', '#'.repeat(2 ** 24 + 1));
    const side = { elf: base.path, config };
    expect(await reasonOf({ base: side, head: side })).toMatch(
      /big\.config is 16777217 bytes, expected a \.config of at most 16777216/,
    );
  });
});

describe('the names of the files', () => {
  const read = (values: Readonly<Record<string, string>>) =>
    readPrebuiltKernels({ valueOf: (name) => values[name], prefix: '--' });

  test('are of both sides, by kind', () => {
    const values = { 'base-elf': 'a', 'head-elf': 'b', 'base-map': 'c', 'head-map': 'd' };
    expect(read(values)).toEqual({ base: { elf: 'a', map: 'c' }, head: { elf: 'b', map: 'd' } });
  });

  test('may all be absent: then kernels are built', () => {
    expect(read({})).toBeUndefined();
  });

  test.each([
    [{ 'head-elf': 'a' }, '--head-elf is given and --base-elf is not; expected both or none'],
    [{ 'base-elf': 'a' }, '--base-elf is given and --head-elf is not'],
    [
      { 'base-elf': 'a', 'head-elf': 'b', 'head-config': 'c' },
      '--head-config is given and --base-config is not',
    ],
    [{ 'base-dtb': 'a', 'head-dtb': 'b' }, '--base-dtb is given without a kernel; name the linked vmlinux'],
  ])('%j are a mistake', (values, message) => {
    expect(() => read(values)).toThrow(message);
  });
});

test('every input of the action is one of these names', async () => {
  const action = await readFile(join(import.meta.dirname, '../../../action.yml'), 'utf8');
  const inputs = [...action.matchAll(/^ {2}((?:base|head)-\w+):$/gm)].map(([, name]) => name);
  const sides = ['base', 'head'].flatMap((side) =>
    ['elf', 'map', 'config', 'image', 'dtb'].map((kind) => `${side}-${kind}`),
  );
  expect(inputs).toEqual(sides);
});
