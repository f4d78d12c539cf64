import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import metadata from '../../package.json' with { type: 'json' };
import { createRepository } from '../support/git/repository.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

async function manual(): Promise<string> {
  await using home = await createRepository();
  const { exitCode, stdout, stderr } = await cli.run(home, ['manual']);
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

test('the manual page is one that mandoc has nothing to say about but its date', async () => {
  const input = await manual();
  const { stdout, stderr } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning'], {
    input,
    encoding: 'utf8',
  });
  const said = `${stdout}${stderr}`.split('\n').filter((line) => !/^$|missing date/.test(line));
  expect(said).toEqual([]);
});

test('it has each command, option, example and exit code of the help', async () => {
  await using home = await createRepository();
  const input = await manual();
  const page = execFileSync('mandoc', ['-T', 'ascii', '-O', 'width=200'], { input, encoding: 'utf8' })
    // Bold and underlined, for a printer.
    .replaceAll(/.\u0008/g, '');
  const words = page.replaceAll(/\s+/g, ' ');
  const { stdout: help } = await cli.run(home, ['--help']);
  const commands = [...help.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name = '']) => name);
  expect(commands).toContain('check');
  for (const command of commands) {
    const { stdout } = await cli.run(home, [command, '--help']);
    expect(page).toContain(`COMMAND ${command.toUpperCase()}\n`);
    const options = [...stdout.matchAll(/^ {2}(-.*?)(?: {2}|$)/gm)].map(([, flags = '']) => flags);
    expect(options.length).toBeGreaterThan(0);
    for (const flags of options) expect(words).toContain(` ${flags} `);
    const [, examples = ''] = stdout.split('\nExamples:\n');
    for (const line of examples.split('\n\n')[0]!.split('\n'))
      expect(words).toContain(line.trim().replaceAll(/\s+/g, ' '));
  }
  for (const [, code = ''] of help.matchAll(/^ {2}(\d[\d, ]*\d|\d) {3,}/gm)) {
    expect(page).toMatch(new RegExp(`^ +${code}(\\s|$)`, 'm'));
  }
  expect(page).toContain(`kernel-size-budget ${metadata.version}`);
});

test('it is installed with the package, and man finds it by the name of the command', () => {
  expect(metadata.man).toBe('dist/kernel-size-budget.1');
  expect(metadata.files).toContain('dist');
  expect(Object.keys(metadata.bin)).toEqual(['kernel-size-budget']);
});
