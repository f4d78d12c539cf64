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
 * file. These are built once before and once after the warm checks, each time with a cold check beside them; what counts
 * is the mean. A cold check that is not counted comes first, for what configurations begin with; it reads the sources
 * from the disk.
 */
export async function benchChecks({ mostRuns }) {
  const place = openPlace();
  const first = await checkCold(place);
  takeSeed(place, join(temp(place), 'kernel-size-budget/default/build', TARGET));
  const cold = [await checkCold(place)];
  const before = await buildBoth(place);
  const warm = await benchWarmChecks(place, mostRuns);
  const after = await buildBoth(place);
  if (mostRuns > 1) cold.push(await checkCold(place));
  const both = (sum(before) + sum(after)) / 2;
  return [describeCold({ first, cold, before, after, both }), ...warm(both)];
}

async function checkCold(place) {
  checkOut(place.kernel, place.heads.source);
  const { source: head } = place.heads;
  return requireMakes(await checkByAction(place, { head, temp: temp(place), targets: TARGET }), COLD_MAKES);
}

const temp = ({ folder }) => join(folder, 'runner');

/** Leaves behind the base checked out, and what is built of it in the folder `clean`. */
async function buildBoth(place) {
  const head = await buildClean(place, place.heads.source);
  const base = await buildClean(place, place.base);
  return [base, head];
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

const mean = (values) => sum(values) / values.length;

function describeCold({ first, cold, before, after, both }) {
  const whole = mean(cold.map((check) => check.seconds));
  const makes = mean(cold.map(makeSeconds));
  const each = (values, joint) =>
    values.length === 1 ? '' : ` (${values.map((value) => value.toFixed(1)).join(joint)})`;
  const builds = (values) => `${seconds(sum(values))}${each(values, ' + ')}`;
  const checks = cold.map((check) => check.seconds);
  return {
    title: `Cold check of one C file, ${TARGET}`,
    head: ['', 'time', 'of two clean builds', 'bar'],
    rows: [
      ['two clean builds, before the warm checks', builds(before), ratio(sum(before) / both), ''],
      ['two clean builds, after them', builds(after), ratio(sum(after) / both), ''],
      [
        'check as the action, nothing kept',
        `${seconds(whole)}${each(checks, ', ')}`,
        ratio(whole / both),
        '0.56',
      ],
      ['– the four makes in it', seconds(makes), ratio(makes / both), ''],
      ['– all else', seconds(whole - makes), ratio((whole - makes) / both), ''],
      ['the first one, not counted', seconds(first.seconds), ratio(first.seconds / both), ''],
    ],
    notes: [
      'Two clean builds: `make allnoconfig` and `make`, of base and of head, each in an empty folder; the mean of both pairs is 1.',
      'The action runs in a checkout that has both commits, without an Actions cache, in an empty `RUNNER_TEMP`; `sandbox: auto`, `ccache: never`; one check before the first pair of builds, one after the second.',
    ],
  };
}
