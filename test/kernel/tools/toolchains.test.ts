import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { targetTools } from '../../../src/kernel/tools/build-tools.ts';
import { targetPackages } from '../../../src/kernel/tools/require-tools.ts';
import { gccPackage, llvmPackage } from '../../../src/kernel/tools/toolchains.ts';
import { createRepository } from '../../support/git/repository.ts';
import { toyBuild } from '../../support/kernel/toy-build.ts';

await using repository = await createRepository();
const TOY = toyBuild(repository).target;
const ALWAYS = targetPackages(TOY);

/** What apt-get would do; it changes nothing (apt-get(8), --simulate). */
function simulate(packages: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    'apt-get',
    ['-s', 'install', '-y', '--no-install-recommends', ...packages],
    {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  return stdout + stderr;
}

/** Prefixes that the budget file takes, whose package of the same name would be more than a name to apt-get. */
const PREFIXES = [
  'gcc-12-',
  '12-',
  '12--',
  'gcc-.*-',
  '1[0-9].*-',
  '[0-9]*-base-',
  '.?*-',
  '^arm-linux-gnueabi$-',
  'arm-linux-gnueabi=4:12.2.0-3-',
  'arm-linux-gnueabi/stable-',
  'arm-linux-gnueabi:i386-',
  'arm-linux-gnueabi+-',
  'arm-linux-gnueabi--',
  'arm_linux_gnueabi-',
  'ARM-linux-gnueabi-',
  'arm-linux-gnueabi',
  ' arm-linux-gnueabi-',
  'unknown-linux-gnu-',
  '-',
  '--allow-downgrades-',
  'constructor-',
  '__proto__-',
];

describe('the prefix', () => {
  test.each(PREFIXES)('%j installs nothing, and its tools are named', (crossCompile) => {
    const target = { ...TOY, crossCompile };
    expect(targetPackages(target)).toEqual(ALWAYS);
    const names = targetTools(target)
      .filter((tool) => tool.package === undefined)
      .map(({ name }) => name);
    expect(names).toEqual([`${crossCompile}gcc`, `${crossCompile}ld`]);
  });

  test.each([
    ['arm-linux-gnueabi-', 'gcc-arm-linux-gnueabi'],
    ['x86_64-linux-gnu-', 'gcc-x86-64-linux-gnu'],
    ['arm-none-eabi-', 'gcc-arm-none-eabi'],
    ['mips64el-linux-gnuabi64-', 'gcc-mips64el-linux-gnuabi64'],
  ])('%s is in %s', (crossCompile, name) => {
    expect(gccPackage(crossCompile)).toBe(name);
  });
});

test.each(['-19-', '-19+', '-1.*', '-0', '-019', '-190', '-', '--', '-19=1', '/opt/llvm-19/bin/'])(
  'LLVM=%s is in no package',
  (llvm) => {
    expect(llvmPackage('clang', llvm)).toBeUndefined();
  },
);

describe('apt-get', () => {
  test('takes a name with a hyphen at its end for what is to be removed', () => {
    expect(simulate(['gcc-'])).toMatch(/^Remv gcc /m);
    expect(simulate(['--', 'gcc-'])).toMatch(/^Remv gcc /m);
  });

  test.each([...PREFIXES.slice(0, 6), 'arm-linux-gnueabi-'])(
    'removes nothing for a target of the prefix %s',
    (crossCompile) => {
      const packages = targetPackages({ ...TOY, crossCompile });
      expect(simulate(packages)).not.toMatch(/^(Remv|E:)/m);
    },
  );
});
