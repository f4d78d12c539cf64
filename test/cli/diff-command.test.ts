import { execFileSync } from 'node:child_process';
import { linkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runBloatOMeter } from '../support/elf/bloat-o-meter.ts';
import { buildFolder } from '../support/elf/compile.ts';
import { linkProgram } from '../support/elf/linked-programs.ts';
import { createRepository } from '../support/git/repository.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();
const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const link = (text: string): string => linkProgram(folder, { prefix: '', args: [] }, { 'a.c': text }).path;

test('the maps may stand anywhere', async () => {
  await using home = await createRepository();
  const [old, now] = [link('int a(int x) { return x; }'), link('int a(int x) { return x / 7; }')];
  const maps = [old, now].map((path) => join(path, '../map')) as [string, string];
  const [[a, b], expected] = [maps, await cli.run(home, ['diff', '--accounted', old, now, '--map', ...maps])];
  expect(expected).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringMatching(/^a .* a\.o/m) });
  for (const args of [
    ['--map', a, b, old, now],
    [old, '--map', a, b, now],
    ['--map', a, '--map', b, old, now],
    [`--map=${a}`, old, `--map=${b}`, now],
  ]) {
    expect(await cli.run(home, ['diff', '--accounted', ...args])).toEqual(expected);
  }
  expect(await cli.run(home, ['diff', '--accounted', old, now, '--map', a])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--map names 1 file, expected two'),
  });
});

test('a file without contents is said to be one', async () => {
  await using home = await createRepository();
  const old = link('const char *a(void) { return "hello"; }');
  const now = `${old}.debug`;
  execFileSync('objcopy', ['--only-keep-debug', old, now]);
  expect(await cli.run(home, ['diff', old, now])).toMatchObject({
    exitCode: 0,
    stdout: runBloatOMeter({ old, new: now, mode: 'all', compat: '7.2' }),
    stderr:
      `kernel-size-budget: ${now} has no contents, as objcopy --only-keep-debug leaves it: ` +
      'no string in it is known\n',
  });
});

test("one file has the script's zeros, and a word on stderr", async () => {
  await using home = await createRepository();
  const [old, other] = [link('int a(int x) { return x; }'), join(folder.path, 'other-name')];
  linkSync(old, other);
  expect(await cli.run(home, ['diff', old, old])).toEqual({
    exitCode: 0,
    stdout: runBloatOMeter({ old, new: old, mode: 'all', compat: '6.12' }),
    stderr: `kernel-size-budget: ${old} is given twice, so nothing was compared\n`,
  });
  expect(await cli.run(home, ['diff', '--accounted', old, other])).toMatchObject({
    exitCode: 0,
    stderr: `kernel-size-budget: ${old} and ${other} are one file, so nothing was compared\n`,
  });
});
