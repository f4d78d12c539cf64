/** The kernel that everything is measured on: a repository of its own, and the commits that are checked. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRepository } from './walk/repository.js';

/** @typedef {ReturnType<typeof openPlace>} Place */

export const root = fileURLToPath(new URL('..', import.meta.url));
export const cache = process.env['KSB_CACHE'] ?? join(root, '.cache');

/** What the tables are about; the others are built beside it. */
export const TARGET = 'stm32f469';
export const TARGETS = [TARGET, 'stm32f767', 'arm-tiny', 'x86-tiny'];

export const BUDGET_FILE = '.github/kernel-size-budget.yml';

/** A file of the base, and what is replaced in it. */
const CHANGES = {
  source: ['fs/dcache.c', 'IN_LOOKUP_SHIFT 10', 'IN_LOOKUP_SHIFT 5'],
  header: ['include/linux/types.h', '#ifndef _LINUX_TYPES_H', '/* A remark. */\n#ifndef _LINUX_TYPES_H'],
  // Of which few files make use: others, such as CONSOLE_LOGLEVEL_DEFAULT, compile nearly all anew.
  option: ['init/Kconfig', 'default 32 if !UML', 'default 16 if !UML'],
};

/** Throws an Error where `npm test` has not prepared the kernel. */
export function openPlace() {
  if (!existsSync(join(cache, 'linux-6.12/.git'))) {
    throw new Error(`${join(cache, 'linux-6.12')} is missing; npm test prepares it`);
  }
  const folder = join(cache, 'bench');
  mkdirSync(folder, { recursive: true });
  const kernel = join(folder, 'linux');
  const repository = openRepository(kernel, cache);
  const { base, heads } = prepareCommits(repository);
  gitIn(kernel, 'checkout', '--quiet', '--force', '--detach', base);
  return { folder, kernel, base, heads: { ...heads, base } };
}

function prepareCommits(repository) {
  const original = repository.hashOf('linux-6.12');
  const commit = (parent, changes, message) => repository.commit({ from: parent, parent, changes, message });
  const targets = Object.fromEntries(TARGETS.map((name) => [name, { extends: name }]));
  const budget = { mode: '100644', text: JSON.stringify({ targets }) };
  const base = commit(original, { [BUDGET_FILE]: budget }, 'A budget file');
  const heads = Object.entries(CHANGES).map(([name, [path, from, to]]) => {
    const file = repository.read(base, path);
    const text = file?.text.replace(from, to);
    if (file === undefined || text === file.text)
      throw new Error(`${path} is not as the benchmark expects it`);
    return [name, commit(base, { [path]: { ...file, text } }, `A change of ${path}`)];
  });
  return { base, heads: Object.fromEntries(heads) };
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
export function gitIn(folder, ...args) {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 }).trim();
}
