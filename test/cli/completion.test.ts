import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/commands/program.ts';
import { SHELLS, completionScript } from '../../src/cli/help/completion.ts';
import { createRepository } from '../support/git/repository.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();
const folder = mkdtempSync(join(tmpdir(), 'ksb-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nothing = (): void => undefined;
const io = {
  stdout: { write: nothing },
  stderr: { write: nothing },
  writeRaw: nothing,
  say: nothing,
  interruption: () => new AbortController().signal,
  env: {},
  setExitCode: nothing,
};
const program = createProgram(io);
const scripts = Object.fromEntries(SHELLS.map((shell) => [shell, completionScript(program, shell)]));
const NAME = 'kernel-size-budget';

/** What bash offers for the last word of a line; `files` where it falls back to those. */
function inBash(line: string): string[] {
  const script = `${scripts['bash']}
compopt() { echo files; }
COMP_WORDS=(${line}); [[ ${JSON.stringify(line)} == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_kernel_size_budget
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  return said.split('\n').filter((word) => word !== '');
}

function inFish(line: string): string[] {
  const script = `${scripts['fish']}\ncomplete -C${JSON.stringify(line)}`;
  const env = { PATH: process.env['PATH'], HOME: folder };
  const said = execFileSync('fish', ['--no-config', '-c', script], { encoding: 'utf8', env, cwd: folder });
  return said.split('\n').flatMap((row) => row.split('\t')[0] || []);
}

describe.each([
  ['bash', inBash],
  ['fish', inFish],
])('%s offers', (_shell, complete) => {
  test('all commands first', () => {
    const commands = program.commands.map((command) => command.name()).toSorted();
    expect(complete(`${NAME} `).toSorted()).toEqual(commands);
    expect(complete(`${NAME} co`)).toEqual(['completion']);
  });

  test('the options of a command', () => {
    expect(complete(`${NAME} check --cache`)).toEqual(['--cache-size']);
    expect(complete(`${NAME} cache --c`)).toEqual(['--clean']);
    for (const command of program.commands) {
      const long = command.options.flatMap((option) => option.long ?? []);
      expect(complete(`${NAME} ${command.name()} --`)).toEqual(expect.arrayContaining(long));
    }
  });

  test.each([
    ['check --ccache ', ['auto', 'never']],
    ['check --by s', ['section', 'subsystem']],
    ['diff --compat 6.1', ['6.1', '6.12']],
    ['completion ', ['bash', 'fish', 'zsh']],
  ])('the values of %s', (line, words) => {
    expect(complete(`${NAME} ${line}`).toSorted()).toEqual(words);
  });
});

test('bash offers files where one is meant', () => {
  for (const line of ['diff ', 'diff old ', 'check --config ', 'top -n 5 ', 'check --json x']) {
    expect(inBash(`${NAME} ${line}`)).toEqual(['files']);
  }
});

test('every shell takes its script, whatever is in a description', () => {
  const odd = new Command('odd-name');
  const description = `it's "quoted" [in] a:b $(echo no) \`c\` \\ %`;
  const option = new Option('--an-option <x>', description).choices(['1', '2']);
  odd.command('sub').description(description).addOption(option).argument('<file>');
  for (const shell of SHELLS) {
    const script = completionScript(odd, shell);
    const path = join(folder, `odd.${shell}`);
    writeFileSync(path, script);
    expect(execFileSync(shell, ['-n', path], { encoding: 'utf8' })).toBe('');
    expect(script).not.toMatch(/undefined|\[object/);
  }
});

test('the command prints it, and names the shells for another', async () => {
  await using home = await createRepository();
  for (const shell of SHELLS) {
    expect(await cli.run(home, ['completion', shell])).toEqual({
      exitCode: 0,
      stdout: scripts[shell],
      stderr: '',
    });
  }
  expect(await cli.run(home, ['completion', 'csh'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/csh.*bash, zsh, fish/),
  });
});
