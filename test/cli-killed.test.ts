import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Report } from '../src/report/report.ts';
import { createRepository } from './support/repository.ts';
import { useCli } from './support/run-cli.ts';
import { type ToyKernel, budgetFile, createToyKernel, variable } from './support/toy-kernel.ts';

const cli = useCli();

/** How often the one check is killed; more with KSB_KILLS. */
const KILLS = Number(process.env['KSB_KILLS'] ?? 6);

/** A check of some commits, and what it says of them. */
async function check(kernel: ToyKernel, args: readonly string[]): Promise<Report> {
  const json = kernel.beside('report.json');
  await rm(json, { force: true });
  const { stderr } = await cli.run(kernel, ['check', ...args, '--json', json]);
  expect(stderr).not.toMatch(/cannot|damaged|bug/);
  return JSON.parse(await readFile(json, 'utf8')) as Report;
}

function sizesOf(report: Report) {
  return report.targets.map(({ verdict, delta }) => ({ verdict: verdict.kind, metrics: delta?.metrics }));
}

test(`after a kill at any moment the next check says what one on an empty cache says, ${KILLS} times`, async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: {} }));
  const commits = [kernel.original];
  for (let i = 1; i <= KILLS; i++) commits.push(await kernel.commit(variable(`added${i}`, 16 * i)));
  // Long enough for a whole check now and then.
  const start = performance.now();
  await check(kernel, ['--base', commits[0]!, '--head', commits[1]!, '--no-cache']);
  const whole = performance.now() - start;
  for (let i = 1; i <= KILLS; i++) {
    const range = ['--base', commits[i - 1]!, '--head', commits[i]!];
    const killed = cli.start(kernel, ['check', ...range]);
    await setTimeout((whole * i) / KILLS);
    killed.kill();
    await killed.end;
    const report = await check(kernel, range);
    expect(sizesOf(report)).toEqual([
      {
        verdict: 'pass',
        metrics: expect.arrayContaining([
          { metric: 'bss', base: expect.any(Number), head: expect.any(Number) },
        ]),
      },
    ]);
    await using other = await createRepository();
    const alone = { ...kernel, beside: (name: string) => other.beside(name) };
    expect(sizesOf(await check(alone, [...range, '--no-cache']))).toEqual(sizesOf(report));
  }
}, 1_800_000);

test('two checks at once on one cache both finish, with the same result', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: {} }));
  await kernel.commit(variable('added', 16));
  await using second = await createRepository();
  // Another clone of the repository, whose checks are kept in the same folder.
  await kernel.git('clone', '-q', kernel.folder, second.folder + '/clone');
  const [one, two] = await Promise.all(
    [kernel.folder, join(second.folder, 'clone'), kernel.folder].map((folder, index) =>
      cli.run(kernel, ['check', '--kernel', folder, '--json', kernel.beside(`${index}.json`)]),
    ),
  );
  expect([one!.exitCode, two!.exitCode]).toEqual([0, 0]);
  const reports = await Promise.all(
    [0, 1, 2].map(
      async (index) => JSON.parse(await readFile(kernel.beside(`${index}.json`), 'utf8')) as Report,
    ),
  );
  for (const report of reports) {
    expect(sizesOf(report)).toEqual(sizesOf(reports[0]!));
    expect(sizesOf(report)).toEqual([
      {
        verdict: 'pass',
        metrics: expect.arrayContaining([{ metric: 'bss', base: 4096, head: 4112 }]),
      },
    ]);
  }
});
