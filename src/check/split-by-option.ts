import { objectOptionReader } from '../kernel/tree/object-options.ts';
import { bytesByOption } from '../size/delta/bytes-by-option.ts';
import type { Delta } from '../size/delta/delta.ts';
import { type Compared, deltaIn, mapDelta } from './map-delta.ts';

/**
 * Adds to each split into code and options which option the bytes are of. `openTree` makes head's sources ready and
 * returns their folder; it is called only where options differ.
 */
export async function splitByOption<Target extends Compared>(
  targets: readonly Target[],
  openTree: () => Promise<string>,
): Promise<readonly Target[]> {
  if (!targets.some((target) => deltaIn(target)?.split?.kind === 'split')) return targets;
  const optionsOf = objectOptionReader(await openTree());
  return targets.map((target) => mapDelta(target, (delta) => splitDelta(delta, optionsOf)));
}

function splitDelta(delta: Delta, optionsOf: (object: string) => readonly string[]): Delta {
  const { split } = delta;
  if (split?.kind !== 'split' || !split.kconfig.hasMaps) return delta;
  const changed = new Set(delta.config.map(({ name }) => name));
  const options = bytesByOption(split.kconfig.objects, { changed, optionsOf });
  return { ...delta, split: { ...split, options } };
}
