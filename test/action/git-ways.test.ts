import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { GIT_WAYS, type Marks, createMarks, plantRepository, takeWay } from '../support/git/git-ways.ts';
import { useCli } from '../support/runner/run-cli.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { changeOf } from '../support/runner/toy-run.ts';

/** A pull request whose kernel's folder is what git takes for a repository, with programs in its configuration. */

const toy = useToyAction();
const cli = useCli();
const CONFIG = `linux/${BUDGET_FILE}`;

let pull: ToyPull;
let marks: Marks;
let taken: string[];
const exits: Record<string, number | null> = {};

beforeAll(async () => {
  pull = await toy.pullRequest({
    at: 'linux',
    change: async (kernel) => {
      marks = await createMarks(kernel.beside('marks'));
      await plantRepository(join(kernel.folder, 'linux'), { head: kernel.original, marks });
      await kernel.write({ 'linux/drivers/added.c': 'char added[1024] __attribute__((aligned(16)));\n' });
    },
  });
  const inputs = { kernel: 'linux', config: CONFIG };
  exits['plan'] = (await pull.run({ inputs: { ...inputs, mode: 'plan' } })).exitCode;
  exits['measure'] = (await pull.run({ inputs: { ...inputs, mode: 'measure', targets: 'toy' } })).exitCode;
  const checked = await pull.run({ inputs });
  exits['check'] = checked.exitCode;
  expect(changeOf(checked.report(), 'ram')).toBe(1024);
  await mkdir(pull.kernel.beside('home'), { recursive: true });
  const json = pull.kernel.beside('report.json');
  const args = ['check', '--kernel', 'linux', '--config', CONFIG, '--json', json];
  exits['command line'] = (await cli.run(pull.kernel, args)).exitCode;
  expect(changeOf(JSON.parse(await readFile(json, 'utf8')), 'ram')).toBe(1024);
  taken = await marks.taken();
});

test.each(['plan', 'measure', 'check', 'command line'])('%s measures the tree as any other', (mode) => {
  expect(exits[mode]).toBe(0);
});

describe('a program that the pull request plants by way of', () => {
  test.each(GIT_WAYS)('$name is run by git as it is, and not by a check', async (way) => {
    expect(taken).not.toContain(way.name);
    await takeWay(join(pull.kernel.folder, 'linux'), way);
    expect(await marks.taken()).toContain(way.name);
  });
});
