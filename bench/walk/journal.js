/** What became of each step of a walk, so that a walk that was stopped can go on: a walk takes more than an hour. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A step whose kernels were right.
 * @typedef {object} Entry
 * @property {number} number
 * @property {string} commit
 * @property {'built' | 'failed' | 'refused'} outcome
 * @property {number} seconds
 * @property {Readonly<Record<string, string | null>>} made What files of the last clean build said, which steps choose by.
 * @property {readonly [tree: string, build: object] | undefined} clean
 *
 * What is known from the start, and the steps so far.
 * @typedef {object} Journal
 * @property {string} workspace
 * @property {object} built
 * @property {Entry[]} entries
 */

const NAME = 'journal.json';

/**
 * The journal of a walk that was stopped, undefined where there is none.
 * @param {string} folder
 * @returns {Journal | undefined}
 */
export function readJournal(folder) {
  const path = join(folder, NAME);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * @param {string} folder
 * @param {Journal} journal
 */
export function writeJournal(folder, journal) {
  const unfinished = join(folder, `${NAME}.new`);
  writeFileSync(unfinished, JSON.stringify(journal));
  renameSync(unfinished, join(folder, NAME));
}
