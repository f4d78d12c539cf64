/** What acts on a terminal (escape sequences, C0 and C1 controls, directions of writing) is shown, and does nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { runBloatOMeter } from '../support/elf/bloat-o-meter.ts';
import { buildFolder, compile } from '../support/elf/compile.ts';
import { createRepository } from '../support/git/repository.ts';
import { budgetFile, createToyKernel } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

/** Clears the screen, sets a title, hides and turns round what follows, in 7 and in 8 bits. */
const CONTROLS = '\u001B[2J\u001B]0;x\u0007\u001B[8m\u009B31m\u202E\u2066\u200B\r\b\u007F';

/** All but line feeds and tabs. */
const ACTIVE = /(?![\n\t])[\p{Cc}\p{Cf}]/u;

function expectQuiet({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): void {
  expect(stdout + stderr).not.toMatch(ACTIVE);
}

describe('controls in', () => {
  test.each([
    ['a file', ['top', `/none/${CONTROLS}`]],
    ['two files', ['diff', `/none/${CONTROLS}`, CONTROLS]],
    ['a link map', ['diff', '--accounted', 'x', 'y', '--map', CONTROLS, CONTROLS]],
    ['a target', ['check', '--target', CONTROLS]],
    ['a revision', ['check', '--base', CONTROLS]],
    ['a budget file', ['check', '--config', CONTROLS]],
    ['a kernel tree', ['check', '--kernel', CONTROLS]],
    ['a report', ['check', '--json', `/none/${CONTROLS}/x`]],
    ['a kernel', ['check', '--base-elf', CONTROLS, '--head-elf', CONTROLS]],
    ['a number', ['check', '--jobs', CONTROLS]],
    ['a size', ['check', '--cache-size', CONTROLS]],
    ['an option', [`--${CONTROLS}`]],
    ['a command', [CONTROLS]],
    ['a folder', ['init', '--kernel', CONTROLS]],
  ])('the name of %s are shown', async (_, args) => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    const result = await cli.run(kernel, args);
    expect(result.exitCode).toBe(2);
    expectQuiet(result);
  });

  test.each([
    ['the name of a compiler', 'crossCompile: "\\e[31m\\u202E-"'],
    ['a key', '"\\e[31m\\x9B\\u202E": 1'],
    ['a value', 'dtb: "\\e[31m\\x9B\\u202E"'],
    ['a fragment', 'fragments: ["\\e[31m\\x9B\\u202E"]'],
    ['the name of a tool', 'make: { CC: "\\e[31m\\u202Ecc" }', '"CC" has a line break or another character'],
  ])('the budget file, as %s, are shown or refused', async (_, line, shown = '\\u') => {
    const budget = `targets:\n  toy:\n    arch: x86\n    image: vmlinux\n    ${line}\n`;
    await using kernel = await createToyKernel({ [BUDGET_FILE]: budget });
    const result = await cli.run(kernel, ['check', '--base', 'HEAD']);
    expect(result.exitCode).toBe(2);
    expect(result.stdout + result.stderr).toContain(shown);
    expectQuiet(result);
  });

  test('what a build prints last are shown', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await kernel.commit({ 'local.mk': `$(error ${CONTROLS.replaceAll(/[\r\b]/g, '')})\n` });
    const result = await cli.run(kernel, ['check']);
    expect(result.exitCode).toBe(2);
    expectQuiet(result);
  });
});

/** Two objects that differ in a symbol of such a name. */
async function compilePair(folder: ReturnType<typeof buildFolder>, name: string) {
  const text = `.data\n.globl "${name}"\n.type "${name}", %object\n.size "${name}", 8\n"${name}":\n.zero 8\n`;
  await writeFile(join(folder.path, 'b.s'), text);
  return {
    OLD: compile(folder, { source: 'a.c', text: 'int same;\n' }, { compiler: 'gcc' }),
    NEW: compile(folder, { source: 'b.s', text }, { compiler: 'gcc' }),
  };
}

describe('a symbol whose name turns the line round', () => {
  const name = 'a\u202Eb';
  const command = 'cli diff "$OLD" "$NEW"';

  test('is in the table of diff as the script has it, where that goes to a pipe', async () => {
    using folder = buildFolder();
    await using home = await createRepository();
    const env = await compilePair(folder, name);
    const { stdout } = await cli.shell(home, command, { env });
    expect(stdout).toBe(runBloatOMeter({ old: env.OLD, new: env.NEW, mode: 'all', compat: '6.12' }));
    expect(stdout).toContain(name);
  });

  test.each([command, 'cli diff --accounted "$OLD" "$NEW"', 'cli top "$NEW"'])(
    'is shown on a terminal by %s',
    async (shown) => {
      using folder = buildFolder();
      await using home = await createRepository();
      const script = `export -f cli; SHELL=/bin/bash script -qec '${shown}' /dev/null`;
      const { stdout } = await cli.shell(home, script, { env: await compilePair(folder, name) });
      expect(stdout).toContain('a\\u{202e}b');
      expectQuiet({ stdout: stdout.replaceAll('\r\n', '\n'), stderr: '' });
    },
  );
});
