import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommand } from '../../demo/run-command.ts';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { close, listen } from '../support/github/fake-github-http.ts';
import { useCli } from '../support/runner/run-cli.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import type { ToyResult } from '../support/runner/toy-run.ts';

/** A pull request with a file of git-lfs', whose server it names itself, on a machine that has git-lfs for all. */

const toy = useToyAction();
const cli = useCli();
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(404).end();
});

/** What git has of a file (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4'.repeat(64)}\nsize 4096\n`;
/** The file in the kernel, as a symbol. */
const FIRMWARE = [
  '.data',
  '.type firmware, @object',
  'firmware:',
  '.incbin "drivers/firmware.bin"',
  '.size firmware, . - firmware',
  '',
].join('\n');
const NOTE = '1 file is measured as git has it, since no filter is run (filter=lfs): drivers/firmware.bin';

let pull: ToyPull;
let result: ToyResult;
let env: Record<string, string>;

beforeAll(async () => {
  // As actions/checkout clones.
  vi.stubEnv('GIT_LFS_SKIP_SMUDGE', '1');
  const url = await listen(server);
  pull = await toy.pullRequest({
    change: {
      '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
      '.lfsconfig': `[lfs]\n\turl = ${url}/lfs\n`,
      'drivers/firmware.bin': POINTER,
      'drivers/firmware.c': `__asm__(${JSON.stringify(FIRMWARE)});\n`,
    },
  });
  const home = pull.kernel.beside('home');
  await mkdir(home, { recursive: true });
  env = { HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  await runCommand('git', ['lfs', 'install', '--skip-repo'], { cwd: home, env });
  result = await pull.run({ env });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close(server);
});

test('the pointer is measured, and the report says so', () => {
  expect([result.exitCode, result.outputs['verdict']], result.stdout).toEqual([0, 'pass']);
  expect(result.report().notes).toEqual([NOTE]);
  const rows = result.report().targets[0]?.delta?.symbols?.rows;
  expect(rows?.find(({ name }) => name === 'firmware')?.new).toBe(POINTER.length);
});

test('nobody is asked for the contents, neither by the action nor by the command line', async () => {
  const json = pull.kernel.beside('report.json');
  const args = ['check', '--config', BUDGET_FILE, '--json', json];
  const { exitCode, stderr } = await cli.run(pull.kernel, args, { env });
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ notes: [NOTE] });
  expect(asked).toEqual([]);
});

test('git-lfs as it is asks the server that the pull request names', async () => {
  const { kernel } = pull;
  const smudge = ['-C', kernel.folder, 'cat-file', '--filters', 'HEAD:drivers/firmware.bin'];
  const as = { ...env, GIT_LFS_SKIP_SMUDGE: '0' };
  await expect(runCommand('git', smudge, { cwd: kernel.folder, env: as })).rejects.toThrow();
  expect(asked).not.toEqual([]);
});

test('the checkout is as it was', async () => {
  expect(await readFile(join(pull.checkout, 'drivers/firmware.bin'), 'utf8')).toBe(POINTER);
  expect(await pull.git('status', '--porcelain')).toBe('');
});
