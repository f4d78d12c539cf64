import { join } from 'node:path';
import { buildClean, takeSeed } from './make-alone.js';
import { openPlace, TARGET } from './place.js';
import { checkByAction, makeSeconds, requireMakes } from './run-check.js';
import { ratio, seconds } from './table.js';
import { benchWarmChecks } from './warm-check.js';
import { checkOut } from './work-tree.js';

/** Configuring and building, of base and of head. */
const COLD_MAKES = 4;

/**
 * Checks on an empty cache and on a filled one, against two clean builds of the base and of a commit that changes one
 * file. These are built once before and once after all checks; what counts is the mean.
 */
export async function benchChecks({ mostRuns }) {
  const place = openPlace();
  const cold = await checkCold(place);
  const before = await buildBoth(place);
  const warm = await benchWarmChecks(place, mostRuns);
  const after = await buildBoth(place);
  const both = (sum(before) + sum(after)) / 2;
  return [describeCold({ cold, before, after, both }), ...warm(both)];
}

async function checkCold(place) {
  const temp = join(place.folder, 'runner');
  checkOut(place.kernel, place.heads.source);
  const check = await checkByAction(place, { head: place.heads.source, temp, targets: TARGET });
  takeSeed(place, join(temp, 'kernel-size-budget/default/build', TARGET));
  return requireMakes(check, COLD_MAKES);
}

/** Leaves behind the base checked out, and what is built of it in the folder `clean`. */
async function buildBoth(place) {
  const head = await buildClean(place, place.heads.source);
  const base = await buildClean(place, place.base);
  return [base, head];
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

function describeCold({ cold, before, after, both }) {
  const makes = makeSeconds(cold);
  const builds = (values) =>
    `${seconds(sum(values))} (${values.map((value) => value.toFixed(1)).join(' + ')})`;
  return {
    title: `Cold check of one C file, ${TARGET}`,
    head: ['', 'time', 'of two clean builds', 'bar'],
    rows: [
      ['two clean builds, before all checks', builds(before), ratio(sum(before) / both), ''],
      ['two clean builds, after all checks', builds(after), ratio(sum(after) / both), ''],
      ['check as the action, nothing kept', seconds(cold.seconds), ratio(cold.seconds / both), '0.56'],
      ['– the four makes in it', seconds(makes), ratio(makes / both), ''],
      ['– all else', seconds(cold.seconds - makes), ratio((cold.seconds - makes) / both), ''],
    ],
    notes: [
      'Two clean builds: `make allnoconfig` and `make`, of base and of head, each in an empty folder; the mean of both pairs is 1.',
      'The action runs in a checkout that has both commits, without an Actions cache, in an empty `RUNNER_TEMP`; `sandbox: auto`, `ccache: never`.',
    ],
  };
}
