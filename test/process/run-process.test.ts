import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProcessOptions, runProcess } from '../../src/process/run-process.ts';
import { startOf } from '../../src/process/running.ts';
import { FIRST_DESCRIPTOR } from '../../src/process/supervise.ts';
import { UserError } from '../../src/user-error.ts';
import { waitFor, waitForEnd } from '../support/processes.ts';
import { runnerNode } from '../support/runner/runner.ts';

const MODULE = join(import.meta.dirname, '../../src/process/run-process.ts');

function run(script: string, overrides: Partial<ProcessOptions> = {}) {
  const env = { PATH: process.env['PATH'] ?? '', GIVEN: 'given' };
  return runProcess('sh', ['-c', script], {
    cwd: '/',
    env,
    signal: new AbortController().signal,
    ...overrides,
  });
}

test('a failing code is a result', async () => {
  expect(await run('echo out; exit 3')).toMatchObject({ code: 3, stdout: 'out', signal: undefined });
});

test('a command that does not exist is code 127, as in a shell', async () => {
  const env = { PATH: '/nowhere' };
  const result = await runProcess('gone', [], { cwd: '/', env, signal: new AbortController().signal });
  expect(result.code).toBe(127);
});

test('a process that a signal ended has failed', async () => {
  expect(await run('kill -9 $$')).toMatchObject({ code: 1, signal: 'SIGKILL' });
});

test('only the given environment is handed on', async () => {
  const { stdout } = await run('env');
  const names = stdout.split('\n').map((line) => line.split('=')[0]);
  expect(new Set(names)).toEqual(new Set(['GIVEN', 'PATH', 'PWD']));
});

test('lines of stdout and stderr are told, a last one without its end too', async () => {
  const lines: string[] = [];
  await run('echo out; echo err >&2; printf last', { onLine: (line) => lines.push(line) });
  expect(lines.toSorted()).toEqual(['err', 'last', 'out']);
});

test.each([
  ['that ends when it is told', 'sleep 300'],
  ['that its parent left behind', 'sleep 300 & exit'],
])('on an abort a child %s is ended before the reason is thrown', async (_what, script) => {
  const controller = new AbortController();
  const reason = new Error('enough');
  let pid = 0;
  const running = run(`echo $$; ${script}`, {
    signal: controller.signal,
    onLine: (line) => {
      pid = Number(line);
      controller.abort(reason);
    },
  });
  await expect(running).rejects.toBe(reason);
  expect(pid).toBeGreaterThan(0);
  await waitForEnd(pid);
});

test('open files are handed on in their order, and no others', async () => {
  const files = ['/dev/zero', '/dev/full', '/etc/passwd'].map((path) => openSync(path, 'r'));
  const script = 'cd /proc/$$/fd; for fd in *; do test $fd -gt 2 && echo $fd $(readlink $fd); done; true';
  const { stdout } = await run(script, { descriptors: files.slice(0, 2) });
  for (const file of files) closeSync(file);
  const handedOn = stdout.split('\n').filter((line) => !/pipe:|socket:/.test(line));
  expect(handedOn).toEqual([`${FIRST_DESCRIPTOR} /dev/zero`, `${FIRST_DESCRIPTOR + 1} /dev/full`]);
});

test('nothing is started once the signal has aborted', async () => {
  const reason = new Error('before');
  await expect(run('exit 0', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

describe('what a command leaves running', () => {
  test.each([
    ['in its group', 'sleep 300 & exit'],
    ['in another group', 'setsid sleep 300 & exit'],
    ['with no output of its own', 'sleep 300 > /dev/null 2>&1 & exit'],
    [
      'in another group, in an empty environment',
      'cd /; setsid env -i /bin/sleep 300 < /dev/null > /dev/null 2>&1 & exit',
    ],
  ])('%s is named and ended', async (_where, script) => {
    const { code, remains } = await run(script);
    expect([code, remains.kind]).toEqual([0, 'ended']);
    const sleeping = remains.processes.filter(({ name }) => name === 'sleep');
    expect(sleeping).toHaveLength(1);
    await waitFor('it to end', () => startOf(sleeping[0]!.pid) === undefined);
  });

  test('is nothing where it waits for what it has started', async () => {
    expect((await run('sleep 0.1 & sleep 0.1; wait')).remains).toEqual({ kind: 'nothing', processes: [] });
  });

  test('is ended with this process, however that ends', async () => {
    const options = `{ cwd: '/', env: process.env, signal: new AbortController().signal, onLine: console.log }`;
    const script =
      `const { runProcess } = await import(${JSON.stringify(MODULE)});` +
      `await runProcess('sh', ['-c', 'echo $$; (sleep 300; true) & sleep 300'], ${options});`;
    const child = spawn(runnerNode(), ['--no-warnings', '--input-type=module', '--eval', script]);
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill('SIGKILL');
    await waitForEnd(Number(printed.toString()));
  });
});

describe('output without end', () => {
  test('is cut where a line is longer than a text can be, and the command is not disturbed', async () => {
    const lines: string[] = [];
    const script = 'echo first; head -c 600000000 /dev/zero | tr "\\0" x; echo; echo last >&2';
    const { code, stdout } = await run(script, { onLine: (line) => lines.push(line) });
    expect([code, lines[0], lines.length]).toEqual([0, 'first', 3]);
    const long = lines.find((line) => line.startsWith('xxx'))!;
    expect(long).toMatch(/^x{65536}… \(599934464 more characters\)$/);
    expect(stdout.length).toBeLessThan(100_000);
  });

  test('is not kept in memory beyond its beginning', async () => {
    let lines = 0;
    const { stdout } = await run('yes a line of some length | head -n 200000', { onLine: () => lines++ });
    expect([lines, stdout.length < 1024 * 1024]).toEqual([200_000, true]);
  });

  test.each([
    ['in two writes', 'printf "a\\r"; sleep 0.2; printf "\\nb\\n"', ['a', 'b']],
    ['of another system', 'printf "a\\r\\nb\\r\\n"', ['a', 'b']],
    ['of a terminal', 'printf "1%%\\r2%%\\n\\n"', ['1%', '2%', '']],
  ])('has the line breaks %s', async (_what, script, expected) => {
    const lines: string[] = [];
    await run(script, { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(expected);
  });
});

test.each([
  ['an argument of 200 KB', ['x'.repeat(200_000)], '/', 'its arguments and its environment are longer'],
  ['a NUL character', ['a\0b'], '/', 'an argument has a NUL character'],
  ['a folder that is gone', [], '/gone', 'its folder is gone'],
])('%s is a sentence', async (_what, args, cwd, words) => {
  const running = runProcess('true', args, { cwd, env: {}, signal: new AbortController().signal });
  await expect(running).rejects.toThrow(UserError);
  await expect(running).rejects.toThrow(`true cannot be started in ${cwd}: ${words}`);
});
