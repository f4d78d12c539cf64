import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { buildPrograms } from '../../../src/kernel/tools/build-programs.ts';
import { openPrograms } from '../../../src/kernel/tools/programs.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';
import { createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

/** A machine of its own with `bin` and, before it on the PATH, `first`; what it has, and digests of what it runs. */
async function openMachine() {
  const fixture = await createFixture({ bin: {}, first: {} });
  const search = ['first', 'bin'].map((name) => fixture.getPath(name)).join(delimiter);
  return {
    path: (name: string) => fixture.getPath(name),
    script: async (name: string, text: string) => {
      await writeFile(fixture.getPath(name), `#!/bin/sh\n${text}\n`);
      await chmod(fixture.getPath(name), 0o755);
    },
    digest: (...names: string[]) => openPrograms(search).digestOf(names),
    [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose](),
  };
}

const XZ = 'echo "xz (XZ Utils) 5.4.1"';

describe('the digest of programs', () => {
  test('stays the same where nothing has changed, in whatever order they are asked for', async () => {
    await using machine = await openMachine();
    await machine.script('bin/xz', XZ);
    await machine.script('bin/bc', 'echo bc');
    const before = machine.digest('xz', 'bc');
    // Another file of the same folder, and another time.
    await machine.script('bin/other', 'echo other');
    await utimes(machine.path('bin/xz'), 1, 1);
    expect(machine.digest('bc', 'xz', 'xz')).toBe(before);
  });

  test.each([
    ['another one is first on PATH', 'first/xz', `${XZ}\nexit 0`],
    ['it was written anew', 'bin/xz', `${XZ}\n#`],
    ['one came that was not there', 'bin/pahole', 'echo v1.24'],
  ])('is another one where %s, whatever version it says', async (_what, path, text) => {
    await using machine = await openMachine();
    await machine.script('bin/xz', XZ);
    const before = machine.digest('xz', 'pahole');
    await machine.script(path, text);
    expect(machine.digest('xz', 'pahole')).not.toBe(before);
  });

  test('is another one where a link leads elsewhere, as Debian’s alternatives do', async () => {
    await using machine = await openMachine();
    await machine.script('bin/mawk', 'echo awk');
    await machine.script('bin/gawk', 'echo awk');
    await symlink('mawk', machine.path('bin/awk'));
    const before = machine.digest('awk');
    await rm(machine.path('bin/awk'));
    await symlink('gawk', machine.path('bin/awk'));
    expect(machine.digest('awk')).not.toBe(before);
  });

  test.each([
    ['by its path', (path: string) => `exec ${path} -9 "$@"`],
    ['by its name', () => 'exec nice hidden "$@"'],
    ['as an interpreter', (path: string) => `#\n${path} "$@"`],
  ])('is another one where what a script starts %s has changed', async (_how, line) => {
    await using machine = await openMachine();
    await machine.script('bin/hidden', 'echo 1');
    await machine.script('bin/xz', line(machine.path('bin/hidden')));
    const before = machine.digest('xz');
    await machine.script('bin/hidden', 'echo 2');
    expect(machine.digest('xz')).not.toBe(before);
  });

  test('is another one where a long program has another time, or begins otherwise', async () => {
    await using machine = await openMachine();
    const long = machine.path('bin/cc1');
    const contents = Buffer.alloc(1024 * 1024);
    const write = async () => {
      await writeFile(long, contents, { mode: 0o755 });
      await utimes(long, 1000, 1000);
    };
    await write();
    const before = machine.digest('cc1');
    await write();
    expect(machine.digest('cc1')).toBe(before);
    await utimes(long, 1001, 1001);
    expect(machine.digest('cc1')).not.toBe(before);
    contents.write('another build ID', 512);
    await write();
    expect(machine.digest('cc1')).not.toBe(before);
  });
});

describe('a library that a program loads', () => {
  /** Links a program with a library that is in a folder beside its own. */
  async function linkProgram(folder: string): Promise<string> {
    await mkdir(join(folder, 'bin'));
    await mkdir(join(folder, 'lib'));
    const source = join(folder, 'a.c');
    await writeFile(source, 'int shared(void);\nint main(void) { return shared(); }\n');
    await makeLibrary(folder, 1);
    const runpath = '-Wl,-rpath,$ORIGIN/../lib';
    execFileSync('gcc', ['-o', join(folder, 'bin/xz'), source, join(folder, 'lib/libown.so'), runpath]);
    return join(folder, 'bin/xz');
  }

  async function makeLibrary(folder: string, value: number): Promise<void> {
    const [source, library] = [join(folder, 'lib.c'), join(folder, 'lib/libown.so')];
    await writeFile(source, `int shared(void) { return ${value}; }\n`);
    execFileSync('gcc', ['-shared', '-fPIC', '-Wl,-soname,libown.so', '-o', `${library}.new`, source]);
    await rename(`${library}.new`, library);
  }

  test('is a part of it', async () => {
    await using fixture = await createFixture({});
    const program = await linkProgram(fixture.path);
    const contents = await readFile(program);
    const before = openPrograms('').digestOf([program]);
    await makeLibrary(fixture.path, 2);
    expect(await readFile(program)).toEqual(contents);
    expect(openPrograms('').digestOf([program])).not.toBe(before);
  });
});

describe('the programs that a build may run', () => {
  test.each(['', 'arm-linux-gnueabi-'])('are those that %sgcc runs too', async (crossCompile) => {
    await using repository = await createRepository();
    const env = { PATH: process.env['PATH'] ?? '' };
    const programs = await buildPrograms(toyBuild(repository, { env, target: { crossCompile } }));
    const args = ['-print-prog-name=cc1'];
    const proper = execFileSync(`${crossCompile}gcc`, args, { encoding: 'utf8' }).trim();
    const places = programs.filter((name) => isAbsolute(name)).map((path) => realpathSync(path));
    expect(places).toContain(realpathSync(proper));
  });

  /** What variables of the kernel's Makefile have, but for what no build of a kernel runs. */
  function programsOfMakefile(version: '6.1' | '6.12', prefix: RegExp): string[] {
    const text = readFileSync(join(kernelTree(version), 'Makefile'), 'utf8');
    const found = [...text.matchAll(/^[ \t]*([A-Z][A-Z0-9_]*)[ \t]*=[ \t]*(\S+)$/gm)]
      .filter(([, name]) => !/^(CHECK|RUSTDOC|RUSTFMT|CLIPPY_DRIVER|CARGO)$/.test(name!))
      .flatMap(([, , value]) => (prefix.test(value!) ? value!.replace(prefix, '') : []));
    expect(found.length).toBeGreaterThan(7);
    return found;
  }

  describe.each(['6.1', '6.12'] as const)('are those of the Makefile of Linux %s', (version) => {
    test.each([
      ['of the machine', /^(?=[a-z][a-z0-9+-]*$)/, '', {}],
      ['of a prefix', /^\$\(CROSS_COMPILE\)/, 'arm-', { crossCompile: 'arm-' }],
      ['of LLVM', /^\$\(LLVM_PREFIX\)|\$\(LLVM_SUFFIX\)$/g, '', { llvm: '1' }],
    ] as const)('%s', async (_which, written, prefix, target) => {
      await using repository = await createRepository();
      const programs = await buildPrograms(toyBuild(repository, { env: { PATH: '/nowhere' }, target }));
      const wanted = programsOfMakefile(version, written).map((name) => prefix + name);
      expect(wanted.filter((name) => !programs.includes(name))).toEqual([]);
    });
  });

  test('are those that variables of make name', async () => {
    await using repository = await createRepository();
    const build = toyBuild(repository, {
      env: { PATH: process.env['PATH'] ?? '' },
      target: { make: { KGZIP: 'pigz -11', HOSTCC: 'ccache cc' } },
    });
    expect(await buildPrograms(build)).toEqual(expect.arrayContaining(['pigz', 'ccache', 'cc', 'xz', 'bc']));
  });
});
