import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { machineWords } from '../../src/elf/machine-names.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { openElfSource } from '../../src/kernel/elf-source.ts';
import { tablesJsonSchema } from '../../src/report/json/tables-schema.ts';
import { runBloatOMeter } from '../support/elf/bloat-o-meter.ts';
import { COMPILERS, buildFolder, compile } from '../support/elf/compile.ts';
import { nmLines } from '../support/elf/nm.ts';
import { createRepository } from '../support/git/repository.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();
const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const committed: object = JSON.parse(
  readFileSync(new URL('../../schema/tables.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ strict: true }).compile(committed);

let objects = 0;
const make = (text: string, { prefix, args } = COMPILERS.find(({ machine }) => machine === 'x86-64')!) => {
  const source = `o${objects++}.c`;
  return compile(folder, { source, text }, { compiler: `${prefix}gcc`, args });
};
const OLD = make('char kept[8], gone[4]; int f(void) { return 1; }\n');
const NEW = make('char kept[16], added[2]; int f(void) { return 1; } char *text = "a string";\n');

async function jsonOf(args: readonly string[]) {
  await using home = await createRepository();
  const result = await cli.run(home, args);
  const json = JSON.parse(result.stdout);
  expect([result.exitCode, result.stderr, validate(json), validate.errors]).toEqual([0, '', true, null]);
  return json;
}

test('the committed schema is the one that scripts/write-schema.js writes', () => {
  expect(committed).toEqual(tablesJsonSchema());
});

describe('the tables as JSON', () => {
  test.each(['-c', '-d', '-t', ''])('of diff %s have the rows and totals of the script', async (option) => {
    const args = option === '' ? [] : [option];
    const json = await jsonOf(['diff', ...args, '--json', '-', OLD, NEW]);
    const mode = ({ '-c': 'categories', '-d': 'data', '-t': 'text' } as const)[option] ?? 'all';
    const printed = runBloatOMeter({ old: OLD, new: NEW, mode, compat: '7.2' });
    const rows = printed.match(/^\S+ +(-|\d+) +(-|\d+) +[+-]\d+$/gm)?.map((line) => line.split(/ +/)) ?? [];
    const cell = (bytes: number | undefined): string => (bytes === undefined ? '-' : String(bytes));
    type Row = { name: string; old?: number; new?: number; delta: number };
    const found = json.tables.flatMap(({ rows: all }: { rows: Row[] }) =>
      all.map((row) => [row.name, cell(row.old), cell(row.new), `${row.delta > 0 ? '+' : ''}${row.delta}`]),
    );
    expect(found).toEqual(rows);
    expect(json).toMatchObject({ version: 1, kind: 'diff', old: OLD, new: NEW, compat: '7.2' });
  });

  test('of diff --accounted have every byte, and no table of the script', async () => {
    const { accounted, tables } = await jsonOf(['diff', '--accounted', '--json', '-', OLD, NEW]);
    expect(tables).toBeUndefined();
    expect(accounted.rows).toContainEqual(
      expect.objectContaining({ name: 'kept', base: 8, head: 16, delta: 8 }),
    );
    expect(accounted.sections.every(({ residual }: { residual: number }) => residual === 0)).toBe(true);
  });

  test('of top have the sizes of nm', async () => {
    const { rows, total, count } = await jsonOf(['top', '-n', '0', '--json', '-', NEW]);
    const lines = nmLines(NEW);
    const sizes = lines.map((line) => Number(line.split(' ')[0]));
    type Row = { name: string; letter: string; size: number; share: number };
    const found = rows.map(({ name, letter, size }: Row) => `${size} ${letter} ${name}`);
    expect(new Set(found)).toEqual(new Set(lines));
    expect(count).toBe(sizes.length);
    expect(total).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  test('go to a file beside the text', async () => {
    await using home = await createRepository();
    const path = home.beside('tables.json');
    const plain = await cli.run(home, ['diff', OLD, NEW]);
    expect(await cli.run(home, ['diff', '--json', path, OLD, NEW])).toEqual(plain);
    expect(JSON.parse(await readFile(path, 'utf8')).tables).toHaveLength(1);
    expect(await cli.run(home, ['top', '--json', '/proc/x', NEW])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^kernel-size-budget: --json \/proc\/x cannot be written \(ENOENT/),
    });
  });
});

describe('files of two machines', () => {
  const text = 'int f(void) { return 1; }\n';
  const files = new Map(COMPILERS.map((compiler) => [compiler.machine, make(text, compiler)]));

  test.each([
    ['ARM', 'AArch64'],
    ['x86-64', 'i386'],
    ['ARM', 'big-endian ARM'],
    ['PowerPC', '64-bit PowerPC'],
    ['m68k', 's390x'],
  ] as const)('are refused, in each form: %s and %s', async (one, other) => {
    await using home = await createRepository();
    const [a, b] = [files.get(one)!, files.get(other)!];
    for (const args of [[], ['-c'], ['--accounted'], ['--json', '-']]) {
      expect(await cli.run(home, ['diff', ...args, a, b])).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: expect.stringMatching(
          /^kernel-size-budget: \S+ is for .*; expected two files for one machine\n$/,
        ),
      });
    }
  });

  test('are ARM and Thumb not', async () => {
    await using home = await createRepository();
    const result = await cli.run(home, ['diff', files.get('ARM')!, files.get('ARM Thumb')!]);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test.each([...files])('are told apart as readelf does: %s', (_machine, path) => {
    using source = openElfSource(path);
    const header = execFileSync('readelf', ['-h', path], { encoding: 'utf8' });
    const [name = '', bits = '', order = ''] = machineWords(openElf(source)).split(', ');
    const machine = /^ *Machine: *(.*)$/m
      .exec(header)?.[1]
      ?.replaceAll(/[^\da-z]/gi, '')
      .toLowerCase();
    const known = {
      i386: 'intel80386',
      'x86-64': 'advancedmicrodevicesx8664',
      m68k: 'mc68000',
      'S/390': 'ibms390',
    };
    expect(machine).toBe(
      (known as Record<string, string>)[name] ?? name.replaceAll(/[^\da-z]/gi, '').toLowerCase(),
    );
    expect(/^ *Class: *ELF(\d+)/m.exec(header)?.[1]).toBe(bits.replace('-bit', ''));
    expect(header).toContain(`${order.replace('-endian', '')} endian`);
  });
});
