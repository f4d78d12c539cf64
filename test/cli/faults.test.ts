import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Repository } from '../support/git/repository.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

async function createChange(at = '.') {
  const kernel = await createToyKernel({}, { at });
  await kernel.commit({
    ...budgetFile({ toy: {} }),
    [join(at, 'drivers/added.c')]: variable('added', 16)['drivers/added.c']!,
  });
  return kernel;
}

/** Runs a check by a shell, in which `"$NODE" "$CLI"` is the command line and "$CACHE" where it keeps things. */
async function checkBy(kernel: Repository, script: string) {
  const CACHE = kernel.beside('cache');
  await mkdir(CACHE);
  return cli.shell(kernel, script, { env: { ...cli.programs(), CACHE } });
}

describe('what the machine denies is a sentence:', () => {
  const CHECK = '"$NODE" "$CLI" check';
  /** What git cannot write it says without a reason. */
  const FULL = /No space left|disk is full|unable to write file/;
  const AGAIN = 'code=$?; chmod 700 "$CACHE"; exit $code';
  const BWRAP = 'bwrap --dev-bind / /';

  test.each([
    ['a disk that is full at once', `${BWRAP} --size 8192 --tmpfs "$CACHE" ${CHECK}`, FULL],
    ['a disk that is full after a while', `${BWRAP} --size 60000 --tmpfs "$CACHE" ${CHECK}`, FULL],
    ['a disk that is full in a build', `${BWRAP} --size 120000 --tmpfs "$CACHE" ${CHECK}`, FULL],
    ['a disk that is read-only', `${BWRAP} --ro-bind "$CACHE" "$CACHE" ${CHECK}`, /EROFS/],
    [
      'a folder that is another user’s',
      `chmod 500 "$CACHE"; ${BWRAP} --cap-drop ALL ${CHECK}; ${AGAIN}`,
      /EACCES/,
    ],
    [
      'a folder that may not be entered',
      `chmod 0 "$CACHE"; ${BWRAP} --cap-drop ALL ${CHECK}; ${AGAIN}`,
      /EACCES/,
    ],
    ['few open files', `ulimit -n 26; ${CHECK}`, /as many open files|Too many open files|EMFILE/],
    [
      'no large file',
      `ulimit -f 4; ${CHECK}`,
      /File too large|larger than this process may write|File size limit|SIGXFSZ/i,
    ],
  ])('%s', async (_what, script, words) => {
    await using kernel = await createChange();
    const { exitCode, stdout, stderr } = await checkBy(kernel, script);
    expect([exitCode, stdout + stderr]).toEqual([2, expect.stringMatching(words)]);
    expect(stdout + stderr).not.toMatch(/a bug in|\n {4}at /);
  });
});

describe('a path in which kbuild does not build is a sentence, before anything is built:', () => {
  const ODD = [
    ['a space', 'my kernel'],
    ['a colon', 'c:kernel'],
    ['a line break', 'my\nkernel'],
    ["the character '", "my'kernel"],
    ['the character "', 'my"kernel'],
    ['the character $', 'my$kernel'],
    ['the character \\', 'my\\kernel'],
    ['the character #', 'my#kernel'],
    ['the character %', 'my%kernel'],
  ] as const;

  test.each(ODD)('the kernel’s own, with %s', async (words, name) => {
    await using kernel = await createChange(name);
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check', '--kernel', name]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^kernel-size-budget: the path of the kernel, [^\n]*, where kbuild does not build; rename its folder/,
    );
    expect(stderr).toContain(`has ${words}, where`);
  });

  test.each(ODD)('that of the cache, with %s', async (words, name) => {
    await using kernel = await createChange();
    const env = { XDG_CACHE_HOME: kernel.beside(name) };
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check'], { env });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      `has ${words}, where kbuild does not build; set XDG_CACHE_HOME to another folder`,
    );
  });

  test('a link is looked through: kbuild goes by real paths', async () => {
    await using kernel = await createChange();
    const odd = await mkdtemp(join(tmpdir(), 'ksb odd-'));
    const link = kernel.beside('link');
    execFileSync('ln', ['-s', odd, link]);
    const { exitCode, stderr } = await cli.run(kernel, ['check'], { env: { XDG_CACHE_HOME: link } });
    await rm(odd, { recursive: true });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('has a space, where kbuild does not build'),
    ]);
  });

  test('one that only looks odd is built in', async () => {
    await using kernel = await createChange('my,kernel=v1@home+x_y-z.ü');
    const { exitCode } = await cli.run(kernel, ['check', '--kernel', 'my,kernel=v1@home+x_y-z.ü']);
    expect(exitCode).toBe(0);
  });
});

