import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture } from 'fs-fixture';
import { type Sealable, sealEnvironment } from '../../src/action/sealed-environment.ts';

interface Start {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** The file that the second start reads, and its permissions. */
  readonly sealed: { readonly text: string; readonly mode: number };
}

/** A process that notes how it is started anew; it goes on, as one does whose `execve` failed. */
function processWith(env: NodeJS.ProcessEnv) {
  const starts: Start[] = [];
  const process: Sealable = {
    env,
    execPath: '/opt/node',
    execArgv: ['--trace-uncaught'],
    argv: ['node', '/action.js', 'argument'],
    execve: (file, args = [], started = {}) => {
      const pointer = started['KERNEL_SIZE_BUDGET_ENVIRONMENT']!;
      const sealed = { text: readFileSync(pointer, 'utf8'), mode: statSync(pointer).mode & 0o777 };
      starts.push({ file, args, env: started, sealed });
      throw new Error('execve failed');
    },
  };
  return { process, starts };
}

describe('the first start', () => {
  test('hands on what Node needs, and the rest in a file that only its user may read', async () => {
    await using temp = await createFixture();
    const secrets = { INPUT_TOKEN: 'secret', RUNNER_TEMP: temp.path, NODE_AUTH_TOKEN: 'secret' };
    const kept = { PATH: '/bin', HOME: '/home', NODE_EXTRA_CA_CERTS: '/ca.pem' };
    const { process, starts } = processWith({ ...secrets, ...kept });
    sealEnvironment(process);
    const [start] = starts;
    expect([start?.file, start?.args]).toEqual([
      '/opt/node',
      ['/opt/node', '--trace-uncaught', '/action.js', 'argument'],
    ]);
    expect(start?.env).toEqual({
      ...kept,
      KERNEL_SIZE_BUDGET_ENVIRONMENT: expect.stringMatching(/kernel-size-budget-[\w-]{36}$/),
    });
    expect(JSON.parse(start!.sealed.text)).toEqual(secrets);
    expect(start?.sealed.mode).toBe(0o600);
  });

  test('that fails leaves nothing behind, and goes on with a reason', async () => {
    await using temp = await createFixture();
    const env = { INPUT_TOKEN: 'secret', RUNNER_TEMP: temp.path };
    const { process } = processWith(env);
    expect(sealEnvironment(process)).toBe('execve failed');
    expect(readdirSync(temp.path)).toEqual([]);
    expect(process.env).toEqual(env);
  });

  test('goes on where the file cannot be written', () => {
    const { process, starts } = processWith({ INPUT_TOKEN: 'secret', RUNNER_TEMP: '/gone' });
    expect(sealEnvironment(process)).toContain("no such file or directory, open '/gone/kernel-size-budget-");
    expect(starts).toEqual([]);
  });

  test('goes on in silence on a Node that cannot start itself anew', () => {
    const { process } = processWith({ INPUT_TOKEN: 'secret', RUNNER_TEMP: '/gone' });
    const { execve: _none, ...older } = process;
    expect(sealEnvironment(older)).toBeUndefined();
  });
});

describe('the second start', () => {
  test('has all variables again, and the file is gone', async () => {
    await using temp = await createFixture({ sealed: JSON.stringify({ INPUT_TOKEN: 'secret' }) });
    const file = temp.getPath('sealed');
    const { process, starts } = processWith({ PATH: '/bin', KERNEL_SIZE_BUDGET_ENVIRONMENT: file });
    expect(sealEnvironment(process)).toBeUndefined();
    expect(process.env).toEqual({ PATH: '/bin', INPUT_TOKEN: 'secret' });
    expect(existsSync(file)).toBe(false);
    expect(starts).toEqual([]);
  });
});
