import { readFileSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findOnPath } from '../../src/process/find-on-path.ts';
import type { Repository } from '../support/git/repository.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { groupOf, waitForEnd, waitFor } from '../support/processes.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

/** A script that hangs while a file beside the repository is there, and writes its process into that file. */
function hangingScript(kernel: Repository, then: string): string {
  const hang = kernel.beside('hang');
  return `#!/bin/sh\n[ -e '${hang}' ] && { echo $$ > '${hang}'; exec sleep 600; }\n${then}\n`;
}

/** Makes the script hang, and waits until it does; returns its process. */
async function waitForHang(kernel: Repository): Promise<number> {
  const text = (): string => readFileSync(kernel.beside('hang'), 'utf8');
  return Number(await waitFor('the script to hang', () => /^\d+\n$/.test(text()) && text()));
}

async function createHangingBuild() {
  const kernel = await createToyKernel(budgetFile({ toy: { make: { CC: 'sh scripts/cc' } } }));
  await kernel.commit({ 'scripts/cc': hangingScript(kernel, 'exec gcc "$@"'), ...variable('added', 16) });
  await kernel.commit(variable('more', 16));
  await writeFile(kernel.beside('hang'), '');
  return kernel;
}

test('Ctrl-C in a build is 130, ends the compilers, and a following run works', async () => {
  await using kernel = await createHangingBuild();
  const check = cli.start(kernel, ['check']);
  const group = groupOf(await waitForHang(kernel));
  expect(group).not.toBe(groupOf(check.pid));
  check.pressCtrlC();
  const { exitCode, stdout, stderr } = await check.end;
  expect([exitCode, stdout]).toEqual([130, '']);
  expect(stderr).toMatch(/^kernel-size-budget: interrupted by SIGINT\n$/m);
  await waitForEnd(group!);
  await rm(kernel.beside('hang'));
  expect(await cli.run(kernel, ['check'])).toMatchObject({ exitCode: 0 });
});

test('a second check of the same tree waits for the first, and names it', async () => {
  await using kernel = await createHangingBuild();
  const first = cli.start(kernel, ['check']);
  await waitForHang(kernel);
  const second = cli.start(kernel, ['check']);
  await second.says(/waiting for another check/);
  await rm(kernel.beside('hang'));
  first.pressCtrlC();
  await first.end;
  const { exitCode, stderr } = await second.end;
  expect(exitCode).toBe(0);
  const [, pid] = /waiting for another check \(process (\d+)\) that works in \/\S+\n/.exec(stderr) ?? [];
  expect(Number(pid)).toBe(first.pid);
});

test('Ctrl-C while git checks out is 130 too, and a following run works', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: {} }));
  await kernel.commit(variable('added', 16));
  const path = process.env['PATH'] ?? '';
  const git = `exec '${findOnPath('git', path)}' "$@"`;
  await writeFile(kernel.beside('checkout'), hangingScript(kernel, git));
  await mkdir(kernel.beside('bin'));
  const program = `#!/bin/sh\ncase " $* " in *' checkout '*) exec sh ${kernel.beside('checkout')} "$@" ;; esac\n${git}\n`;
  await writeFile(kernel.beside('bin/git'), program);
  await chmod(kernel.beside('bin/git'), 0o755);
  await writeFile(kernel.beside('hang'), '');
  const check = cli.start(kernel, ['check'], { env: { PATH: `${kernel.beside('bin')}:${path}` } });
  expect(groupOf(await waitForHang(kernel))).toBe(groupOf(check.pid));
  check.pressCtrlC();
  expect(await check.end).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: 'kernel-size-budget: interrupted by SIGINT\n',
  });
  await rm(kernel.beside('hang'));
  expect(await cli.run(kernel, ['check'])).toMatchObject({ exitCode: 0 });
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('%s that comes to it and then to its group ends with a sentence and %i', async (name, code) => {
  await using kernel = await createHangingBuild();
  const check = cli.start(kernel, ['check']);
  await waitForHang(kernel);
  process.kill(check.pid, name);
  process.kill(-check.pid, name);
  const { exitCode, stdout, stderr } = await check.end;
  expect([exitCode, stdout]).toEqual([code, '']);
  expect(stderr.split('\n').filter((line) => line.startsWith('kernel-size-budget: '))).toEqual([
    `kernel-size-budget: interrupted by ${name}`,
  ]);
});

test('a second Ctrl-C ends at once, with a sentence and all that runs', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: { make: { CC: 'sh scripts/cc' } } }));
  const stubborn = `trap '' TERM; ${hangingScript(kernel, 'exec gcc "$@"').replace('exec sleep 600', 'sleep 600; sleep 600')}`;
  await kernel.commit({ 'scripts/cc': stubborn, ...variable('added', 16) });
  await writeFile(kernel.beside('hang'), '');
  const check = cli.start(kernel, ['check', '--base', 'HEAD']);
  const group = groupOf(await waitForHang(kernel));
  check.pressCtrlC();
  await setTimeout(1500);
  check.pressCtrlC();
  const { exitCode, stderr } = await check.end;
  expect([exitCode, stderr]).toEqual([
    130,
    expect.stringMatching(/kernel-size-budget: interrupted by SIGINT\n$/),
  ]);
  await waitForEnd(group!);
});

test('timeout(1) ends a check with one sentence', async () => {
  await using kernel = await createHangingBuild();
  const { stdout, stderr } = await cli.shell(kernel, 'timeout 5 "$NODE" "$CLI" check; echo $?', {
    env: cli.programs(),
  });
  expect(stdout).toBe('124\n');
  expect(stderr).toMatch(/^kernel-size-budget: interrupted by SIGTERM\n/m);
});
