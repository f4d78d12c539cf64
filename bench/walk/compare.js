/** One step: a check by the command line, and a clean build of the same commit by make alone. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FRAGMENT } from './kbuild.js';

/** As the tool sets them, for the same bytes. */
const REPRODUCIBLE = {
  LC_ALL: 'C',
  KBUILD_BUILD_TIMESTAMP: 'Thu Jan  1 00:00:00 UTC 1970',
  KBUILD_BUILD_USER: 'kernel-size-budget',
  KBUILD_BUILD_HOST: 'localhost',
  KBUILD_BUILD_VERSION: '1',
  SOURCE_DATE_EPOCH: '0',
};

/** What is kept between checks, by accident that takes it away. */
const LOST = {
  'no source': ['source'],
  'no build folder': ['build'],
  neither: ['source', 'build'],
  'no store': ['../store'],
  nothing: ['source', 'build', 'kernels', '../store'],
};

/**
 * Lets an accident happen: removes what it takes, or kills a check at a moment that `random` chooses.
 * @param {import('./walk.js').Place} place
 */
export async function befall(place, { accident, base, head, random, seconds }) {
  for (const name of LOST[accident] ?? [])
    rmSync(join(place.workspace, name), { recursive: true, force: true });
  if (accident !== 'kill') return '';
  const child = startCheck(place, base, head);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const wait = 300 + random() * seconds * 1000;
  await Promise.race([ended, setTimeout(wait)]);
  child.kill('SIGKILL');
  await ended;
  return `, killed after ${(wait / 1000).toFixed(1)} s`;
}

