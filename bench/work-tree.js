import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gitIn } from './place.js';

/**
 * Notes the times of the files that differ between two commits, of which `base` is checked out in `folder`. Returns what
 * checks it out again and gives them these times: then make sees what it saw before.
 * @param {string} folder
 * @param {{ base: string, head: string }} commits
 */
export function rememberTimes(folder, { base, head }) {
  const paths = gitIn(folder, 'diff', '--name-only', base, head).split('\n').filter(Boolean);
  const times = paths.map((path) => [join(folder, path), statSync(join(folder, path)).mtime]);
  return () => {
    checkOut(folder, base);
    for (const [path, time] of times) utimesSync(path, time, time);
    // git takes note of the times too.
    gitIn(folder, 'update-index', '-q', '--refresh');
  };
}

/**
 * @param {string} folder
 * @param {string} commit
 */
export function checkOut(folder, commit) {
  gitIn(folder, 'checkout', '--quiet', '--force', '--detach', commit);
  gitIn(folder, 'clean', '-ffdxq');
}
