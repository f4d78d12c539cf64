import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { targetTools } from '../../../src/kernel/tools/build-tools.ts';
import { requireTools } from '../../../src/kernel/tools/require-tools.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

const ALL = ['make', 'gcc', 'ld', 'flex', 'bison', 'bc', 'perl', 'xz'];

/** A folder for PATH that has these of the machine's tools. */
async function pathWith(repository: Repository, names: readonly string[]): Promise<string> {
  const folder = repository.beside('bin');
  await mkdir(folder);
  for (const name of names) {
    await symlink(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(folder, name));
  }
  return folder;
}

/** What is missing for a target on a machine with these tools. */
async function failureWith(names: readonly string[], overrides: Parameters<typeof toyBuild>[1] = {}) {
  await using repository = await createRepository();
  const PATH = await pathWith(repository, names);
  const build = toyBuild(repository, { env: { PATH }, ...overrides });
  return await requireTools(targetTools(build.target), build).catch((error: Error) => error.message);
}

test('a machine that has all is fine', async () => {
  expect(await failureWith(ALL)).toBeUndefined();
});

test('all tools that are missing are listed at once, with the line that installs them', async () => {
  expect(await failureWith(['make', 'gcc', 'perl'])).toBe(
    'the build needs tools that this machine lacks: ld, flex, bison, bc; install them with: ' +
      'sudo apt-get install -y --no-install-recommends binutils flex bison bc',
  );
});

test('a cross compiler is named by its prefix and its package', async () => {
  const target = { arch: 'arm', crossCompile: 'arm-linux-gnueabi-' };
  expect(await failureWith(ALL, { target })).toBe(
    'the build needs tools that this machine lacks: arm-linux-gnueabi-gcc, arm-linux-gnueabi-ld; install them ' +
      'with: sudo apt-get install -y --no-install-recommends gcc-arm-linux-gnueabi',
  );
});

test('a cross compiler in a folder of its own has no package', async () => {
  const target = { crossCompile: '/opt/gone/bin/arm-none-eabi-' };
  expect(await failureWith(ALL, { target })).toBe(
    'the build needs tools that this machine lacks: /opt/gone/bin/arm-none-eabi-gcc, ' +
      '/opt/gone/bin/arm-none-eabi-ld; put them on the PATH',
  );
});

test('clang is named by its version; gcc is not called for beside it', async () => {
  const names = ALL.filter((name) => name !== 'gcc');
  expect(await failureWith(names, { target: { llvm: '-99' } })).toBe(
    'the build needs tools that this machine lacks: clang-99, ld.lld-99, llvm-objcopy-99, stdio.h; install them ' +
      'with: sudo apt-get install -y --no-install-recommends clang-99 lld-99 llvm-99 libc6-dev',
  );
});

test('headers that no compiler can look for are missing with it', async () => {
  const names = ALL.filter((name) => name !== 'gcc');
  expect(await failureWith(names)).toBe(
    'the build needs tools that this machine lacks: gcc, stdio.h; install them with: ' +
      'sudo apt-get install -y --no-install-recommends gcc libc6-dev',
  );
});

test('a tool that may not be executed is missing', async () => {
  await using repository = await createRepository();
  const PATH = await pathWith(
    repository,
    ALL.filter((name) => name !== 'bc'),
  );
  await writeFile(join(PATH, 'bc'), '', { mode: 0o644 });
  const build = toyBuild(repository, { env: { PATH } });
  await expect(requireTools(targetTools(build.target), build)).rejects.toThrow('lacks: bc;');
});

test('headers that the compiler does not find are listed with their packages', async () => {
  await using repository = await createRepository();
  const PATH = await pathWith(
    repository,
    ALL.filter((name) => name !== 'gcc'),
  );
  await writeFile(join(PATH, 'gcc'), '#!/bin/sh\nexec /usr/bin/gcc -nostdinc "$@"\n', { mode: 0o755 });
  const build = toyBuild(repository, { env: { PATH }, target: { base: { kind: 'defconfig', name: 'x' } } });
  await expect(requireTools(targetTools(build.target), build)).rejects.toThrow(
    'lacks: stdio.h, libelf.h, openssl/opensslv.h; install them with: ' +
      'sudo apt-get install -y --no-install-recommends libc6-dev libelf-dev libssl-dev',
  );
});

describe('where packages may be installed', () => {
  /** An apt-get that notes what it is asked for and installs what is in `brings`. */
  async function installWith(repository: Repository, brings: string): Promise<string> {
    const PATH = await pathWith(
      repository,
      ALL.filter((name) => name !== 'bc'),
    );
    const script = `#!/bin/sh\necho "apt-get $@" >> ${repository.beside('asked')}\n${brings}\n`;
    // sudo hands on to what follows its option -n.
    await writeFile(join(PATH, 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n', { mode: 0o755 });
    await writeFile(join(PATH, 'apt-get'), script, { mode: 0o755 });
    return PATH;
  }

  test('those of the missing tools are', async () => {
    await using repository = await createRepository();
    const bc = join(repository.beside('bin'), 'bc');
    const PATH = await installWith(repository, `/bin/ln -sf /bin/true ${bc}`);
    const build = toyBuild(repository, { env: { PATH }, missingTools: 'install' });
    await requireTools(targetTools(build.target), build);
    const asked = await readFile(repository.beside('asked'), 'utf8');
    expect(asked).toMatch(/^apt-get update\napt-get install -y --no-install-recommends --no-remove bc\n/);
  });

  test('a header that the installed compiler does not find is looked for once more', async () => {
    await using repository = await createRepository();
    const gcc = join(repository.beside('bin'), 'gcc');
    const PATH = await installWith(repository, `/bin/ln -sf /bin/false ${gcc}`);
    await rm(gcc);
    await symlink('/bin/true', join(PATH, 'bc'));
    const build = toyBuild(repository, { env: { PATH }, missingTools: 'install' });
    await expect(requireTools(targetTools(build.target), build)).rejects.toThrow('lacks: stdio.h; ');
  });

  test('a failing apt-get is told by its last line and the line to type', async () => {
    await using repository = await createRepository();
    const PATH = await installWith(repository, 'echo "E: no network"; exit 100');
    const build = toyBuild(repository, { env: { PATH }, missingTools: 'install' });
    await expect(requireTools(targetTools(build.target), build)).rejects.toThrow(
      'apt-get could not install bc: E: no network; run as root, allow sudo without a password, or run before: ' +
        'sudo apt-get install -y --no-install-recommends bc',
    );
  });
});
