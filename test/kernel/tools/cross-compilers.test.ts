import { expect, test } from 'vitest';
import { parseBudgetFile } from '../../../src/budget/file/budget-file.ts';
import type { Target } from '../../../src/budget/target.ts';
import { requireCrossCompilers } from '../../../src/kernel/tools/cross-compilers.ts';
import { readPresets } from '../../../src/presets.ts';
import { createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

async function targetOf(target: Partial<Target>): Promise<Target> {
  await using place = await createRepository();
  return toyBuild(place, { target }).target;
}

test.each<[string, Partial<Target>, NodeJS.Architecture]>([
  ['the machine’s own', { arch: 'x86' }, 'x64'],
  ['the machine’s own by another name', { arch: 'i386' }, 'x64'],
  ['the machine’s own, on ARM', { arch: 'arm64' }, 'arm64'],
  ['user-mode Linux', { arch: 'um' }, 'x64'],
  ['one with a prefix', { arch: 'arm', crossCompile: 'arm-linux-gnueabi-' }, 'x64'],
  ['one for clang', { arch: 'arm', llvm: '1' }, 'x64'],
  ['one with a compiler of its own', { arch: 'arm', make: { CC: 'clang --target=arm' } }, 'x64'],
  ['any on a machine that nobody knows', { arch: 'arm' }, 'sparc' as NodeJS.Architecture],
])('a target for %s is built', async (_what, target, machine) => {
  const known = await targetOf(target);
  expect(() => requireCrossCompilers([known], machine)).not.toThrow();
});

test('a target for another architecture is named with what to write', async () => {
  const target = await targetOf({ name: 'board', arch: 'arm' });
  expect(() => requireCrossCompilers([target], 'x64')).toThrow(
    'board: the architecture arm is not this machine\'s (x64), whose compiler would build it; write "crossCompile: ' +
      'arm-linux-gnueabi-" or "llvm: true" in the target',
  );
});

test('all such targets are named at once', async () => {
  const targets = [await targetOf({ name: 'a', arch: 'arm' }), await targetOf({ name: 'b', arch: 'xtensa' })];
  expect(() => requireCrossCompilers(targets, 'x64')).toThrow(
    expect.objectContaining({
      message: '2 targets have no compiler for their architecture',
      details: [
        expect.stringMatching(/^a: /),
        expect.stringMatching(/^b: .*"crossCompile: xtensa-linux-gnu-"/),
      ],
    }),
  );
});

test('each preset says its compiler', () => {
  const presets = readPresets();
  for (const name of presets.keys()) {
    const text = `targets: { ${name}: { extends: ${name} } }`;
    const targets = parseBudgetFile({ text, path: name, presets, fileExists: () => true });
    expect(() => requireCrossCompilers(targets, 'x64')).not.toThrow();
  }
});
