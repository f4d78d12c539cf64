import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseOutputs } from './runner-outputs.ts';
import { runAction } from './runner.ts';
import type { ActionResult, ActionRun } from './runner.ts';

/** Runs a script of one test as an action. */
async function run(script: string, overrides: Partial<ActionRun> = {}): Promise<ActionResult> {
  const fixture = await createFixture({ 'action.mjs': script, runner: {}, checkout: {} });
  onTestFinished(() => fixture.rm());
  return runAction({
    bundle: join(fixture.path, 'action.mjs'),
    inputs: {},
    event: {
      name: 'push',
      payload: {},
      repository: 'octo/linux',
      sha: 'a'.repeat(40),
      ref: 'refs/heads/main',
    },
    workspace: join(fixture.path, 'checkout'),
    folder: join(fixture.path, 'runner'),
    apiUrl: 'http://127.0.0.1:1',
    ...overrides,
  });
}

const PRINT = 'const print = (value) => process.stdout.write(JSON.stringify(value));';

describe('the runner', () => {
  test('names inputs as GitHub’s runner does, hyphens and all', async () => {
    const { stdout } = await run(`${PRINT} print(process.env['INPUT_FAIL-ON'])`, {
      inputs: { 'fail-on': 'over-budget' },
    });
    expect(stdout).toBe('"over-budget"');
  });

  test('writes the event to the file that the environment names', async () => {
    const script = `import { readFileSync } from 'node:fs';
      process.stdout.write(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));`;
    const { stdout } = await run(script, {
      event: {
        name: 'push',
        payload: { after: 'b' },
        repository: 'octo/linux',
        sha: 'b',
        ref: 'refs/heads/main',
      },
    });
    expect(JSON.parse(stdout)).toEqual({ after: 'b' });
  });

  test('starts the action in the checkout', async () => {
    const { stdout } = await run(`${PRINT} print([process.cwd(), process.env.GITHUB_WORKSPACE])`);
    const [cwd, workspace]: string[] = JSON.parse(stdout);
    expect(cwd).toBe(workspace);
  });

  test('returns outputs, summary, what was printed and the exit code', async () => {
    const script = `import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_OUTPUT, 'verdict<<end\\npass\\nend\\n');
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Size');
      process.stdout.write('to stdout');
      process.stderr.write('to stderr');
      process.exitCode = 2;`;
    expect(await run(script)).toEqual({
      exitCode: 2,
      stdout: 'to stdout',
      stderr: 'to stderr',
      outputs: { verdict: 'pass' },
      summary: '# Size',
    });
  });

  test('hands nothing of its own environment on but PATH and HOME', async () => {
    process.env['KSB_SECRET_OF_THE_TEST'] = 'secret';
    onTestFinished(() => {
      delete process.env['KSB_SECRET_OF_THE_TEST'];
    });
    const { stdout } = await run(`${PRINT} print(Object.keys(process.env))`, { env: { EXTRA: '1' } });
    const names: string[] = JSON.parse(stdout);
    expect(names).toContain('EXTRA');
    expect(names).toContain('ACTIONS_RUNTIME_TOKEN');
    expect(names.filter((name) => !/^(GITHUB|RUNNER|ACTIONS)_/.test(name)).toSorted()).toEqual([
      'CI',
      'EXTRA',
      'HOME',
      'PATH',
    ]);
  });

  test('interrupts the action when it is told to', async () => {
    const cancel = new AbortController();
    const script = `process.on('SIGINT', () => { process.exitCode = 130; clearInterval(timer); });
      const timer = setInterval(() => {}, 1000);
      process.stdout.write('ready');`;
    const { exitCode } = await run(script, { signal: cancel.signal, onOutput: () => cancel.abort() });
    expect(exitCode).toBe(130);
  });
});

describe('the outputs of a step', () => {
  test.each([
    ['name=value\n', { name: 'value' }],
    ['name=a=b\n', { name: 'a=b' }],
    ['name<<X\nline 1\nline 2\nX\nnext=1\n', { name: 'line 1\nline 2', next: '1' }],
    ['name<<X\nX\n', { name: '' }],
    ['name=1\nname=2\n', { name: '2' }],
    ['', {}],
  ])('in %j are %j', (text, outputs) => {
    expect(parseOutputs(text)).toEqual(outputs);
  });

  test('must end with their delimiter', () => {
    expect(() => parseOutputs('name<<X\nvalue\n')).toThrow('output name: no line X ends its value');
  });
});
