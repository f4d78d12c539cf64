/** What checks keep between runs: filled by a check of the base, saved, and put back before each check. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gitIn } from './place.js';
import { checkByCli } from './run-check.js';
import { checkOut, rememberTimes } from './work-tree.js';

/** Of a workspace; its worktree stays where it is. */
const PARTS = ['build', 'kernels', 'logs'];

/**
 * Where a check begins: on the machine that has built the base, or on one that has got the cache's entries alone.
 * @typedef {'build folder' | 'store alone'} Start
 */

/**
 * Fills an empty cache with a check of the base, as a push to the branch does.
 * @param {import('./place.js').Place} place
 * @param {readonly string[]} targets
 */
export async function fillState(place, targets) {
  const xdgCache = join(place.folder, 'cache');
  forget(join(xdgCache, 'kernel-size-budget'));
  const { workspace } = await checkByCli(place, { xdgCache, head: place.base, targets });
  if (!existsSync(workspace)) throw new Error('the check does not say where builds are kept');
  const saved = join(place.folder, 'saved');
  rmSync(saved, { recursive: true, force: true });
  mkdirSync(saved);
  for (const path of kept(workspace)) if (existsSync(path)) copy(path, saved);
  return { xdgCache, workspace, saved, source: join(workspace, 'source') };
}

/** Nothing but worktrees is left. */
function forget(folder) {
  if (!existsSync(folder)) return;
  const paths = PARTS.map((part) => `*/${part}`);
  execFileSync('sh', ['-c', `rm -rf store ${paths.join(' ')}`], { cwd: folder });
}

function kept(workspace) {
  return [join(dirname(workspace), 'store'), ...PARTS.map((part) => join(workspace, part))];
}

/** With times. */
function copy(from, into) {
  execFileSync('cp', ['-a', from, into]);
}

/**
 * Puts the state back as it was filled, runs `work`, and checks out the base again.
 * @template T
 * @param {Awaited<ReturnType<typeof fillState>>} state
 * @param {{ start: Start, base: string, head: string }} from
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function fromState({ workspace, saved, source }, { start, base, head }, work) {
  checkOut(source, base);
  for (const path of kept(workspace)) {
    rmSync(path, { recursive: true, force: true });
    const isThere = start === 'build folder' || basename(path) === 'store';
    const name = join(saved, basename(path));
    if (isThere && existsSync(name)) copy(name, dirname(path));
  }
  // Else the disk would be busy with the copies.
  execFileSync('sync');
  const putBack = rememberTimes(source, { base, head });
  try {
    return await work();
  } finally {
    putBack();
  }
}

/**
 * Checks the base out anew, as on a machine that has none, after all that the store holds; resolves to seconds.
 * @param {import('./place.js').Place} place
 * @param {Awaited<ReturnType<typeof fillState>>} state
 */
export function renewWorktree({ kernel, base }, { source }) {
  gitIn(kernel, 'worktree', 'remove', '--force', '--force', source);
  const start = performance.now();
  gitIn(kernel, 'worktree', 'add', '--quiet', '--detach', source, base);
  return (performance.now() - start) / 1000;
}
