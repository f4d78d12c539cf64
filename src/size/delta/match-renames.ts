/** Makes one owner of two: what went from one place and came in another has moved or was renamed. */
import { OWNER_KINDS } from '../accounting/owner-cells.ts';
import type { PairedCells } from './pair-owners.ts';

/** An owner while rows are put together. */
export interface Owner {
  readonly kind: number;
  readonly name: number;
  readonly object: number;
  readonly cells: number[];
  base: number;
  head: number;
  readonly movedFrom: number | undefined;
  readonly renamedFrom: number | undefined;
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
    ({ kind, name }) => name * OWNER_KINDS.length + kind,
    (come, gone) => come.head === gone.base || !isStatic(come) || !isStatic(gone),
  );
  const kept: Owner[] = [];
  for (const owner of owners) {
    const from = pairs.get(owner);
    if (from === undefined) kept.push(owner);
    if (from === undefined || from === 'taken') continue;
    // Without a link map a function that is no longer static seems to leave its file.
    const isKnown = paired.objectNames[owner.object] !== '' && paired.objectNames[from.object] !== '';
    const merged = merge(owner, from, isKnown ? { movedFrom: from.object } : {});
    // Of equal strings the linker keeps the first, whosever that is.
    const isNothing = (owner.kind === LITERAL || !isKnown) && isBalanced(merged, paired);
    if (!isNothing) kept.push(merged);
  }
  return kept;
}

/** Same object, section, size and contents under another name. */
export function matchRenames(
  owners: readonly Owner[],
  paired: PairedCells,
  contentsOf: (owner: Owner) => number,
): Owner[] {
  const places = new Map<Owner, string>();
  const [gone, come] = [new Set<string>(), new Set<string>()];
  for (const owner of owners) {
    const { kind, cells, base, head, object } = owner;
    if (kind !== SYMBOL || cells.length !== 1 || (base !== 0 && head !== 0)) continue;
    const place = `${object},${paired.sections[cells[0]!]},${base + head}`;
    places.set(owner, place);
    (head === 0 ? gone : come).add(place);
  }
  // Contents are read only where both a gone and a new one may have them.
  const candidates = [...places].filter(([, place]) => gone.has(place) && come.has(place));
  const pairs = onlyPairs(
    candidates.map(([owner]) => owner),
    (owner) => `${places.get(owner)},${contentsOf(owner)}`,
  );
  const kept: Owner[] = [];
  for (const owner of owners) {
    const from = pairs.get(owner);
    if (from === undefined) kept.push(owner);
    else if (from !== 'taken') kept.push(merge(owner, from, { renamedFrom: from.name }));
  }
  return kept;
}

/** Those of one key that are only on one side; undefined for none, `several` for more than one. */
interface Group {
  gone: Owner | 'several' | undefined;
  come: Owner | 'several' | undefined;
}

/** For each new owner the gone one, where both are the only ones of their key; gone ones map to `taken`. */
function onlyPairs(
  owners: readonly Owner[],
  keyOf: (owner: Owner) => string | number,
  fits: (come: Owner, gone: Owner) => boolean = () => true,
): Map<Owner, Owner | 'taken'> {
  const groups = new Map<string | number, Group>();
  for (const owner of owners) {
    if (owner.base !== 0 && owner.head !== 0) continue;
    const key = keyOf(owner);
    const side = owner.head === 0 ? 'gone' : 'come';
    const group = groups.get(key);
    if (group !== undefined) group[side] = group[side] === undefined ? owner : 'several';
    else groups.set(key, { gone: undefined, come: undefined, [side]: owner });
  }
  const pairs = new Map<Owner, Owner | 'taken'>();
  for (const { gone, come } of groups.values()) {
    if (!isOne(gone) || !isOne(come) || !fits(come, gone)) continue;
    pairs.set(come, gone);
    pairs.set(gone, 'taken');
  }
  return pairs;
}

function isOne(owner: Owner | 'several' | undefined): owner is Owner {
  return owner !== undefined && owner !== 'several';
}

function merge(
  come: Owner,
  gone: Owner,
  { movedFrom = come.movedFrom, renamedFrom = come.renamedFrom }: Partial<Owner>,
): Owner {
  const { kind, name, object, head } = come;
  const cells = [...gone.cells, ...come.cells];
  return { kind, name, object, cells, base: gone.base, head, movedFrom, renamedFrom };
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
