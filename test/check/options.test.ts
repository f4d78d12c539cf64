import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Delta } from '../../src/size/delta/delta.ts';
import type { Files } from '../support/git/repository.ts';
import { FRAGMENT } from '../support/kernel/toy-build.ts';
import { checkToy } from '../support/kernel/toy-check.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';

const TOY = join(import.meta.dirname, '../support/kernel/toy-kernel');

/** An option that is on, and 1 KiB under it. */
const ADDED_OPTION = {
  'arch/x86/Kconfig': 'config X86\n\tdef_bool y\n\nconfig TABLE\n\tdef_bool y\n',
  'drivers/table.c': '#ifdef CONFIG_TABLE\nchar table[1024] __attribute__((aligned(16)));\n#endif\n',
};
const BUFFERS = { [FRAGMENT]: 'CONFIG_BUFFERS=y\n' };

/** Checks one change to a toy that takes a fragment, in which nothing is asked for at first. */
async function checkChange(change: Files, limits: object = {}) {
  await using kernel = await createToyKernel({
    ...budgetFile({ toy: { fragments: [FRAGMENT], ...limits } }),
    [FRAGMENT]: '',
  });
  await kernel.commit(change);
  const before = await kernel.git('--no-optional-locks', 'status', '--porcelain', '--branch', '--ignored');
  const { report, exitCode, stdout } = await checkToy(kernel, { by: ['config'] });
  expect(await kernel.git('--no-optional-locks', 'status', '--porcelain', '--branch', '--ignored')).toBe(
    before,
  );
  const { delta, verdict } = report.targets[0]!;
  return { delta: delta!, verdict, notes: report.notes, exitCode, stdout };
}

/** Bytes by which all sections changed, by code and by options. */
function splitOf({ split }: Delta): { readonly code: number; readonly kconfig: number } | string {
  if (split?.kind !== 'split') return split?.reason ?? 'there is no split';
  const [code, kconfig] = [split.code, split.kconfig].map(({ sections }) =>
    sections.reduce((sum, { base, head }) => sum + head - base, 0),
  );
  return { code: code!, kconfig: kconfig! };
}

/** Names and bytes of the rows. */
const rowsOf = (rows: NonNullable<Delta['accounted']>['rows']): string[] =>
  rows.map(({ name, delta }) => `${name} ${delta}`);

describe('an option that a commit adds', () => {
  test('is told with its cause, and has the bytes of the code under it', async () => {
    const { delta, notes } = await checkChange(ADDED_OPTION);
    expect(notes).toEqual([]);
    expect(delta.config).toEqual([
      {
        name: 'TABLE',
        head: 'y',
        kind: 'added',
        cause: { kind: 'default', file: 'arch/x86/Kconfig', line: 5 },
      },
    ]);
    expect(splitOf(delta)).toEqual({ code: 0, kconfig: 1024 });
    expect(delta.split).toMatchObject({ code: { rows: [] }, kconfig: { rows: [{ name: 'table' }] } });
  });

  test('with a prompt and a default is on over a defconfig', async () => {
    const kconfig = 'config X86\n\tdef_bool y\n\nconfig TABLE\n\tbool "Table"\n\tdefault y\n';
    const change = { ...ADDED_OPTION, 'arch/x86/Kconfig': kconfig };
    const { delta } = await checkChange(change, { base: 'toy_defconfig' });
    expect(delta.config).toMatchObject([{ name: 'TABLE', head: 'y', cause: { kind: 'default', line: 6 } }]);
    expect(splitOf(delta)).toEqual({ code: 0, kconfig: 1024 });
  });

  test('is told on the command line', async () => {
    const { stdout } = await checkChange(ADDED_OPTION);
    expect(stdout).toContain(
      [
        'toy, by config:',
        '+TABLE y  (default, arch/x86/Kconfig:5)',
        '',
        "caused by the code (head built with base's options): 0 B",
        'caused by the options: +1024 B',
      ].join('\n'),
    );
  });
});

