/** Builds by hand: make alone, with what the tool gives it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { measureSuccess, median, note } from './measure.js';
import { checkOut, rememberTimes } from './work-tree.js';

/** Of the target that the tables are about. */
const VARIABLES = ['ARCH=arm', 'CROSS_COMPILE=arm-linux-gnueabi-', 'LOCALVERSION='];
const GOALS = ['xipImage', 'st/stm32f469-disco.dtb'];

/** With a time of its own each make would link the kernel again. */
const REPRODUCIBLE = {
  LC_ALL: 'C',
  KBUILD_BUILD_TIMESTAMP: 'Thu Jan  1 00:00:00 UTC 1970',
  KBUILD_BUILD_USER: 'kernel-size-budget',
  KBUILD_BUILD_HOST: 'localhost',
  KBUILD_BUILD_VERSION: '1',
  SOURCE_DATE_EPOCH: '0',
};

/** Under the name that it has in a build folder of the tool's. */
const SEED = 'kernel-size-budget.config';

/**
 * Takes what the tool configures from out of one of its build folders.
 * @param {import('./place.js').Place} place
 * @param {string} build
 */
export function takeSeed({ folder }, build) {
  copyFileSync(join(build, SEED), join(folder, SEED));
}

/**
 * Configures and builds what is checked out; resolves to seconds.
 * @param {import('./place.js').Place} place
 * @param {string} output
 */
async function makeAlone({ folder, kernel }, output) {
  const args = ['-C', kernel, `O=${output}`, ...VARIABLES, `-j${availableParallelism()}`];
  const env = { ...REPRODUCIBLE, KCONFIG_ALLCONFIG: join(folder, SEED) };
  const configured = await measureSuccess('make', [...args, 'allnoconfig'], { env });
  const built = await measureSuccess('make', [...args, ...GOALS], { env: REPRODUCIBLE });
  const seconds = configured.seconds + built.seconds;
  note('make alone', seconds);
  return seconds;
}

/**
 * Builds a commit from nothing in the folder `clean`; resolves to seconds.
 * @param {import('./place.js').Place} place
 * @param {string} commit
 */
export async function buildClean(place, commit) {
  const output = join(place.folder, 'clean');
  checkOut(place.kernel, commit);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  return makeAlone(place, output);
}

/**
 * Builds `head` some times on what is built of the base in the folder `clean`, which stays; resolves to the median in
 * seconds.
 * @param {import('./place.js').Place} place
 * @param {string} head
 * @param {number} runs
 */
export async function rebuildAlone(place, head, runs) {
  const [output, saved] = ['clean', 'clean-saved'].map((name) => join(place.folder, name));
  const empty = (folder) => rmSync(folder, { recursive: true, force: true });
  empty(saved);
  renameSync(output, saved);
  const times = [];
  for (let run = 0; run < runs; run++) {
    empty(output);
    execFileSync('cp', ['-a', saved, output]);
    const putBack = rememberTimes(place.kernel, { base: place.base, head });
    checkOut(place.kernel, head);
    times.push(await makeAlone(place, output));
    putBack();
  }
  empty(output);
  renameSync(saved, output);
  return median(times);
}
