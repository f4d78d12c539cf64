import { fillState, fromState, renewWorktree } from './kept-state.js';
import { rebuildAlone } from './make-alone.js';
import { median, medianRun } from './measure.js';
import { TARGET } from './place.js';
import { checkByCli, makeSeconds, objectCount, requireMakes } from './run-check.js';
import { ratio, seconds, withRange } from './table.js';

/** All but make counts here, so a kernel that is made of little. */
const TINY = 'x86-tiny';

/**
 * What is checked: how often, which makes run in it, and the most of two clean builds.
 * @typedef {object} Case
 * @property {string} name
 * @property {keyof import('./place.js').Place['heads']} head
 * @property {number} runs
 * @property {number} makes
 * @property {string} [bar] Of two clean builds.
 * @property {string} [rest] The most seconds that all but make may take.
 * @property {'again'} [how] The check that is measured follows the same one.
 * @property {string} [target]
 */

/** @type {readonly Case[]} */
const CASES = [
  { name: 'one C file', head: 'source', runs: 5, makes: 2, bar: '0.06', rest: '1.5' },
  { name: 'a header included everywhere', head: 'header', runs: 1, makes: 2 },
  // The second pair tells what head would be with the options of base.
  { name: 'a Kconfig default', head: 'option', runs: 3, makes: 4 },
  { name: 'nothing: base against itself', head: 'base', runs: 5, makes: 0, bar: '0.03' },
];

/** @type {readonly Case[]} */
const AGAIN = [
  { name: 'nothing: the same check again', head: 'source', runs: 5, makes: 0, bar: '0.03', how: 'again' },
];

/** @type {readonly Case[]} */
const TINY_CASES = [
  { name: `${TINY}: one C file`, head: 'source', runs: 5, makes: 2, target: TINY },
  { name: `${TINY}: nothing`, head: 'base', runs: 5, makes: 0, rest: '0.7', target: TINY },
];

/**
 * Checks that begin with what a check of the base has left. Resolves to what makes the tables when it is known how long
 * two clean builds take. What is built of the base lies in the folder `clean`.
 * @param {import('./place.js').Place} place
 * @param {number} mostRuns
 */
export async function benchWarmChecks(place, mostRuns) {
  const alone = {};
  for (const { head, runs } of CASES) {
    alone[head] = await rebuildAlone(place, place.heads[head], Math.min(runs, mostRuns, 3));
  }
  const state = await fillState(place, [TARGET, TINY]);
  const measure = (start, cases) => measureCases(place, { state, start, cases, mostRuns });
  const here = await measure('build folder', [...CASES, ...AGAIN, ...TINY_CASES]);
  const checkout = renewWorktree(place, state);
  const fresh = await measure('store alone', [...CASES, ...TINY_CASES]);
  return (both) => [
    {
      ...describe(here, { alone, both }),
      title: `Warm checks, ${TARGET}: the machine that has built the base`,
      notes: [
        'The build folder, the worktree and the cache are as a check of the base left them.',
        'Make alone: `make allnoconfig` and `make` by hand, on a build of the base, for the same change.',
        'A Kconfig default: a second configuration and build tell what head would be with the options of base.',
        'All else: the check without its makes.',
      ],
    },
    {
      ...describe(fresh, { alone, both }),
      title: `Warm checks, ${TARGET}: a machine that has the cache's entries alone`,
      notes: [
        `No build folder; all sources are newer than the cache's entries. Their checkout is not counted (it took ${seconds(checkout)}).`,
      ],
    },
  ];
}

async function measureCases(place, { cases, mostRuns, ...from }) {
  const measured = [];
  for (const one of cases) {
    const runs = Math.min(one.runs, mostRuns);
    measured.push({ ...one, checks: await measureCase(place, { ...from, one: { ...one, runs } }) });
  }
  return measured;
}

async function measureCase(place, { state, start, one }) {
  const head = place.heads[one.head];
  const check = () => checkByCli(place, { xdgCache: state.xdgCache, head, targets: [one.target ?? TARGET] });
  const checks = [];
  for (let run = 0; run < one.runs; run++) {
    checks.push(
      await fromState(state, { start, base: place.base, head }, async () => {
        if (one.how === 'again') await check();
        return requireMakes(await check(), one.makes);
      }),
    );
  }
  return checks;
}

function describe(measured, { alone, both }) {
  return {
    head: [
      'change',
      'check',
      'of two clean builds',
      'bar',
      'objects',
      'makes in it',
      'make alone',
      'all else',
      'bar',
    ],
    rows: measured.map(({ name, head, how, target, bar = '', rest = '', checks }) => {
      const check = medianRun(checks);
      const makes = makeSeconds(check);
      const isComparable = target === undefined;
      return [
        name,
        withRange(
          checks.map((one) => one.seconds),
          median,
        ),
        isComparable ? ratio(check.seconds / both) : '',
        bar,
        String(objectCount(check)),
        seconds(makes),
        isComparable ? seconds(alone[how === 'again' ? 'base' : head]) : '',
        seconds(check.seconds - makes),
        rest,
      ];
    }),
  };
}