describe('an option that names no file that can be read is a sentence that names it, at once:', () => {
  test.each([
    ['--config', '/dev/zero', 'the budget file /dev/zero is not a regular file'],
    ['--config', '/dev/full', 'the budget file /dev/full is not a regular file'],
    ['--config', '/proc', 'the budget file /proc is a directory'],
    ['--config', '-', 'the budget file -: no such file'],
    ['--config', 'x'.repeat(300), `the budget file ${'x'.repeat(300)}: no such file`],
    ['--kernel', '/dev/zero', '/dev/zero is not a Linux kernel tree'],
    ['--kernel', '/proc', '/proc is not a Linux kernel tree'],
    ['--kernel', '-', '- is not a Linux kernel tree'],
    ['--jobs', '999999999', 'expected a whole number from 1 to 4096'],
    ['--jobs', '4097', 'expected a whole number from 1 to 4096'],
  ])('%s %s', async (option, value, message) => {
    await using kernel = await createChange();
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check', option, value]);
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/a bug in/);
  });

  test('a pipe that nobody writes to', async () => {
    await using kernel = await createChange();
    execFileSync('mkfifo', [kernel.beside('pipe')]);
    const { exitCode, stderr } = await cli.run(kernel, ['check', '--config', kernel.beside('pipe')]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(`${kernel.beside('pipe')} is not a regular file`),
    ]);
  });

  test.each([
    ['HOME', { XDG_CACHE_HOME: '', HOME: '/proc' }, '/proc/.cache/kernel-size-budget'],
    ['XDG_CACHE_HOME', { XDG_CACHE_HOME: '/sys' }, '/sys/kernel-size-budget'],
    ['XDG_CACHE_HOME', { XDG_CACHE_HOME: '/dev/null' }, '/dev/null/kernel-size-budget'],
  ])('%s where nothing can be written', async (_name, env, folder) => {
    await using kernel = await createChange();
    const { exitCode, stderr } = await cli.run(kernel, ['check'], { env });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`builds cannot be kept in ${folder}`)]);
  });
});

test('many targets are built side by side without a word of Node’s own', async () => {
  const targets = Array.from({ length: 12 }, (_, index) => [
    `toy${index}`,
    { make: { KCFLAGS: `-DN=${index}` } },
  ]);
  await using kernel = await createToyKernel(budgetFile(Object.fromEntries(targets)));
  const { exitCode, stderr } = await cli.run(kernel, ['check', '--base', 'HEAD', '--jobs', '8']);
  expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('Warning')]);
});

describe('what the budget file names and the kernel does not have is told by its place, before anything is built:', () => {
  test.each([
    ['an architecture', { arch: 'amr' }, 'the kernel tree has no architecture "amr"'],
    ['a defconfig', { base: 'tpy_defconfig' }, 'has no tpy_defconfig for x86; did you mean "toy_defconfig"?'],
    ['a device tree', { dtb: 'gone.dtb' }, 'the kernel tree has no gone.dts for x86'],
    ['a folder', { growth: { 'dir:driver/': 0 } }, '"dir:driver/" can match nothing'],
    ['an object', { budgets: { 'object:init/mian.o': 1 } }, '"object:init/mian.o" can match nothing'],
  ])('%s', async (_what, target, message) => {
    await using kernel = await createToyKernel(budgetFile({ toy: target }));
    const { exitCode, stdout, stderr } = await cli.run(kernel, ['check', '--base', 'HEAD']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^kernel-size-budget: \S+kernel-size-budget\.yml:1:\d+: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });

  test('all of it at once', async () => {
    const toy = { arch: 'amr', growth: { 'dir:driver/': 0, 'dir:init/': 0 }, imge: 'x' };
    await using kernel = await createToyKernel(budgetFile({ toy }));
    const { stderr } = await cli.run(kernel, ['check', '--base', 'HEAD']);
    expect(stderr).toMatch(
      /has 3 mistakes; each is named with its line and column\n( {2}\S+:1:\d+: .*\n){3}$/,
    );
  });

  test('a compiler for another architecture, in a sentence of its own', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: { arch: 'arm' } }));
    const { exitCode, stderr } = await cli.run(kernel, ['check', '--base', 'HEAD']);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('write "crossCompile: arm-linux-gnueabi-" or "llvm: true"'),
    ]);
  });
});
