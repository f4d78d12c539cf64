import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runnerNode } from '../../support/runner/runner.ts';

const SOURCE = join(import.meta.dirname, '../../../src/action/runner/sealed-environment.ts');

/** What a program finds after it has sealed its environment. */
interface Found {
  readonly reason?: string;
  readonly env: NodeJS.ProcessEnv;
  /** What other processes of the user can read. */
  readonly environ: string;
  readonly stdin: string;
  readonly arguments: readonly string[];
}

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  /** What the program does first. */
  readonly before?: string;
  readonly input?: string;
}

/** Runs a program that seals its environment in a runner's Node; `temp` is RUNNER_TEMP afterwards. */
async function run({ env, before = '', input = '' }: Run = {}) {
  const place = await createFixture({ 'temp/.keep': '' });
  onTestFinished(() => place.rm());
  await place.rm('temp/.keep');
  const temp = place.getPath('temp');
  const program = place.getPath('program.mjs');
  writeFileSync(
    program,
    `import { readFileSync, readlinkSync } from 'node:fs';
    import { sealEnvironment } from '${SOURCE}';
    ${before}
    const reason = sealEnvironment(process);
    const environ = readFileSync('/proc/self/environ', 'utf8');
    const stdin = readlinkSync('/proc/self/fd/0');
    console.log(JSON.stringify({ reason, env: process.env, environ, stdin, arguments: process.argv.slice(2) }));`,
  );
  const { stdout, stderr } = spawnSync(runnerNode(), ['--no-warnings', program, 'an argument'], {
    env: { PATH: process.env['PATH'], RUNNER_TEMP: temp, ...SECRETS, ...env },
    input,
    encoding: 'utf8',
  });
  const found = stdout === '' ? undefined : (JSON.parse(stdout) as Found);
  return { found, stderr, temp: readdirSync(temp) };
}

const SECRETS = { INPUT_TOKEN: 'secret "one"\nüber two lines', NODE_AUTH_TOKEN: 'secret' };

describe('the environment of an action', () => {
  test('is all there, and not where other processes read what it was started with', async () => {
    const env = { HOME: '/home', NODE_EXTRA_CA_CERTS: '/ca.pem' };
    const { found } = await run({ env });
    expect(found?.reason).toBeUndefined();
    expect(found?.env).toMatchObject({ ...SECRETS, ...env });
    expect(found?.env).not.toHaveProperty('KERNEL_SIZE_BUDGET_ENVIRONMENT');
    expect(found?.environ).not.toContain('secret');
    expect(found?.environ.split('\0')).toEqual(
      expect.arrayContaining(['HOME=/home', 'NODE_EXTRA_CA_CERTS=/ca.pem']),
    );
    expect(found?.arguments).toEqual(['an argument']);
  });

  test('is in no file afterwards, and stdin has nothing', async () => {
    const { found, temp } = await run();
    expect([temp, found?.stdin]).toEqual([[], '/dev/null']);
  });

  test('may be large', async () => {
    const large = 'x'.repeat(100_000);
    expect((await run({ env: { LARGE: large } })).found?.env['LARGE']).toBe(large);
  });

  test('is not what stdin has, nor a variable of the name that marks the second start', async () => {
    const env = { KERNEL_SIZE_BUDGET_ENVIRONMENT: 'of the job' };
    const { found } = await run({ env, input: '{ "INPUT_TOKEN": "of stdin" }' });
    expect(found?.env).toMatchObject(SECRETS);
    expect(found?.environ).not.toContain('secret');
  });
});

const REFUSED = "process.execve = () => { throw new Error('refused'); };";

describe('nothing of it stays on the disk of an action', () => {
  test.each([
    ['is killed as it starts itself anew', "process.execve = () => process.kill(process.pid, 'SIGKILL');"],
    ['becomes a program that knows nothing of it', "process.execPath = '/bin/true';"],
    ['cannot start itself anew', REFUSED],
  ])('that %s', async (_what, before) => {
    expect((await run({ before })).temp).toEqual([]);
  });

  test('that gave it a name, which was gone before it had content', async () => {
    const before = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { rmSync } = fs;
      fs.rmSync = (path, ...more) => {
        console.error('bytes', fs.statSync(path).size);
        rmSync(path, ...more);
      };
      syncBuiltinESMExports();`;
    expect((await run({ before })).stderr).toBe('bytes 0\n');
  });
});

describe('an action goes on with its environment', () => {
  test.each([
    ['without RUNNER_TEMP', { RUNNER_TEMP: '' }, '', 'RUNNER_TEMP is not set'],
    ['where RUNNER_TEMP is gone', { RUNNER_TEMP: '/gone' }, '', "no such file or directory, open '/gone/"],
    ['where it cannot be started anew', {}, REFUSED, 'refused'],
  ])('%s, and says why it can be read', async (_where, env, before, reason) => {
    const { found } = await run({ env, before });
    expect(found?.reason).toContain(reason);
    expect(found?.env).toMatchObject(SECRETS);
    expect(found?.stdin).not.toContain('kernel-size-budget');
  });

  test('in silence on a Node that cannot start itself anew', async () => {
    const { found } = await run({ before: 'process.execve = undefined;' });
    expect(found?.reason).toBeUndefined();
    expect(found?.env).toMatchObject(SECRETS);
  });
});
