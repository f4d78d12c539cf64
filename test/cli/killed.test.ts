import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { createRepository } from '../support/git/repository.ts';
import { type ToyKernel, budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { waitFor } from '../support/processes.ts';
import { useCli } from '../support/runner/run-cli.ts';
import { isSoak } from '../support/soak.ts';

const cli = useCli();

/** How often the one check is killed. */
const KILLS = isSoak() ? 100 : 6;

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

interface Orphans extends ToyKernel {
  readonly hung: () => boolean;
  /** Whether the compiler went on after it hung. */
  readonly wentOn: () => boolean;
}

/** A compiler that once, on the first file named so, does something else before, and a check that waits there. */
async function createOrphans(then: string): Promise<Orphans> {
  const kernel = await createToyKernel(budgetFile({ toy: { make: { CC: 'sh scripts/cc' } } }));
  const hang = kernel.beside('hang');
  const script = `#!/bin/sh
case "$*" in *added.c*)
  if mkdir '${hang}' 2> /dev/null; then
    for word; do case "$word" in -o) ;; *.o) O=\${word%/drivers/*};; esac; done
    echo 'char spoiled[8000];' | gcc -c -x c -o '${hang}/spoiled.o' -
    ${then.replaceAll('SPOILED', `'${hang}/spoiled.o'`)}
    touch '${hang}/hung'
    sleep 2
    touch '${hang}/went-on'
  fi;;
esac
exec gcc "$@"
`;
  await kernel.commit({ 'scripts/cc': script });
  await kernel.commit({ 'drivers/added.c': 'char added[8000];\n' });
  const isThere = (name: string) => (): boolean => existsSync(join(hang, name));
  return { ...kernel, hung: isThere('hung'), wentOn: isThere('went-on') };
}

/** Puts another object into the build folder for some seconds, again and again. */
const SPOIL =
  'for i in $(seq 80); do sleep 0.1; for f in drivers/toy.o drivers/added.o; do cp $2 $1/$f; done; done';

describe('a build that goes on when its check was killed', () => {
  test.each([
    ['make and its compilers', ''],
    ['a process of its own session', `setsid sh -c '${SPOIL}' sh "$O" SPOILED > /dev/null 2>&1 &`],
    [
      'one with an empty environment',
      `setsid env -i PATH="$PATH" sh -c '${SPOIL}' sh "$O" SPOILED > /dev/null 2>&1 &`,
    ],
    [
      'one that has closed all files, too',
      `(exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; cd /; exec setsid env -i PATH="$PATH" sh -c '${SPOIL}' sh "$O" SPOILED) < /dev/null > /dev/null 2>&1 &`,
    ],
  ])('writes nothing that the next check measures or keeps: %s', async (_who, then) => {
    await using kernel = await createOrphans(then);
    const killed = cli.start(kernel, ['check']);
    await waitFor('the compiler', kernel.hung);
    killed.kill();
    await killed.end;
    const killedAt = performance.now();
    const range = ['--base', 'HEAD~', '--head', 'HEAD'];
    const [first, again] = [await check(kernel, range), await check(kernel, range)];
    await using other = await createRepository();
    const alone = { ...kernel, beside: (name: string) => other.beside(name) };
    const expected = sizesOf(await check(alone, [...range, '--no-cache']));
    expect(expected).toMatchObject([{ verdict: 'pass' }]);
    await setTimeout(Math.max(0, killedAt + 3000 - performance.now()));
    expect(kernel.wentOn()).toBe(false);
    expect([sizesOf(first), sizesOf(again)]).toEqual([expected, expected]);
  });

  test('is a make alone that was killed: the check says so, and the next one is right', async () => {
    await using kernel = await createOrphans('kill -9 $PPID');
    const stopped = await cli.run(kernel, ['check']);
    expect([stopped.exitCode, stopped.stdout]).toEqual([
      2,
      expect.stringContaining('make was ended by SIGKILL'),
    ]);
    expect(sizesOf(await check(kernel, []))).toMatchObject([{ verdict: 'pass' }]);
  });

  test('is none where the shell alone was killed that had started the check: that goes on, and others wait', async () => {
    await using kernel = await createOrphans('');
    const json = kernel.beside('first.json');
    const shell = cli.startShell(kernel, `cli check --json '${json}'; true`);
    await waitFor('the compiler', kernel.hung);
    shell.kill();
    const second = await check(kernel, []);
    const first = JSON.parse(await readFile(json, 'utf8')) as Report;
    expect(sizesOf(second)).toEqual(sizesOf(first));
  });
});

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
