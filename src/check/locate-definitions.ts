import { definitionFinder } from '../kernel/tree/definition-line.ts';
import { readSourceFile, sourceFileOf } from '../kernel/tree/source-file.ts';
import type { Delta } from '../size/delta/delta.ts';
import type { OwnerRow } from '../size/delta/owner-rows.ts';
import { type Compared, deltaIn, mapDelta } from './map-delta.ts';

/** Functions that are looked up for one target, largest growth first. */
const MOST_LOCATED = 200;

/**
 * Adds to each function that grew or is new where head defines it. `openTree` makes head's sources ready and returns
 * their folder; it is called only where there is something to look up.
 */
export async function locateDefinitions<Target extends Compared>(
  targets: readonly Target[],
  openTree: () => Promise<string>,
): Promise<readonly Target[]> {
  const wanted = new Set(targets.flatMap(wantedRows));
  if (wanted.size === 0) return targets;
  const read = sourceReader(await openTree());
  return targets.map((target) => mapDelta(target, (delta) => locateInDelta(delta, wanted, read)));
}

function wantedRows(target: Compared): OwnerRow[] {
  const rows = deltaIn(target)?.accounted?.rows ?? [];
  return rows.filter(({ kind, delta: growth }) => kind === 'symbol' && growth > 0).slice(0, MOST_LOCATED);
}

/** An object's source: its path, and the line of a function in it. */
interface Source {
  readonly file: string;
  readonly lineOf: (name: string) => number | undefined;
}

type SourceReader = (object: string) => Source | undefined;

function locateInDelta(delta: Delta, wanted: ReadonlySet<OwnerRow>, read: SourceReader): Delta {
  const { accounted } = delta;
  if (accounted === undefined) return delta;
  const rows = accounted.rows.map((row) => (wanted.has(row) ? located(row, read) : row));
  return { ...delta, accounted: { ...accounted, rows } };
}

function located(row: OwnerRow, read: SourceReader): OwnerRow {
  const source = row.object === undefined ? undefined : read(row.object);
  const line = source?.lineOf(row.name);
  return line === undefined ? row : { ...row, definition: { file: source!.file, line } };
}

/** Reads each source once; what lies outside of the tree or cannot be read has none. */
function sourceReader(tree: string): SourceReader {
  const known = new Map<string, Source | undefined>();
  return (object) => {
    if (!known.has(object)) known.set(object, readSource(tree, object));
    return known.get(object);
  };
}

function readSource(tree: string, object: string): Source | undefined {
  const file = object.includes('/') ? sourceFileOf(tree, object) : undefined;
  const text = file === undefined ? undefined : readSourceFile(tree, file);
  return file === undefined || text === undefined ? undefined : { file, lineOf: definitionFinder(text) };
}