function startCheck(place, base, head) {
  const { cli, kernel, budget, folder, skip, ccache } = place;
  const args = [
    'check',
    '--kernel',
    kernel,
    '--config',
    budget,
    '--base',
    base,
    '--head',
    head,
    '--jobs',
    String(place.jobs),
  ];
  const report = ['--json', join(folder, 'report.json'), ...(skip ? [] : ['--no-skip'])];
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
  if (ccache !== undefined) {
    args.push('--ccache', 'auto');
    env.CCACHE_DIR = checksCache(ccache);
  }
  return spawn(process.execPath, [cli, ...args, ...report], { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** What checks have compiled, and never an object of a clean build; it hands all on to `compiled`. */
function checksCache(ccache) {
  const folder = join(ccache, 'checks');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ccache.conf'), `remote_storage = ${compiled(ccache)}\n`);
  return folder;
}

const compiled = (ccache) => `file:${join(ccache, 'compiled')}`;

/** Checks two commits; resolves to the files of both kernels, or to why there are none. */
export async function checkWarm(place, base, head) {
  const start = performance.now();
  rmSync(join(place.folder, 'report.json'), { force: true });
  const child = startCheck(place, base, head);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const [, workspace] = /kept in (.*)$/m.exec(stderr) ?? [];
  if (workspace === undefined) throw new Error(`the check ended with ${code}:\n${stderr}`);
  const report = JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8'));
  const [target] = report.targets;
  const state = readState(join(workspace, 'build', place.arch.preset));
  return {
    seconds: (performance.now() - start) / 1000,
    workspace,
    isBuilt: code !== 2,
    reason: code === 2 ? String(target.verdict.reason) : '',
    origin: state?.commit === head ? state.origin : 'stored',
    notes: report.notes,
  };
}

function readState(output) {
  const path = join(output, 'kernel-size-budget.state');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The digests of what the check has kept of a side; the build folder may have been built in once more since. */
export function warmDigests({ arch, workspace }, side, files) {
  return digestsOf(join(workspace, 'kernels', `${arch.preset}-${side}`), files.map(keptName));
}

function keptName(file) {
  if (file === 'vmlinux') return file;
  if (file === '.config') return 'config';
  return file.endsWith('.dtb') ? 'dtb' : 'image';
}

function digestsOf(folder, files) {
  return files.map((file) => {
    const path = join(folder, file);
    return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'missing';
  });
}

/** Checks the commit out where the tool has built it, and builds it in an empty folder with make alone. */
export function buildClean(place, commit, { goals, files, fragments }) {
  const start = performance.now();
  const { workspace, arch, jobs, ccache, clean: output } = place;
  const source = join(workspace, 'source');
  run('git', ['-C', source, 'checkout', '--quiet', '--force', '--detach', commit], process.env);
  run('git', ['-C', source, 'clean', '-ffdxq'], process.env);
  const environment = ccache && ccacheEnvironment(place, commit);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const seed = join(output, 'all.config');
  const presets = fragments.map((name) => join(place.presets, name));
  writeFileSync(seed, seedOf(source, arch.folder, [...presets, join(source, FRAGMENT)]));
  const compilers = ccache ? [`CC=ccache ${arch.compiler}`, 'HOSTCC=ccache gcc'] : [];
  const args = ['-C', source, `O=${output}`, ...arch.variables, 'LOCALVERSION=', `-j${jobs}`, ...compilers];
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...REPRODUCIBLE,
    ...environment,
  };
  const configured = run('make', [...args, 'allnoconfig'], { ...env, KCONFIG_ALLCONFIG: seed });
  const built = configured.status === 0 ? run('make', [...args, ...goals], env) : configured;
  writeFileSync(join(place.folder, 'clean.log'), configured.text + built.text);
  const isBuilt = built.status === 0;
  const seconds = (performance.now() - start) / 1000;
  return { isBuilt, seconds, digests: isBuilt ? digestsOf(output, files) : [] };
}

/** What scripts/kconfig/Makefile merges for `make tinyconfig`, and the fragments of the target. */
function seedOf(source, architecture, fragments) {
  const tiny = [
    'kernel/configs/tiny-base.config',
    'kernel/configs/tiny.config',
    `arch/${architecture}/configs/tiny.config`,
  ];
  const seeds = tiny.map((path) => join(source, path)).filter((path) => existsSync(path));
  const texts = [...seeds, ...fragments].map((path) => readFileSync(path, 'utf8'));
  // The tool asks for the map of every kernel.
  return ['CONFIG_VMLINUX_MAP=y', ...texts].join('\n');
}

/**
 * What a check has compiled it takes by the preprocessed text and the command, in the place of the same compilation again.
 * By the files that were read it may take an object only where no other header can take the place of one of these: where
 * all that came or went since the series began have names of their own, which the build does not make either. Elsewhere it
 * goes by the preprocessed text.
 */
function ccacheEnvironment({ ccache, repository, clean }, commit) {
  const series = isOf61(repository, commit) ? 'linux-6.1' : 'linux-6.12';
  const headersOf = (of) => new Set(repository.list(of).filter((path) => path.endsWith('.h')));
  const [former, later] = [headersOf(repository.hashOf(series)), headersOf(commit)];
  const counts = new Map();
  for (const path of new Set([...former, ...later]))
    counts.set(basename(path), (counts.get(basename(path)) ?? 0) + 1);
  const changed = [...former, ...later].filter((path) => former.has(path) !== later.has(path));
  const made = madeHeaders(clean);
  const isClear = changed.every((path) => counts.get(basename(path)) === 1 && !made.has(basename(path)));
  return {
    CCACHE_DIR: join(ccache, series),
    CCACHE_MAXSIZE: '4G',
    CCACHE_COMPILERCHECK: 'content',
    // Of the environment ccache goes by the language too.
    ...(process.env.LANG && { LANG: process.env.LANG }),
    CCACHE_REMOTE_STORAGE: `${compiled(ccache)}|read-only`,
    ...(isClear ? { CCACHE_SLOPPINESS: 'include_file_mtime,include_file_ctime' } : { CCACHE_NODIRECT: '1' }),
  };
}

/** Names of the headers that the last clean build made. */
function madeHeaders(output) {
  const args = [output, '-type', 'f', '-name', '*.h', '-printf', '%f\\n'];
  return new Set(existsSync(output) ? run('find', args, process.env).text.split('\n') : []);
}

/** Whether a commit is of Linux 6.1. */
export function isOf61(repository, commit) {
  return /^PATCHLEVEL = 1$/m.test(repository.read(commit, 'Makefile').text);
}

function run(program, args, env) {
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, text: stdout + stderr };
}
