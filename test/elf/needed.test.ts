import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNeeded } from '../../src/elf/needed.ts';
import { openElfSource } from '../../src/kernel/elf-source.ts';
import { type BuildFolder, buildFolder, compile } from '../support/elf/compile.ts';

/** `readelf -dW`: the libraries, and the folders to look in, of a program. */
function readelfNeeded(path: string): { names: string[]; folders: string[] } {
  const output = execFileSync('readelf', ['-dW', path], { encoding: 'utf8' });
  const values = (pattern: RegExp): string[] => [...output.matchAll(pattern)].map(([, value]) => value!);
  return {
    names: values(/\(NEEDED\) +Shared library: \[(.*)\]/g),
    folders: values(/\((?:RPATH|RUNPATH)\) +Library \w+: \[(.*)\]/g).flatMap((value) => value.split(':')),
  };
}

/** A program that needs two libraries, and is told where they are. */
function link(folder: BuildFolder, prefix: string, more: readonly string[]): string {
  const object = compile(
    folder,
    { source: 'a.c', text: 'int _start(void) { return 1; }\n' },
    { compiler: `${prefix}gcc`, args: ['-fPIC'] },
  );
  const made = (name: string): string => join(folder.path, name);
  const ld = (...args: string[]) => execFileSync(`${prefix}ld`, args, { stdio: 'ignore' });
  for (const name of ['libone.so.1', 'libtwo.so']) {
    ld('-shared', '-soname', name, '-o', made(name), object);
  }
  const libraries = ['libone.so.1', 'libtwo.so'].map(made);
  ld('-e', '_start', '--no-as-needed', ...more, '-o', made('program'), object, ...libraries);
  return made('program');
}

test.each([
  ['x86-64', '', ['-rpath', '/opt/lib:$ORIGIN/../lib', '--enable-new-dtags']],
  ['x86-64 in the older notation', '', ['-rpath', '/opt/lib', '--disable-new-dtags']],
  ['ARM', 'arm-linux-gnueabi-', ['-rpath', '/opt/lib']],
  ['s390x', 's390x-linux-gnu-', []],
  ['PowerPC', 'powerpc-linux-gnu-', ['-rpath', '/opt/lib']],
])('the libraries of a program for %s are those that readelf lists', (_machine, prefix, more) => {
  using folder = buildFolder();
  using source = openElfSource(link(folder, prefix, more));
  const expected = readelfNeeded(source.name);
  expect(expected.names).toEqual(['libone.so.1', 'libtwo.so']);
  expect(readNeeded(source)).toEqual(expected);
});

test('a static program has none', () => {
  using folder = buildFolder();
  const object = compile(
    folder,
    { source: 'a.c', text: 'int _start(void) { return 1; }\n' },
    { compiler: 'gcc' },
  );
  const program = join(folder.path, 'program');
  execFileSync('ld', ['-static', '-e', '_start', '-o', program, object], { stdio: 'ignore' });
  using source = openElfSource(program);
  expect(readNeeded(source)).toEqual({ names: [], folders: [] });
});
