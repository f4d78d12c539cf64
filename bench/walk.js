/**
 * `node bench/walk.js --seed 1 --steps 50 --arch arm`: walks at random between commits of a kernel, checks each against
 * the one before with what earlier checks have left, and compares the kernel with that of a clean build. A line for each
 * step; it stops at the first that differs, with exit code 1. With --resume it goes on where it was stopped, or takes the
 * step that differed once more.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readJournal, writeJournal } from './walk/journal.js';
import { openPlace, prepareCommits } from './walk/place.js';
import { createRandom } from './walk/random.js';
import { beginWalk, createWalk, repeatSteps, takeStep } from './walk/walk.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    arch: { type: 'string', default: 'arm' },
    jobs: { type: 'string', default: '2' },
    /** Where it works. */
    folder: { type: 'string' },
    /** Where ccache keeps objects, those of clean builds apart from those of checks. */
    ccache: { type: 'string' },
    /** Only kinds of steps whose names match. */
    only: { type: 'string' },
    /** Lets the check skip targets that a change cannot reach. */
    skip: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
  },
});
const cache = process.env.KSB_CACHE ?? join(root, '.cache');
const folder = values.folder ?? join(cache, 'walk', values.arch);
const journal = values.resume ? readJournal(folder) : undefined;
const place = openPlace({
  ...values,
  root,
  cache,
  folder,
  jobs: Number(values.jobs),
  kept: journal === undefined ? 'nothing' : 'builds',
});
const random = createRandom(Number(values.seed));
const walk = createWalk(place, prepareCommits(place, random), random);
const only = values.only === undefined ? undefined : new RegExp(values.only);

for await (const result of takeSteps()) {
  print(result);
  if (isWrong(result)) {
    keepDifference();
    break;
  }
  writeJournal(folder, { workspace: place.workspace, built: walk.built, entries: walk.entries });
}

async function* takeSteps() {
  if (journal === undefined) yield await beginWalk(place, walk);
  else repeatSteps(place, walk, only, journal);
  while (walk.number < Number(values.steps)) yield await takeStep(place, walk, only);
}

function isWrong({ verdict }) {
  return verdict !== 'same' && verdict !== 'both fail' && verdict !== 'refused';
}

function print({ number, name, note, seconds, origin, clean, verdict, reason }) {
  const times = `warm ${seconds.toFixed(1)} s ${origin}, clean ${clean === 0 ? 'known' : `${clean.toFixed(1)} s`}`;
  process.stdout.write(
    `${String(number).padStart(3)} ${name} (${note}): ${times}, ${verdict}${reason && ` (${reason})`}\n`,
  );
}

function keepDifference() {
  const kept = join(folder, 'difference');
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const copy = (from, to) => execFileSync('cp', ['-a', from, join(kept, to)]);
  copy(join(place.workspace, 'build', place.arch.preset), 'warm');
  copy(place.clean, 'clean');
  process.stdout.write(`both builds are kept in ${kept}; commit ${walk.history.at(-1)?.commit}\n`);
  process.exitCode = 1;
}
