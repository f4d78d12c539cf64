import { mkdir, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { budgetFile, variable } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();
const TARGETS = { one: {}, two: {}, three: {} };
let pull: ToyPull;

beforeAll(async () => {
  pull = await toy.pullRequest({ budget: budgetFile(TARGETS), change: variable('added', 1024) });
});

describe('a bad input is one error that tells what it is, and no comparison:', () => {
  test.each([
    ['token', '', 'input token is empty; expected'],
    [
      'fail-on',
      'over-budget always',
      'input fail-on has "always"; expected over-budget, over-growth or none',
    ],
    ['install-packages', 'yes', 'input install-packages is "yes"; expected true or false'],
    ['jobs', '0', 'input jobs is "0"; expected a whole number such as 4'],
    ['jobs', '4097', 'input jobs is "4097"; expected a whole number from 1 to 4096'],
    ['sandbox', 'docker', 'input sandbox is "docker"; expected auto, bubblewrap or none'],
    ['cache', 'kept', 'input cache is "kept"; expected actions, none or the absolute path of a folder'],
    ['ccache', 'always', 'input ccache is "always"; expected auto or never'],
    ['skip-unaffected', 'no', 'input skip-unaffected is "no"; expected true or false'],
    ['comment-key', 'a -->', 'the comment key is "a -->"; expected 1 to 64 letters'],
    ['kernel', 'gone', 'is not a Linux kernel tree: it has no Makefile; name the tree with'],
    ['config', 'gone.yml', 'there is no budget file gone.yml at base or head'],
    ['config', '/gone.yml', 'input config is "/gone.yml"; expected a path relative to the'],
    ['targets', 'one four', 'no target four; the budget file has: one, two, three'],
    ['base', 'gone', 'gone is not a commit of '],
    ['head', 'gone', 'gone is not a commit of '],
  ])('%s: %j', async (name, value, message) => {
    const result = await pull.run({ inputs: { [name]: value }, github: {} });
    expect([result.exitCode, result.outputs['verdict']]).toEqual([2, 'no-comparison']);
    expect(result.errors).toEqual([expect.stringContaining(message)]);
    expect(result.stdout).not.toContain('a bug in the action');
    expect(result.commands.filter(({ name: command }) => command === 'group')).toEqual([]);
    expect(result.summary).not.toMatch(/✅|❌/);
  });
});

test('targets are chosen by name, separated by blanks, commas or line breaks', async () => {
  const { exitCode, ...result } = await pull.run({ inputs: { targets: 'three,\n one' }, github: {} });
  expect(exitCode).toBe(0);
  expect(result.report().targets.map(({ target }) => target)).toEqual(['one', 'three']);
});

test('base and head are fetched by their hashes', async () => {
  const inputs = { base: pull.fork, head: pull.head, targets: 'one' };
  const report = (await pull.run({ inputs, github: {} })).report();
  expect([report.base?.hash, report.head?.hash]).toEqual([pull.fork, pull.head]);
  expect(changeOf(report, 'ram', 'one')).toBe(1024);
});

test('the budget file may lie in another checkout of the workspace', async () => {
  await mkdir(pull.kernel.beside('ci'));
  const limits = budgetFile({ strict: { growth: { ram: 0 } } });
  await writeFile(pull.kernel.beside('ci/budget.yml'), limits[BUDGET_FILE]!);
  const result = await pull.run({
    workspace: pull.kernel.beside('.'),
    inputs: { kernel: 'clone', config: '../ci/budget.yml' },
    github: {},
  });
  expect([result.exitCode, result.outputs['verdict']]).toEqual([1, 'over-growth']);
  expect(result.errors).toEqual([expect.stringContaining('strict is over its growth limit: ram +1,024 B')]);
});

test('the kernel may lie in a folder of the repository, and its budget file elsewhere', async () => {
  const change = variable('added', 1024);
  const sub = await toy.pullRequest({ at: 'sources/linux', change });
  const inputs = { kernel: 'sources/linux', config: `sources/linux/${BUDGET_FILE}` };
  const result = await sub.run({ inputs });
  expect(result.exitCode).toBe(0);
  expect(changeOf(result.report(), 'ram')).toBe(1024);
  expect(await sub.git('status', '--porcelain')).toBe('');
});
