import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureProcess } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache/bench');
const kernel = join(root, '.cache/linux-6.12');
const TARGET = 'stm32f469';
const GOALS = ['xipImage', 'st/stm32f469-disco.dtb'];

/** A check of one changed file on an empty cache, against two clean builds of the same two commits. */
export async function benchCheck() {
  if (!existsSync(kernel)) return `check: ${kernel} is missing; npm test or npm run demo prepares it`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { base, head } = commitChange();
  const budget = join(folder, 'budget.yml');
  writeFileSync(budget, `targets:\n  ${TARGET}: { extends: ${TARGET} }\n`);
  const args = ['check', '--kernel', kernel, '--config', budget, '--base', base, '--head', head];
  const check = await measureProcess(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    env: { XDG_CACHE_HOME: folder },
  });
  if (check.code !== 0) return `check failed:\n${check.lines.map(({ line }) => line).join('\n')}`;
  const workspace = /kept in (.*)$/m.exec(check.lines.map(({ line }) => line).join('\n'))?.[1] ?? '';
  const clean = [];
  for (const commit of [base, head]) clean.push(await cleanBuild(workspace, commit));
  return describe(check, clean);
}

/** Commits the demonstration's change on a commit of its own, without touching the work tree. */
function commitChange() {
  const git = (args, options = {}) =>
    execFileSync('git', ['-C', kernel, ...args], { encoding: 'utf8', ...options }).trim();
  const base = git(['rev-parse', 'refs/tags/original']);
  const text = git(['show', `${base}:fs/dcache.c`]).replace('IN_LOOKUP_SHIFT 10', 'IN_LOOKUP_SHIFT 5');
  const blob = git(['hash-object', '-w', '--stdin'], { input: `${text}\n` });
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
  git(['read-tree', base], { env });
  git(['update-index', '--cacheinfo', `100644,${blob},fs/dcache.c`], { env });
  const tree = git(['write-tree'], { env });
  const person = ['-c', 'user.name=bench', '-c', 'user.email=bench@kernel.test'];
  return { base, head: git([...person, 'commit-tree', tree, '-p', base, '-m', 'A change']) };
}

/**
 * Configures and builds one commit from nothing, with make alone.
 * @param {string} workspace
 * @param {string} commit
 */
async function cleanBuild(workspace, commit) {
  const source = join(workspace, 'source');
  const output = join(folder, 'clean');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  execFileSync('git', ['-C', source, 'checkout', '-q', '--detach', commit]);
  const seed = join(folder, 'all.config');
  writeFileSync(seed, readFileSync(join(workspace, 'build', TARGET, 'kernel-size-budget.config')));
  const args = ['-C', source, `O=${output}`, 'ARCH=arm', 'CROSS_COMPILE=arm-linux-gnueabi-', 'LOCALVERSION='];
  const jobs = `-j${availableParallelism()}`;
  const configured = await measureProcess('make', [...args, jobs, 'allnoconfig'], {
    env: { KCONFIG_ALLCONFIG: seed },
  });
  const built = await measureProcess('make', [...args, jobs, ...GOALS]);
  return configured.seconds + built.seconds;
}

function describe(check, clean) {
  const [first] = check.lines;
  const firstStep = Number(
    /, (\d+\.\d) s, done|: (\d+\.\d) s, done/.exec(first.line)?.slice(1).find(Boolean) ?? 0,
  );
  const checkout = first.seconds - firstStep;
  const both = clean[0] + clean[1];
  const rest = check.seconds - checkout;
  return [
    `check of one changed file, ${TARGET}, empty cache`,
    `  first checkout of the worktree        ${checkout.toFixed(1)} s`,
    `  all the rest of the check             ${rest.toFixed(1)} s`,
    ...check.lines.filter(({ line }) => line.includes(', done')).map(({ line }) => `    ${line}`),
    `  two clean builds                      ${both.toFixed(1)} s (${clean.map((s) => s.toFixed(1)).join(' + ')})`,
    `  ratio, first checkout left out        ${(rest / both).toFixed(2)}`,
  ].join('\n');
}