describe('an option that a commit adds and nothing turns on', () => {
  const drivers = readFileSync(join(TOY, 'drivers/Kconfig'), 'utf8');
  const table = (depends: string) => `config TABLE\n\tbool "Table"\n\tdepends on ${depends}\n`;

  test.each([
    ['that may be asked for', 'X86'],
    ['that depends on what is off', 'NET'],
  ])('%s is named as off, not passed over as no change', async (_what, depends) => {
    const { delta, notes, stdout } = await checkChange({
      ...ADDED_OPTION,
      'arch/x86/Kconfig': `config X86\n\tdef_bool y\n\n${table(depends)}`,
    });
    expect(delta.config).toEqual([]);
    expect(notes).toEqual(['toy: new option TABLE, off here']);
    expect(stdout).toContain('toy: new option TABLE, off here');
  });

  test('is named once for all targets that have it off alike', async () => {
    await using kernel = await createToyKernel(budgetFile({ one: {}, two: {} }));
    await kernel.commit({
      'drivers/Kconfig': `${drivers}\n${table('NET')}\n\tmenuconfig SHELF\n\tbool "Shelf"\n`,
    });
    const { report } = await checkToy(kernel);
    expect(report.notes).toEqual(['one, two: new options SHELF, TABLE, off here']);
  });

  test('is not named where another file had it, another architecture has it, or a help text', async () => {
    const { notes } = await checkChange({
      'drivers/Kconfig': '',
      'arch/x86/Kconfig': `config X86\n\tdef_bool y\n\n${drivers.replace('If unsure', 'config TABLE\n\t  If unsure')}`,
      'arch/arm/Kconfig': `config ARM\n\tdef_bool y\n\n${table('ARM')}`,
    });
    expect(notes).toEqual([]);
  });
});

test('a commit that changes code and an option is split', async () => {
  const { delta } = await checkChange({ ...variable('added', 256), ...BUFFERS });
  expect(delta.config).toMatchObject([
    { name: 'BUFFERS', base: 'n', head: 'y', cause: { kind: 'fragment', file: FRAGMENT, line: 1 } },
  ]);
  expect(splitOf(delta)).toEqual({ code: 256, kconfig: 1024 });
  const { split, accounted } = delta;
  const parts = split?.kind === 'split' ? [split.code, split.kconfig] : [];
  expect(parts.map(({ rows }) => rowsOf(rows))).toEqual([['added 256'], ['toy_buffers 1024']]);
  expect(rowsOf(accounted!.rows)).toEqual(['toy_buffers 1024', 'added 256']);
});

test('a commit that changes code alone has no option and no split', async () => {
  const { delta } = await checkChange(variable('added', 256));
  expect([delta.config, delta.split]).toEqual([[], undefined]);
});

describe("head that cannot be built with base's options", () => {
  const needy = { 'drivers/needy.c': '#ifndef CONFIG_BUFFERS\n#error BUFFERS is needed\n#endif\n' };

  test('is not split, and the reason is told', async () => {
    const { delta, stdout } = await checkChange({ ...needy, ...BUFFERS });
    expect(delta.split).toEqual({
      kind: 'failed',
      reason: expect.stringMatching(/^toy: building head failed: drivers\/needy\.c:2:2: error: .*BUFFERS/),
    });
    expect(stdout).toContain('the change was not split into code and options: toy: building head failed');
  });

  test.each([
    ['pass', 0, {}],
    ['over-growth', 1, { growth: { ram: 16 } }],
  ] as const)('is judged all the same: %s', async (kind, exitCode, limits) => {
    const checked = await checkChange({ ...needy, ...BUFFERS }, limits);
    expect([checked.verdict.kind, checked.exitCode]).toEqual([kind, exitCode]);
  });
});

test('of several targets only those whose options differ are built once more, after all others', async () => {
  await using kernel = await createToyKernel({
    ...budgetFile({ one: { fragments: [FRAGMENT] }, two: {} }),
    [FRAGMENT]: '',
  });
  await kernel.commit(BUFFERS);
  const { report, stderr } = await checkToy(kernel);
  const steps = stderr.match(/^\w+: building (base|head)/gm)!;
  expect(steps.slice(0, 2).toSorted()).toEqual(['one: building base', 'two: building base']);
  expect(steps.slice(2, 4).toSorted()).toEqual(['one: building head', 'two: building head']);
  expect(steps.slice(4)).toEqual(['one: building head']);
  expect(report.targets.map(({ delta }) => delta?.split?.kind)).toEqual(['split', undefined]);
});

test('a commit that adds a node to the device tree is told by node', async () => {
  const target = { arch: 'arm', crossCompile: 'arm-linux-gnueabi-', image: 'zImage', dtb: 'toy-board.dtb' };
  await using kernel = await createToyKernel(budgetFile({ toy: target }));
  const board = '/dts-v1/;\n/ { model = "Toy"; led { }; };\n';
  await kernel.commit({ 'arch/arm/boot/dts/st/toy-board.dts': board });
  const { report } = await checkToy(kernel);
  // Two tokens of 4 bytes, and a name of 4.
  expect(report.targets[0]!.delta!.deviceTree).toEqual({
    base: 94,
    head: 106,
    rows: [{ node: '/led', head: 12, change: 'added' }],
  });
});
