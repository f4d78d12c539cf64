import { fillState, fromState } from './kept-state.js';
import { medianRun } from './measure.js';
import { openPlace, TARGETS } from './place.js';
import { checkByCli, requireMakes } from './run-check.js';
import { megabytes, ratio, seconds } from './table.js';

const JOBS = 2;

/** Configuring and building head; the cache has the base. */
const MAKES = 2;

const CASES = [
  { name: 'one C file', head: 'source', runs: 3 },
  { name: 'a header included everywhere', head: 'header', runs: 1 },
];

/** Several targets in one check, against the sum of a check of each; what the tool's own process takes for it. */
export async function benchTargets({ mostRuns }) {
  const place = openPlace();
  const state = await fillState(place, TARGETS);
  const measured = [];
  for (const one of CASES) {
    const measure = (targets) =>
      measureTargets(place, state, { ...one, runs: Math.min(one.runs, mostRuns), targets });
    const alone = [];
    for (const target of TARGETS) alone.push(await measure([target]));
    const two = await measure(TARGETS.slice(0, 2));
    measured.push({ ...one, alone, two, together: await measure(TARGETS) });
  }
  return [describeTimes(measured), describeMemory(measured)];
}

async function measureTargets(place, state, { head: name, runs, targets }) {
  const head = place.heads[name];
  const more = ['--no-skip', '--jobs', String(JOBS)];
  const checks = [];
  for (let run = 0; run < runs; run++) {
    const check = await fromState(state, { start: 'build folder', base: place.base, head }, () =>
      checkByCli(place, { xdgCache: state.xdgCache, head, targets, more }),
    );
    checks.push(requireMakes(check, MAKES * targets.length));
  }
  return medianRun(checks);
}

function describeTimes(measured) {
  return {
    title: `Four targets side by side, warm, ${JOBS} jobs`,
    head: ['change', ...TARGETS, 'sum', 'together', 'of the sum', 'bar'],
    rows: measured.map(({ name, alone, together }) => {
      const sum = alone.reduce((total, check) => total + check.seconds, 0);
      return [
        name,
        ...alone.map((check) => seconds(check.seconds)),
        seconds(sum),
        seconds(together.seconds),
        ratio(together.seconds / sum),
        '0.9',
      ];
    }),
    notes: [
      'With `--no-skip`; the build folders of the base are there.',
      'The header has nearly all compiled anew, in a check of one target with both jobs too.',
    ],
  };
}

function describeMemory(measured) {
  return {
    title: "Most memory of the tool's own process",
    head: ['change', '1 target', '2 targets', '4 targets'],
    rows: measured.map(({ name, alone, two, together }) => [
      name,
      megabytes(Math.max(...alone.map(({ peak }) => peak))),
      megabytes(two.peak),
      megabytes(together.peak),
    ]),
    notes: ['One target: the most of the four.'],
  };
}
