import { closeSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIRST_DESCRIPTOR, type ProcessOptions, runProcess } from '../../src/kernel/run-process.ts';
import { waitForEnd } from '../support/processes.ts';

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
  expect(await run('echo out; exit 3')).toEqual({ code: 3, stdout: 'out' });
});

test('a command that does not exist is code 127, as in a shell', async () => {
  const env = { PATH: '/nowhere' };
  const result = await runProcess('gone', [], { cwd: '/', env, signal: new AbortController().signal });
  expect(result.code).toBe(127);
});

test('a process that a signal ended has failed', async () => {
  expect((await run('kill -9 $$')).code).not.toBe(0);
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
  const handedOn = stdout.split('\n').filter((line) => !line.includes('pipe:'));
  expect(handedOn).toEqual([`${FIRST_DESCRIPTOR} /dev/zero`, `${FIRST_DESCRIPTOR + 1} /dev/full`]);
});

test('nothing is started once the signal has aborted', async () => {
  const reason = new Error('before');
  await expect(run('exit 0', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
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
