/** Makes one owner of two: what went from one place and came in another has moved or was renamed. */
import { OWNER_KINDS } from './cells.ts';
import type { PairedCells } from './paired-cells.ts';

/** An owner while rows are put together. */
export interface Owner {
  readonly kind: number;
  readonly name: number;
  readonly object: number;
  readonly cells: number[];
  base: number;
  head: number;
  movedFrom?: number;
  renamedFrom?: number;
}

const SYMBOL = OWNER_KINDS.indexOf('symbol');
const LITERAL = OWNER_KINDS.indexOf('literal');

/**
 * An owner that went from one object while one of its name came in one other has moved; statics only if they are of one
 * size, since unrelated ones share names such as `state`.
 */
export function mergeMoved(
  owners: readonly Owner[],
  paired: PairedCells,
  isStatic: (owner: Owner) => boolean,
): Owner[] {
  const movable = owners.filter(({ kind }) => kind === SYMBOL || kind === LITERAL);
  const pairs = onlyPairs(
    movable,
    ({ kind, name }) => `${kind},${name}`,
    (come, gone) => come.head === gone.base || !isStatic(come) || !isStatic(gone),
  );
  return owners.flatMap((owner) => {
    const from = pairs.get(owner);
    if (from === 'taken') return [];
    if (from === undefined) return [owner];
    const merged = merge(owner, from);
    // Without a link map a function that is no longer static seems to leave its file.
    const isKnown = paired.objectNames[owner.object] !== '' && paired.objectNames[from.object] !== '';
    // Of equal strings the linker keeps the first, whosever that is.
    if ((owner.kind === LITERAL || !isKnown) && isBalanced(merged, paired)) return [];
    return [isKnown ? { ...merged, movedFrom: from.object } : merged];
  });
}

/** Same object, section, size and contents under another name. */
export function mergeRenamed(
  owners: readonly Owner[],
  paired: PairedCells,
  contentsOf: (owner: Owner) => number,
): Owner[] {
  const placeOf = (owner: Owner): string =>
    `${owner.object},${paired.sections[owner.cells[0]!]},${owner.base + owner.head}`;
  const symbols = owners.filter(({ kind, cells }) => kind === SYMBOL && cells.length === 1);
  const gone = new Set(symbols.filter(({ head }) => head === 0).map(placeOf));
  const come = new Set(symbols.filter(({ base }) => base === 0).map(placeOf));
  // Contents are read only where both a gone and a new one may have them.
  const candidates = symbols.filter((owner) => gone.has(placeOf(owner)) && come.has(placeOf(owner)));
  const pairs = onlyPairs(candidates, (owner) => `${placeOf(owner)},${contentsOf(owner)}`);
  return owners.flatMap((owner) => {
    const from = pairs.get(owner);
    if (from === 'taken') return [];
    return from === undefined ? [owner] : [{ ...merge(owner, from), renamedFrom: from.name }];
  });
}

/** For each new owner the gone one, where both are the only ones of their key; gone ones map to `taken`. */
function onlyPairs(
  owners: readonly Owner[],
  keyOf: (owner: Owner) => string,
  fits: (come: Owner, gone: Owner) => boolean = () => true,
): Map<Owner, Owner | 'taken'> {
  const byKey = new Map<string, { gone: Owner[]; come: Owner[] }>();
  for (const owner of owners) {
    if (owner.base !== 0 && owner.head !== 0) continue;
    const key = keyOf(owner);
    const group = byKey.get(key) ?? { gone: [], come: [] };
    (owner.head === 0 ? group.gone : group.come).push(owner);
    byKey.set(key, group);
  }
  const pairs = new Map<Owner, Owner | 'taken'>();
  for (const { gone, come } of byKey.values()) {
    if (gone.length !== 1 || come.length !== 1 || !fits(come[0]!, gone[0]!)) continue;
    pairs.set(come[0]!, gone[0]!);
    pairs.set(gone[0]!, 'taken');
  }
  return pairs;
}

function merge(come: Owner, gone: Owner): Owner {
  return { ...come, cells: [...gone.cells, ...come.cells], base: gone.base, head: come.head };
}

/** Whether it leaves every section as large as it was. */
function isBalanced({ cells }: Owner, paired: PairedCells): boolean {
  const changes = new Map<number, number>();
  for (const cell of cells) {
    const section = paired.sections[cell]!;
    changes.set(section, (changes.get(section) ?? 0) + paired.head[cell]! - paired.base[cell]!);
  }
  return [...changes.values()].every((change) => change === 0);
}
