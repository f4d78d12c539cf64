import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { BOT_TOKEN } from '../support/github/resources/fake-github-state.ts';
import { budgetFile, variable } from '../support/kernel/toy-kernel.ts';
import { RUNTIME_TOKEN } from '../support/runner/runner.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult } from '../support/runner/toy-run.ts';

const toy = useToyAction();
const PACKAGE = 'gcc-or1k-elf';

/** Stands before the machine's own on the PATH, and writes down what it was asked for. */
const APT_GET = `#!/bin/sh
echo "$*" >> "$0.log"
env > "$0.environment"
[ "$1" = install ] || exit 0
for tool in gcc ld objcopy nm; do
  printf '#!/bin/sh\\nexec %s "$@"\\n' "$tool" > "\${0%/*}/or1k-elf-$tool"
  chmod +x "\${0%/*}/or1k-elf-$tool"
done
`;

const SUDO = '#!/bin/sh\n[ "$1" = -n ] && shift\nexec "$@"\n';

let pull: ToyPull;

beforeAll(async () => {
  const budget = budgetFile({ toy: { crossCompile: 'or1k-elf-' } });
  pull = await toy.pullRequest({ budget, change: variable('added', 1024) });
});

/** Runs the action on a machine that lacks the target's compiler and has this apt-get. */
async function run(machine: string, aptGet: string, installPackages: 'true' | 'false') {
  const bin = pull.kernel.beside(machine);
  await mkdir(bin);
  for (const [name, text] of Object.entries({ 'apt-get': aptGet, sudo: SUDO })) {
    await writeFile(join(bin, name), text);
    await chmod(join(bin, name), 0o755);
  }
  const result: ToyResult = await pull.run({
    inputs: { 'install-packages': installPackages },
    env: { PATH: `${bin}:${process.env['PATH']}` },
    github: {},
  });
  return { result, aptGet: join(bin, 'apt-get') };
}

test('nothing is installed by default: what is missing is an error with the line that installs it', async () => {
  const { result, aptGet } = await run('default', APT_GET, 'false');
  expect(result.exitCode).toBe(2);
  expect(result.errors).toEqual([
    expect.stringContaining(`install them with: sudo apt-get install -y --no-install-recommends ${PACKAGE}`),
  ]);
  expect(existsSync(`${aptGet}.log`)).toBe(false);
});

test('with install-packages what the target lacks is installed, nothing else, and no token is shown', async () => {
  const { result, aptGet } = await run('installing', APT_GET, 'true');
  expect([result.exitCode, result.outputs['verdict']]).toEqual([0, 'pass']);
  const log = await readFile(`${aptGet}.log`, 'utf8');
  expect(log).toBe(`update\ninstall -y --no-install-recommends --no-remove ${PACKAGE}\n`);
  const environment = await readFile(`${aptGet}.environment`, 'utf8');
  expect(environment).toContain('DEBIAN_FRONTEND=noninteractive');
  for (const secret of [BOT_TOKEN, RUNTIME_TOKEN]) expect(environment).not.toContain(secret);
});

test('packages that cannot be installed are no comparison, with what apt-get said', async () => {
  const failing = '#!/bin/sh\necho "E: Unable to locate package" >&2\nexit 100\n';
  const { result } = await run('failing', failing, 'true');
  expect([result.exitCode, result.outputs['verdict']]).toEqual([2, 'no-comparison']);
  expect(result.errors).toEqual([
    expect.stringContaining(`apt-get could not install ${PACKAGE}: E: Unable to locate package; run as root`),
  ]);
});

test.each(['gcc-12-', '1[0-9].*-', 'arm-linux-gnueabi=4:10-', '-o-'])(
  'nothing is installed for the prefix %s, which is named',
  async (crossCompile) => {
    const budget = budgetFile({ toy: { crossCompile } });
    const other = await toy.pullRequest({ budget, change: variable('added', 1024) });
    const bin = other.kernel.beside('bin');
    await mkdir(bin);
    await writeFile(join(bin, 'apt-get'), APT_GET, { mode: 0o755 });
    const result = await other.run({
      inputs: { 'install-packages': 'true' },
      env: { PATH: `${bin}:${process.env['PATH']}` },
      github: {},
    });
    expect([result.exitCode, result.outputs['verdict']]).toEqual([2, 'no-comparison']);
    expect(result.errors).toEqual([
      expect.stringContaining(
        `the build needs tools that this machine lacks: ${crossCompile}gcc, ${crossCompile}ld; put them on the PATH`,
      ),
    ]);
    expect(existsSync(join(bin, 'apt-get.log'))).toBe(false);
  },
);
