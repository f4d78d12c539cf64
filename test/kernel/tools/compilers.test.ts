import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/budget/target.ts';
import { compilerOf, linkerOf } from '../../../src/kernel/tools/compilers.ts';
import { createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

/** Versions of a target's tools on a machine where each tool is a script. */
async function versionsOf(
  tools: Readonly<Record<string, string>>,
  target: Partial<Target>,
): Promise<string[]> {
  await using repository = await createRepository();
  const bin = repository.beside('bin');
  await mkdir(bin);
  for (const [name, script] of Object.entries(tools)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const llvm = target.llvm?.replace('BIN', bin);
  const env = { PATH: target.llvm?.startsWith('BIN') ? '/nowhere' : bin };
  const build = toyBuild(repository, { env, target: { ...target, llvm } });
  return await Promise.all([compilerOf(build), linkerOf(build)]);
}

test.each([
  ['the machine’s own', {}, ['gcc', 'ld']],
  ['of a prefix', { crossCompile: 'arm-' }, ['arm-gcc', 'arm-ld']],
  ['of LLVM', { llvm: '1', crossCompile: 'arm-' }, ['clang', 'ld.lld']],
  ['of a version of LLVM', { llvm: '-19' }, ['clang-19', 'ld.lld-19']],
  ['of a folder of LLVM', { llvm: 'BIN/' }, ['clang', 'ld.lld']],
  ['of make’s own variables', { make: { CC: 'ccache  cc', LD: 'gold -g' } }, ['ccache', 'gold']],
])('the tools %s are told by the first line of their version', async (_what, target, names) => {
  const tools = Object.assign({}, ...names.map((name) => ({ [name]: `echo ${name}; echo more` })));
  expect(await versionsOf(tools, target)).toEqual(names);
});

describe('a tool without a version', () => {
  const GCC = { gcc: 'echo gcc' };

  test('is named where it does not run, with what to do', async () => {
    await expect(versionsOf(GCC, { make: { LD: 'nonexist-ld' } })).rejects.toThrow(
      'toy: "nonexist-ld --version" failed with exit code 127 at base, and sizes of an unknown tool are not ' +
        'compared; install it, or correct LD in "make" of the target',
    );
  });

  test('is named where it fails, whatever it printed', async () => {
    await expect(versionsOf({ ...GCC, ld: 'echo ld; exit 3' }, {})).rejects.toThrow(
      'toy: "ld --version" failed with exit code 3 at base',
    );
  });

  test('is named where it prints nothing', async () => {
    await expect(versionsOf({ ...GCC, ld: ':' }, {})).rejects.toThrow('toy: "ld --version" printed nothing');
  });
});
