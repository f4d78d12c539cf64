import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { createRepository } from '../support/git/repository.ts';
import { type ToyCheck, checkToy } from '../support/kernel/toy-check.ts';
import { type ToyKernel, budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';

/** In bytes, more than the old limit and less than the new one. */
const COST = 2000;
const STRICT = budgetFile({ toy: { growth: { ram: 256 } } });
const LAX = budgetFile({ toy: { growth: { ram: '4K' } } });
const EDITED = [
  "this change edits the budget file; base's limits were applied",
  'this change sets the growth limit of toy for ram to 4 KiB (base: 256 B)',
];

async function outcomeOf(kernel: ToyKernel, options: ToyCheck = {}) {
  const { exitCode, stdout, report } = await checkToy(kernel, options);
  const [toy] = report.targets;
  return {
    exitCode,
    kind: toy?.verdict.kind,
    limits: toy?.limits,
    growth: toy?.growth,
    status: toy?.status,
    notes: report.notes,
    stdout,
  };
}

const fileText = (files: Readonly<Record<string, string | null>>): string => files[BUDGET_FILE]!;

describe('a branch that raises its own limits and uses them', () => {
  test.each(['the branch', 'main'])('breaks those of base, checked out or not: %s', async (place) => {
    await using kernel = await createToyKernel(STRICT);
    await kernel.git('checkout', '-q', '-b', 'topic');
    const head = await kernel.commit({ ...variable('added', COST), ...LAX });
    if (place === 'main') await kernel.git('checkout', '-q', 'main');
    const outcome = await outcomeOf(kernel, { base: 'main', head: 'topic' });
    expect(outcome).toMatchObject({
      exitCode: 1,
      kind: 'over-growth',
      growth: { ram: 256 },
      status: 'kept',
      limits: { path: BUDGET_FILE, commit: kernel.original, side: 'base' },
      notes: expect.arrayContaining(EDITED),
    });
    expect(outcome.stdout).toContain(
      `\nlimits are from ${BUDGET_FILE} at ${kernel.original.slice(0, 12)} (base)\n`,
    );
    expect(head).not.toBe(kernel.original);
  });

  test('passes from the next commit on: they are base’s then', async () => {
    await using kernel = await createToyKernel(STRICT);
    const raised = await kernel.commit(LAX);
    await kernel.commit(variable('added', COST));
    expect(await outcomeOf(kernel)).toMatchObject({ exitCode: 0, limits: { commit: raised, side: 'base' } });
  });

  test('breaks base’s by a file that is named too', async () => {
    await using kernel = await createToyKernel({ 'size.yml': fileText(STRICT) });
    await kernel.commit({ ...variable('added', COST), 'size.yml': fileText(LAX) });
    const config = join(kernel.folder, 'drivers/../size.yml');
    expect(await outcomeOf(kernel, { config })).toMatchObject({
      exitCode: 1,
      limits: { path: 'size.yml', commit: kernel.original, side: 'base' },
    });
  });

  test('breaks base’s by a file that is a link, too', async () => {
    await using kernel = await createToyKernel({ 'limits/size.yml': fileText(STRICT), '.github/x': '' });
    await symlink('../limits/size.yml', join(kernel.folder, BUDGET_FILE));
    const base = await kernel.commit({});
    await kernel.commit({ ...variable('added', COST), 'limits/size.yml': fileText(LAX) });
    expect(await outcomeOf(kernel)).toMatchObject({
      exitCode: 1,
      limits: { path: BUDGET_FILE, commit: base, side: 'base' },
    });
  });
});

describe('an uncommitted edit of the budget file counts for nothing', () => {
  test.each<[string, ToyCheck]>([
    ['of commits', {}],
    ['of the tracked files', { dirty: true }],
  ])('in a check %s', async (_what, options) => {
    await using kernel = await createToyKernel(STRICT);
    const added = variable('added', COST);
    if (options.dirty) {
      await kernel.write({ 'drivers/toy.c': `${await sourceOf(kernel)}\n${Object.values(added)[0]}` });
    } else await kernel.commit(added);
    await kernel.write(LAX);
    const outcome = await outcomeOf(kernel, options);
    expect(outcome).toMatchObject({ exitCode: 1, kind: 'over-growth', limits: { commit: kernel.original } });
    expect(outcome.notes).toEqual(
      expect.arrayContaining(
        options.dirty
          ? EDITED
          : [`1 modified file is not measured (${BUDGET_FILE}), since HEAD was: --dirty measures it`],
      ),
    );
  });
});

const sourceOf = (kernel: ToyKernel): Promise<string> =>
  readFile(join(kernel.folder, 'drivers/toy.c'), 'utf8');

test('a budget file that base does not have is head’s, and said to be new', async () => {
  await using kernel = await createToyKernel({});
  const head = await kernel.commit({ ...variable('added', COST), ...STRICT });
  const outcome = await outcomeOf(kernel);
  expect(outcome).toMatchObject({
    exitCode: 1,
    kind: 'over-growth',
    status: 'new',
    limits: { path: BUDGET_FILE, commit: head, side: 'head' },
  });
  expect(outcome.notes[0]).toMatch(/^base has no budget file .*: it is new, .* as head's says$/);
});

describe('a file of no commit judges, which is said:', () => {
  test('one outside of the repository', async () => {
    await using kernel = await createToyKernel(LAX);
    await kernel.commit(variable('added', COST));
    const config = kernel.beside('strict.yml');
    await writeFile(config, fileText(STRICT));
    const outcome = await outcomeOf(kernel, { config });
    expect(outcome).toMatchObject({ exitCode: 1, status: 'kept', limits: { path: config } });
    expect(outcome.limits).not.toHaveProperty('commit');
    expect(outcome.stdout).toContain(`\nlimits are from ${config}, which is of no commit\n`);
  });

  test('one that is not committed yet', async () => {
    await using kernel = await createToyKernel({});
    await kernel.commit(variable('added', COST));
    await kernel.write(STRICT);
    const outcome = await outcomeOf(kernel);
    expect(outcome).toMatchObject({ exitCode: 1, status: 'kept', kind: 'over-growth' });
    expect(outcome.notes[0]).toMatch(
      /^neither base nor head has the budget file .*: it was taken as it lies/,
    );
  });
});

test('that of the repository around a submodule judges, as it lies there', async () => {
  await using kernel = await createToyKernel({});
  await kernel.commit(variable('added', COST));
  await using outer = await createRepository(STRICT);
  await outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', kernel.folder, 'linux');
  const folder = join(outer.folder, 'linux');
  const outcome = await outcomeOf({ ...kernel, folder });
  expect(outcome).toMatchObject({ exitCode: 1, limits: { path: join(outer.folder, BUDGET_FILE) } });
});

test('a target that head removes from the file is judged by base once more', async () => {
  await using kernel = await createToyKernel(STRICT);
  await kernel.commit({ ...variable('added', COST), ...budgetFile({ other: {} }) });
  const { report, exitCode } = await checkToy(kernel);
  expect([
    exitCode,
    report.targets.map(({ target, status, limits }) => [target, status, limits?.side]),
  ]).toEqual([
    1,
    [
      ['toy', 'removed', 'base'],
      ['other', 'new', 'head'],
    ],
  ]);
});
